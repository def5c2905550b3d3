/** A card as its face on the board needs it, and who is looking. The shapes follow `board-documents.ts`. */

export const columns = ['DRAFT', 'OPEN', 'CLAIMED', 'IN_REVIEW', 'DONE'] as const;
export type ColumnStatus = (typeof columns)[number];
export type CardStatus = ColumnStatus | 'CANCELLED';

export const skills = [
  'WRITING',
  'SOCIAL_MEDIA',
  'GRAPHIC_DESIGN',
  'ONLINE_VIDEO',
  'WEB_DEVELOPMENT',
  'ONLINE_ADVERTISING',
  'TRAINING',
  'STRATEGY',
] as const;
export type Skill = (typeof skills)[number];

export const phases = ['BEFORE', 'FIRST_72_HOURS', 'ONGOING', 'AFTER'] as const;
export type Phase = (typeof phases)[number];

export const sensitivities = ['PUBLIC', 'VETTED', 'TEAM'] as const;
export type Sensitivity = (typeof sensitivities)[number];

export interface PersonRef {
  readonly id: string;
  readonly handle: string;
  readonly hasLeft?: boolean;
}

export interface CardFace {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly deliverable: string;
  readonly localSupplies: string;
  readonly skill: Skill;
  readonly hours: number;
  readonly phase: Phase;
  readonly dueAt?: string | null;
  readonly languages: readonly string[];
  /** In which its words are written. */
  readonly language: string;
  readonly sensitivity: Sensitivity;
  readonly status: CardStatus;
  readonly position: string;
  readonly version: number;
  /** Whether two may hold it together. */
  readonly forTwo: boolean;
  readonly holder?: PersonRef | null;
  /** Who holds it with the holder. */
  readonly partner?: PersonRef | null;
  readonly claim?: {
    readonly claimedAt: string;
    /** Whether its holder has to say that they are on it before it ends. */
    readonly toConfirm: boolean;
    readonly expiresAt: string;
    readonly leaseHours: number;
    readonly extensions: number;
  } | null;
  /** Since when its holder waits for somebody's look. */
  readonly lookAskedAt?: string | null;
  /** Since when it asks for something else than its holder knows. */
  readonly briefChangedAt?: string | null;
  /** `reason` is null for those who may not read what passes between a volunteer and the local. */
  readonly waiting?: { readonly since: string; readonly reason: string | null } | null;
  readonly changesRequestedAt?: string | null;
  readonly handedInAt?: string | null;
  readonly craftReviewedAt?: string | null;
  /** Who passed the craft review: the yes of the local is for somebody else. */
  readonly craftReviewer?: Pick<PersonRef, 'id'> | null;
  readonly finishedAt?: string | null;
  readonly thanks?: { readonly text: string; readonly from?: PersonRef | null } | null;
  readonly lastHandBack?: { readonly at: string; readonly how: string } | null;
  /** A warning; a draft with one opens only once an organizer ticked it. */
  readonly caution?: string | null;
  readonly cautionClearedAt?: string | null;
  readonly draftKept: boolean;
  readonly commentCount: number;
}

/** Who is looking at this board, and what the campaign lets them do. */
export interface BoardViewer {
  /** Null when signed out. */
  readonly person: {
    readonly id: string;
    readonly handle: string;
    readonly skills: readonly Skill[];
    readonly languages: readonly string[];
  } | null;
  /** Whether the campaign has ended: its board can only be read. */
  readonly ended: boolean;
  /** Whether somebody who knows the craft looks at work before the local does. */
  readonly craftFirst: boolean;
  /** Whether the viewer has a role in the local whose campaign it is. */
  readonly isOfLocal: boolean;
  /** Whether the viewer runs the campaign, also after its end: its settings stay theirs. */
  readonly runsCampaign: boolean;
  readonly canManage: boolean;
  readonly canApprove: boolean;
  readonly canReviewCraft: boolean;
  readonly isTeam: boolean;
  /** Cards the viewer may hold at once here; 0 when signed out or suspended, and after the end. */
  readonly claimLimit: number;
}

/** Whether a draft has a caution that nobody ticked: it cannot be published before. */
export function needsTick(card: Pick<CardFace, 'status' | 'caution' | 'cautionClearedAt'>): boolean {
  return card.status === 'DRAFT' && !!card.caution && !card.cautionClearedAt;
}

/** Whether the viewer holds this card, handed it in, or finished it, alone or with another. */
export function isMine(
  { holder, partner }: Pick<CardFace, 'holder' | 'partner'>,
  { person }: BoardViewer,
): boolean {
  return person !== null && (holder?.id === person.id || partner?.id === person.id);
}

/** Whether somebody may join whoever holds this card. */
export function hasPlace({
  forTwo,
  status,
  partner,
}: Pick<CardFace, 'forTwo' | 'status' | 'partner'>): boolean {
  return forTwo && status === 'CLAIMED' && !partner;
}

/** Whether the card asks for a skill and a language this viewer named. A card without languages fits anyone. */
export function fits(card: Pick<CardFace, 'skill' | 'languages'>, viewer: BoardViewer): boolean {
  const person = viewer.person;
  if (!person) return false;
  const speaks =
    card.languages.length === 0 || card.languages.some((code) => person.languages.includes(code));
  return speaks && person.skills.includes(card.skill);
}
