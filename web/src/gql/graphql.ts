/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What to say. */
export type AddCommentInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
  /** The comment; 2000 characters at most. */
  text: string;
};

/** The local's yes. */
export type ApproveCardInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
  /** A word of thanks; 500 characters at most. */
  thanks: string;
};

/** The local's yes to its last page. */
export type ApproveClosingPageInput = {
  /** Which campaign. */
  campaignId: string;
  /** The outcome as you read it: refused when there is another by now. */
  outcome?: string | null | undefined;
  /** Makes a repeated request harmless; unique per person and board. */
  requestId?: string | null | undefined;
  /** The thanks as you read them: refused when there are others by now. */
  thanks?: string | null | undefined;
};

/** Which card waits on the local. */
export type BlockCardInput = {
  /** Which card. */
  cardId: string;
  /** What is missing; 300 characters at most. */
  reason: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** What a message of `boardChanges` asks you to do. */
export type BoardChangeKind =
  /** Apply it when the epoch is yours and `previousRevision` <= your revision < `revision`. Ignore it when you are at or beyond `revision`. When `previousRevision` is beyond you, take a fresh snapshot. */
  | 'CHANGES'
  /** The stream lives. When `revision` stays beyond yours, something was lost: take a fresh snapshot. */
  | 'HEARTBEAT'
  /** The log cannot be followed from where you are. Take a fresh snapshot, then subscribe after it. */
  | 'RESET';

/** A place in the history of a board: take it from a snapshot or from the last message. */
export type BoardCursor = {
  /** Which history, as you were told. */
  epoch: string;
  /** The last revision you have. */
  revision: number;
};

/** What a change of a board was. */
export type BoardEventKind =
  /** What is said about the campaign changed, or its rules. */
  | 'CAMPAIGN_UPDATED'
  /** The local said yes. */
  | 'CARD_APPROVED'
  /** A card waits on the local. */
  | 'CARD_BLOCKED'
  /** A card was taken off the board. */
  | 'CARD_CANCELLED'
  /** Somebody took a card. */
  | 'CARD_CLAIMED'
  /** New cards stand on the board. */
  | 'CARD_CREATED'
  /** The holder gave a card back. */
  | 'CARD_HANDED_BACK'
  /** Work was handed in. */
  | 'CARD_HANDED_IN'
  /** A card changed its place in its column. */
  | 'CARD_MOVED'
  /** A draft can be claimed now. */
  | 'CARD_OPENED'
  /** An open card is a draft again. */
  | 'CARD_RETURNED_TO_DRAFT'
  /** A card was taken back from its holder. */
  | 'CARD_TAKEN_BACK'
  /** What was missing is there. */
  | 'CARD_UNBLOCKED'
  /** The words of a card were edited. */
  | 'CARD_UPDATED'
  /** A review sent a card back to its holder. */
  | 'CHANGES_REQUESTED'
  /** A step was ticked or cleared. */
  | 'CHECKLIST_CHANGED'
  /** A lease ran out: the card is open again. */
  | 'CLAIM_EXPIRED'
  /** A lease ends soon. */
  | 'CLAIM_EXPIRING'
  /** The holder got one more lease. */
  | 'CLAIM_EXTENDED'
  /** Somebody said something about a card. */
  | 'COMMENT_ADDED'
  /** A comment was emptied. */
  | 'COMMENT_REMOVED'
  /** The craft review was passed. */
  | 'CRAFT_REVIEW_PASSED';

/** What sort of fight it is. */
export type CampaignKind =
  /** People stop buying. */
  | 'BOYCOTT'
  /** Neighbours or tenants stand up for something. */
  | 'COMMUNITY_FIGHT'
  /** A contract is bargained for. */
  | 'CONTRACT_FIGHT'
  /** Workers form a union. */
  | 'ORGANIZING_DRIVE'
  /** Work stops. */
  | 'STRIKE';

/** Rules of a campaign; what is left out stays as it is. */
export type CampaignSettingsInput = {
  /** Cards anybody else may hold at once, from 1 to 10; 3 at first. */
  claimLimit?: number | null | undefined;
  /** Whether a craft review comes before the approval; true at first. */
  craftReviewRequired?: boolean | null | undefined;
  /** Hours of a lease, from 1 to 336; 48 at first. */
  leaseHours?: number | null | undefined;
  /** Cards a newcomer may hold at once, from 1 to 10; 1 at first. */
  newcomerClaimLimit?: number | null | undefined;
};

/** Which card to take off the board. */
export type CancelCardInput = {
  /** Which card. */
  cardId: string;
  /** Why; 500 characters at most. */
  reason: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Where a card is on its way; also its column. */
export type CardStatus =
  /** Taken off the board; only the team sees it. */
  | 'CANCELLED'
  /** Held by one volunteer under a lease. */
  | 'CLAIMED'
  /** Approved by the local. */
  | 'DONE'
  /** Being written by the local; only the team sees it. */
  | 'DRAFT'
  /** Handed in; waits for the craft review or the local. */
  | 'IN_REVIEW'
  /** Ready to be claimed. */
  | 'OPEN';

/** One step of a card. */
export type ChecklistItemInput = {
  /** Id of a step that is there already: it keeps its tick. */
  id?: string | null | undefined;
  /** The step; 200 characters at most. */
  text: string;
};

/** Which card to take. */
export type ClaimCardInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** How a claim ended. */
export type ClaimEnd =
  /** The card was taken off the board. */
  | 'CANCELLED'
  /** The lease ran out. */
  | 'EXPIRED'
  /** The holder gave the card back. */
  | 'HANDED_BACK'
  /** The work was handed in. */
  | 'HANDED_IN'
  /** The local took the card back, or its holder may not read it any more. */
  | 'TAKEN_BACK';

/** The end of a campaign. */
export type CloseCampaignInput = {
  /** Which campaign. */
  campaignId: string;
  /** Days from the end until all but counts is erased, from 7 to 180; 30 at first. */
  eraseAfterDays?: number | null | undefined;
  /** What is handed over; 30 at most. */
  handover?: Array<HandoverInput> | null | undefined;
  /** What came of it; 3000 characters at most. */
  outcome?: string | null | undefined;
  /** Makes a repeated request harmless; unique per person and board. */
  requestId?: string | null | undefined;
  /** To all who helped; 3000 characters at most. */
  thanks?: string | null | undefined;
};

/** A new campaign. */
export type CreateCampaignInput = {
  /** Demands, twelve of 200 characters at most. */
  demands?: Array<string> | null | undefined;
  /** The employer. */
  employer?: string | null | undefined;
  /** Show the employer to the team only. */
  employerHidden?: boolean | null | undefined;
  /** What others can do; 2000 characters at most. */
  howToHelp?: string | null | undefined;
  /** What sort of fight it is. */
  kind: CampaignKind;
  /** Languages, as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** Who runs it. */
  organizationId: string;
  /** Who may read the campaign; TEAM at first. */
  sensitivity?: Sensitivity | null | undefined;
  /** Its rules. */
  settings?: CampaignSettingsInput | null | undefined;
  /** Its name in addresses: lower-case letters, digits and hyphens. */
  slug: string;
  /** Show T-0 to the team only. */
  startHidden?: boolean | null | undefined;
  /** T-0. */
  startsAt?: string | null | undefined;
  /** What happens and why; 5000 characters at most. */
  story?: string | null | undefined;
  /** IANA time zone, such as America/Chicago. */
  timeZone?: string | null | undefined;
  /** Its name; 120 characters at most. */
  title: string;
};

/** A new card. */
export type CreateCardInput = {
  /** Which board. */
  boardId: string;
  /** A warning; 500 characters at most. */
  caution?: string | null | undefined;
  /** Its steps; twenty of 200 characters at most. */
  checklist?: Array<string> | null | undefined;
  /** What there will be when it is done; 300 characters at most. */
  deliverable: string;
  /** Due moment; not in the past. */
  dueAt?: string | null | undefined;
  /** Due so many hours after T-0 (negative: before), instead of a date. */
  dueOffsetHours?: number | null | undefined;
  /** Estimate in hours, from 0.25 to 40. */
  hours: number;
  /** Languages, as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** Material to work from; twelve at most. */
  links?: Array<LinkInput> | null | undefined;
  /** What the local gives to start with; 500 characters at most. */
  localSupplies?: string | null | undefined;
  /** What is not part of it; 500 characters at most. */
  outOfScope?: string | null | undefined;
  /** The part of the campaign it belongs to. */
  phase: Phase;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
  /** Who may read it. */
  sensitivity: Sensitivity;
  /** The one skill it asks for. */
  skill: Skill;
  /** DRAFT or OPEN; OPEN when left out. */
  status?: CardStatus | null | undefined;
  /** The task in a few words; 120 characters at most. */
  title: string;
};

/** Many new cards at once. */
export type CreateCardsFromTemplatesInput = {
  /** Which board. */
  boardId: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
  /** DRAFT or OPEN; OPEN when left out. */
  status?: CardStatus | null | undefined;
  /** Keys of templates; each makes one card. */
  templateKeys: Array<string>;
};

/** A new organization. */
export type CreateOrganizationInput = {
  /** What sort of organization it is. */
  kind: OrganizationKind;
  /** What it is called; 120 characters at most. */
  name: string;
};

/** The part a person plays in the demo. */
export type DemoPart =
  /** Looks after the whole programme. */
  | 'COORDINATOR'
  /** Runs the board of the local. */
  | 'ORGANIZER'
  /** Claims cards and does the work. */
  | 'VOLUNTEER';

/** Which session to end. */
export type EndSessionInput = {
  /** One of `viewer.sessions`. */
  sessionId: string;
};

/** To erase yourself. */
export type EraseMyselfInput = {
  /** Your handle, typed again. */
  handle: string;
};

/** Why something was refused. Stable: codes are added, never renamed. */
export type ErrorCode =
  /** The local does not want this person on its campaign. */
  | 'BLOCKED'
  /** Somebody else was first. Comes as CardAlreadyClaimed. */
  | 'CARD_ALREADY_CLAIMED'
  /** The card carries a caution that an organizer has to tick before it opens. */
  | 'CAUTION_NOT_CLEARED'
  /** You hold as many cards as you may. Comes as ClaimLimitReached. */
  | 'CLAIM_LIMIT_REACHED'
  /** The handle is taken, or looks like one that is. Comes as InvalidInput. */
  | 'HANDLE_TAKEN'
  /** A value cannot be taken. Comes as InvalidInput. */
  | 'INVALID_INPUT'
  /** The person was asked often enough for today. */
  | 'INVITATION_LIMIT'
  /** Your time for the card has run out. */
  | 'LEASE_EXPIRED'
  /** The link is wrong, was used, was revoked, or has run out. */
  | 'LINK_INVALID'
  /** You may see it, and may not do this to it. */
  | 'NOT_ALLOWED'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** Join or sign in first. */
  | 'NOT_SIGNED_IN'
  /** It is your own work: somebody else has to look at it. */
  | 'OWN_WORK'
  /** Somebody edited the card since you read it. Comes as StaleCard. */
  | 'STALE_CARD'
  /** Somebody changed the plan since you read it. */
  | 'STALE_PLAN'
  /** The card is for vetted people who agreed to the code of conduct: agree first. */
  | 'STATEMENT_NEEDED'
  /** Your account is on hold: it changes nothing. */
  | 'SUSPENDED'
  /** Too often in a short time. Wait, then try again. */
  | 'TOO_MANY_REQUESTS'
  /** The ask, plan, invitation or campaign is not at a point where this can be done. */
  | 'WRONG_STAGE'
  /** The card is not in a status in which this can be done. Comes as WrongStatus. */
  | 'WRONG_STATUS';

/** Which card to keep longer. */
export type ExtendClaimInput = {
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Which card to give back. */
export type HandBackCardInput = {
  /** Which card. */
  cardId: string;
  /** For whoever takes it next; 4000 characters at most. */
  note?: string | null | undefined;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** The work; a note or a link is needed. */
export type HandInCardInput = {
  /** Which card. */
  cardId: string;
  /** Where the work is; twelve at most. */
  links: Array<LinkInput>;
  /** What the local should know; 4000 characters at most, may be empty. */
  note: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** What became of a hand-in. */
export type HandInOutcome =
  /** The local said yes. */
  | 'APPROVED'
  /** The card was taken off the board. */
  | 'CANCELLED'
  /** Sent back to its author. */
  | 'CHANGES_REQUESTED'
  /** In review. */
  | 'PENDING';

/** Something that is handed over at the end. */
export type HandoverInput = {
  /** Whether it is done; false at first. */
  done?: boolean | null | undefined;
  /** To whom; 120 characters at most. */
  to?: string | null | undefined;
  /** What; 200 characters at most. */
  what: string;
};

/** What is wrong with a value. */
export type InvalidReason =
  /** There are characters in it that have no place there. */
  | 'BAD_CHARACTERS'
  /** Not an http or https address, or one with a password in it. */
  | 'BAD_URL'
  /** It could be taken for something else. */
  | 'CONFUSABLE'
  /** There are invisible control characters in it. */
  | 'CONTROL_CHARACTERS'
  /** Something is needed here. */
  | 'EMPTY'
  /** Outside of what can be chosen. */
  | 'OUT_OF_RANGE'
  /** The moment has passed. */
  | 'PAST'
  /** The word is kept for other uses. */
  | 'RESERVED'
  /** It was used for something else before. */
  | 'REUSED'
  /** Somebody else has it. */
  | 'TAKEN'
  /** Longer than `limit`. */
  | 'TOO_LONG'
  /** More items than `limit`. */
  | 'TOO_MANY'
  /** Shorter than `limit`. */
  | 'TOO_SHORT'
  /** We do not know this value. */
  | 'UNKNOWN';

/** What it takes to join: no name, no e-mail. */
export type JoinInput = {
  /** The name to go by: 3 to 24 letters or digits of one alphabet, with single - _ . between them. */
  handle: string;
  /** Languages they work in, as tags such as `en` or `es-MX`. May be empty. */
  languages: Array<string>;
  /** What the person can do. May be empty. */
  skills: Array<Skill>;
};

/** A web address. */
export type LinkInput = {
  /** What to call it; 120 characters at most. */
  label?: string | null | undefined;
  /** http or https address; 2000 characters at most. */
  url: string;
};

/** Where to put a card; without a neighbour it goes to the end. */
export type MoveCardInput = {
  /** Put it right after this card of the column. */
  afterCardId?: string | null | undefined;
  /** Put it right before this card of the column. */
  beforeCardId?: string | null | undefined;
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
  /** DRAFT or OPEN; the column it is in when left out. */
  status?: CardStatus | null | undefined;
};

/** Which open cards; what is left out does not matter. */
export type OpenCardsFilter = {
  /** Of this campaign. */
  campaignId?: string | null | undefined;
  /** At least one of these languages (BCP 47). */
  languages?: Array<string> | null | undefined;
  /** At most so many hours. */
  maxHours?: number | null | undefined;
  /** One of these phases. */
  phases?: Array<Phase> | null | undefined;
  /** One of these skills. */
  skills?: Array<Skill> | null | undefined;
};

/** What sort of organization runs a campaign. */
export type OrganizationKind =
  /** Several organizations together. */
  | 'COALITION'
  /** Neighbours, tenants or another group of a place. */
  | 'COMMUNITY_GROUP'
  /** A local of a union. */
  | 'UNION_LOCAL'
  /** A worker center. */
  | 'WORKER_CENTER';

/** Whose craft is good. */
export type PassCraftReviewInput = {
  /** Which card. */
  cardId: string;
  /** For author and local; 2000 characters at most. */
  note?: string | null | undefined;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** The part of a campaign a card belongs to, counted from T-0. */
export type Phase =
  /** When it is over. */
  | 'AFTER'
  /** Before T-0. */
  | 'BEFORE'
  /** From T-0 to 72 hours later. */
  | 'FIRST_72_HOURS'
  /** After the first 72 hours, while it goes on. */
  | 'ONGOING';

/** Which comment to remove. */
export type RemoveCommentInput = {
  /** Which comment. */
  commentId: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** What should be different. */
export type RequestChangesInput = {
  /** Which card. */
  cardId: string;
  /** For the author; 2000 characters at most. */
  note: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** What a person does in an organization. Any role makes one part of the team of its campaigns. */
export type Role =
  /** Says yes or no to work in the name of the organization. */
  | 'APPROVER'
  /** Reads all cards of the organization and may vouch for people. */
  | 'MEMBER'
  /** Runs the boards: writes cards, approves work, gives roles. */
  | 'ORGANIZER';

/** Unfinished work. */
export type SaveDraftInput = {
  /** Which card; you hold it. */
  cardId: string;
  /** Where the work is. */
  links?: Array<LinkInput> | null | undefined;
  /** What you have written; 4000 characters at most. */
  note: string;
};

/** Who may read something. */
export type Sensitivity =
  /** Anyone. */
  | 'PUBLIC'
  /** People with a role in the organization, and coordinators. */
  | 'TEAM'
  /** People whose standing is VETTED or LEAD, and the team. */
  | 'VETTED';

/** Whether to show what you gave. */
export type SetPublicPageInput = {
  /** True shows the page, false takes it away. */
  on: boolean;
  /** Whether to show words of thanks; true at first, left out it stays. */
  showThanks?: boolean | null | undefined;
};

/** Who does what in an organization. */
export type SetRoleInput = {
  /** The person, by handle. */
  handle: string;
  /** The organization. */
  organizationId: string;
  /** Their role from now on; null takes it away. */
  role?: Role | null | undefined;
};

/** How to come back on another device. */
export type SignInInput = {
  /** The handle, in any case. */
  handle: string;
  /** The code shown at joining; spaces, dashes and case do not matter. */
  recoveryCode: string;
};

/** What a volunteer can do, and what a card asks for. */
export type Skill =
  /** Graphic design. */
  | 'GRAPHIC_DESIGN'
  /** Online advertising. */
  | 'ONLINE_ADVERTISING'
  /** Online video. */
  | 'ONLINE_VIDEO'
  /** Social media. */
  | 'SOCIAL_MEDIA'
  /** Strategy, for scoping what is needed. */
  | 'STRATEGY'
  /** Training people in digital tools. */
  | 'TRAINING'
  /** Web development. */
  | 'WEB_DEVELOPMENT'
  /** Writing for the web. */
  | 'WRITING';

/** How far a person is trusted. Earned by reviewed work or by a member vouching. */
export type Standing =
  /** Like VETTED, and may vouch for others. */
  | 'LEAD'
  /** Just joined: reads public cards, holds one at a time. */
  | 'NEW'
  /** On hold: reads what anyone may read, and changes nothing. */
  | 'SUSPENDED'
  /** Reads cards for vetted people too, and may review their craft. */
  | 'VETTED';

/** Which card to take back. */
export type TakeBackCardInput = {
  /** Which card. */
  cardId: string;
  /** Why, for its holder; 500 characters at most. */
  reason: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Which step. */
export type TickChecklistItemInput = {
  /** Which card. */
  cardId: string;
  /** Whether it is done. */
  done: boolean;
  /** Id of the step on its card. */
  itemId: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** Whom to try the demo as. */
export type TryAsInput = {
  /** One of `demoPeople`. */
  personId: string;
};

/** Which card need not wait any more. */
export type UnblockCardInput = {
  /** The answer, which goes to the comments; 2000 characters at most. */
  answer?: string | null | undefined;
  /** Which card. */
  cardId: string;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
};

/** What to change; fields left out stay. */
export type UpdateCampaignInput = {
  /** Which campaign. */
  campaignId: string;
  /** Demands, twelve of 200 characters at most. */
  demands?: Array<string> | null | undefined;
  /** The employer. */
  employer?: string | null | undefined;
  /** Show the employer to the team only. */
  employerHidden?: boolean | null | undefined;
  /** True ends it: the board can then only be read. */
  ended?: boolean | null | undefined;
  /** What others can do; 2000 characters at most. */
  howToHelp?: string | null | undefined;
  /** Languages, as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** Makes a repeated request harmless; unique per person and board. */
  requestId?: string | null | undefined;
  /** Who may read the campaign; TEAM at first. */
  sensitivity?: Sensitivity | null | undefined;
  /** Its rules. */
  settings?: CampaignSettingsInput | null | undefined;
  /** Show T-0 to the team only. */
  startHidden?: boolean | null | undefined;
  /** T-0. */
  startsAt?: string | null | undefined;
  /** What happens and why; 5000 characters at most. */
  story?: string | null | undefined;
  /** IANA time zone, such as America/Chicago. */
  timeZone?: string | null | undefined;
  /** Its name; 120 characters at most. */
  title?: string | null | undefined;
};

/** What to change; fields left out stay, null empties. */
export type UpdateCardInput = {
  /** Which card. */
  cardId: string;
  /** A warning; 500 characters at most. */
  caution?: string | null | undefined;
  /** Its steps, all of them. */
  checklist?: Array<ChecklistItemInput> | null | undefined;
  /** What there will be when it is done; 300 characters at most. */
  deliverable?: string | null | undefined;
  /** Due moment; not in the past. */
  dueAt?: string | null | undefined;
  /** Due so many hours after T-0 (negative: before), instead of a date. */
  dueOffsetHours?: number | null | undefined;
  /** Estimate in hours, from 0.25 to 40. */
  hours?: number | null | undefined;
  /** Languages, as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** Material to work from; twelve at most. */
  links?: Array<LinkInput> | null | undefined;
  /** What the local gives to start with; 500 characters at most. */
  localSupplies?: string | null | undefined;
  /** What is not part of it; 500 characters at most. */
  outOfScope?: string | null | undefined;
  /** The part of the campaign it belongs to. */
  phase?: Phase | null | undefined;
  /** Makes a repeated request harmless; unique per person and board, 100 characters at most. */
  requestId?: string | null | undefined;
  /** Who may read it. */
  sensitivity?: Sensitivity | null | undefined;
  /** The one skill it asks for. */
  skill?: Skill | null | undefined;
  /** The task in a few words; 120 characters at most. */
  title?: string | null | undefined;
  /** The version you read: others may have edited since. */
  version: number;
};

/** What to change about the end; fields left out stay. */
export type UpdateClosingInput = {
  /** Which campaign. */
  campaignId: string;
  /** Days from the end until all but counts is erased, from 7 to 180; 30 at first. */
  eraseAfterDays?: number | null | undefined;
  /** What is handed over; 30 at most. */
  handover?: Array<HandoverInput> | null | undefined;
  /** What came of it; 3000 characters at most. */
  outcome?: string | null | undefined;
  /** Makes a repeated request harmless; unique per person and board. */
  requestId?: string | null | undefined;
  /** To all who helped; 3000 characters at most. */
  thanks?: string | null | undefined;
};

/** What to change of oneself. What is not given stays. */
export type UpdateProfileInput = {
  /** All languages from now on, as tags such as `en` or `es-MX`. */
  languages?: Array<string> | null | undefined;
  /** All skills from now on. */
  skills?: Array<Skill> | null | undefined;
};

/** Whom one knows and trusts. */
export type VouchForPersonInput = {
  /** Their handle. */
  handle: string;
};

/** What is waited for. */
export type Wait =
  /** From waiting on the local to its answer. */
  | 'ANSWER'
  /** From the craft review, or from handing in, to the local's yes. */
  | 'APPROVAL'
  /** From handing in to the craft review. */
  | 'CRAFT_REVIEW'
  /** From an ask to its answer. */
  | 'DECISION'
  /** From an ask to the moment somebody has it. */
  | 'TRIAGE'
  /** From claiming a card to handing it in. */
  | 'WORK';

/** Who is waited for. */
export type WaitSide =
  /** The local. */
  | 'LOCAL'
  /** Us: coordinators and reviewers. */
  | 'US'
  /** A volunteer. */
  | 'VOLUNTEER';

export type ClaimCardMutationVariables = Exact<{
  input: ClaimCardInput;
}>;


export type ClaimCardMutation = { claimCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type HandBackCardMutationVariables = Exact<{
  input: HandBackCardInput;
}>;


export type HandBackCardMutation = { handBackCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type ExtendClaimMutationVariables = Exact<{
  input: ExtendClaimInput;
}>;


export type ExtendClaimMutation = { extendClaim: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type TakeBackCardMutationVariables = Exact<{
  input: TakeBackCardInput;
}>;


export type TakeBackCardMutation = { takeBackCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type BlockCardMutationVariables = Exact<{
  input: BlockCardInput;
}>;


export type BlockCardMutation = { blockCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type UnblockCardMutationVariables = Exact<{
  input: UnblockCardInput;
}>;


export type UnblockCardMutation = { unblockCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type HandInCardMutationVariables = Exact<{
  input: HandInCardInput;
}>;


export type HandInCardMutation = { handInCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type PassCraftReviewMutationVariables = Exact<{
  input: PassCraftReviewInput;
}>;


export type PassCraftReviewMutation = { passCraftReview: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type RequestChangesMutationVariables = Exact<{
  input: RequestChangesInput;
}>;


export type RequestChangesMutation = { requestChanges: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type ApproveCardMutationVariables = Exact<{
  input: ApproveCardInput;
}>;


export type ApproveCardMutation = { approveCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CancelCardMutationVariables = Exact<{
  input: CancelCardInput;
}>;


export type CancelCardMutation = { cancelCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type TickChecklistItemMutationVariables = Exact<{
  input: TickChecklistItemInput;
}>;


export type TickChecklistItemMutation = { tickChecklistItem: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CreateCardMutationVariables = Exact<{
  input: CreateCardInput;
}>;


export type CreateCardMutation = { createCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type MoveCardMutationVariables = Exact<{
  input: MoveCardInput;
}>;


export type MoveCardMutation = { moveCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type AddCommentMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type AddCommentMutation = { addComment: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type RemoveCommentMutationVariables = Exact<{
  input: RemoveCommentInput;
}>;


export type RemoveCommentMutation = { removeComment: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type UpdateCardMutationVariables = Exact<{
  input: UpdateCardInput;
}>;


export type UpdateCardMutation = { updateCard: { boardRevision: number | null, card: { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string, card: { outOfScope: string, caution: string | null, dueOffsetHours: number | null, createdAt: string, updatedAt: string, id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, links: Array<{ label: string, url: string }>, checklist: Array<{ id: string, text: string, done: boolean }>, work: { handIns: Array<{ id: string, note: string, at: string, craftReviewedAt: string | null, craftNote: string | null, outcome: HandInOutcome, reviewNote: string | null, reviewedAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }>, craftReviewer: { id: string, handle: string } | null, reviewer: { id: string, handle: string } | null }>, drafts: Array<{ note: string, savedAt: string, keptAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }> }> } | null, comments: { edges: Array<{ node: { id: string, text: string, at: string, removed: boolean, person: { id: string, handle: string } } }>, pageInfo: { hasNextPage: boolean } } | null, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null } }> }, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CreateCardsFromTemplatesMutationVariables = Exact<{
  input: CreateCardsFromTemplatesInput;
}>;


export type CreateCardsFromTemplatesMutation = { createCardsFromTemplates: { boardRevision: number | null, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type SaveDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;


export type SaveDraftMutation = { saveDraft: { draft: { savedAt: string } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CardFaceFragment = { id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null };

export type EventLineFragment = { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null };

export type BoardRightsFragment = { sensitivity: Sensitivity, role: Role | null, isTeam: boolean, canManage: boolean, canApprove: boolean, canReviewCraft: boolean, claimLimit: number };

export type BoardQueryVariables = Exact<{
  slug: string;
}>;


export type BoardQuery = { campaign: { id: string, slug: string, title: string, startsAt: string | null, startHidden: boolean, endedAt: string | null, timeZone: string, languages: Array<string>, sensitivity: Sensitivity, organization: { id: string, name: string }, settings: { leaseHours: number, craftReviewRequired: boolean }, viewer: { sensitivity: Sensitivity, role: Role | null, isTeam: boolean, canManage: boolean, canApprove: boolean, canReviewCraft: boolean, claimLimit: number }, board: { id: string, snapshot: { epoch: string, revision: number, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> } } } | null };

export type BoardSnapshotQueryVariables = Exact<{
  boardId: string;
}>;


export type BoardSnapshotQuery = { node:
    | { id: string, campaign: { id: string, viewer: { sensitivity: Sensitivity, role: Role | null, isTeam: boolean, canManage: boolean, canApprove: boolean, canReviewCraft: boolean, claimLimit: number } }, snapshot: { epoch: string, revision: number, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> } }
    | Record<PropertyKey, never>
   | null };

export type BoardActivityQueryVariables = Exact<{
  boardId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type BoardActivityQuery = { node:
    | { id: string, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type BoardTemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type BoardTemplatesQuery = { cardTemplates: Array<{ key: string, title: string, deliverable: string, skill: Skill, hours: number, phase: Phase, localSupplies: string, sensitivity: Sensitivity, caution: string | null, dueOffsetHours: number | null }> };

export type BoardChangesSubscriptionVariables = Exact<{
  boardId: string;
  after: BoardCursor;
}>;


export type BoardChangesSubscription = { boardChanges: { kind: BoardChangeKind, epoch: string, previousRevision: number, revision: number, at: string, removedCardIds: Array<string>, events: Array<{ revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null }>, cards: Array<{ id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null }> } };

export type BoardPresenceSubscriptionVariables = Exact<{
  boardId: string;
}>;


export type BoardPresenceSubscription = { boardPresence: { count: number, people: Array<{ id: string, handle: string }> } };

export type CardDetailFragment = { outOfScope: string, caution: string | null, dueOffsetHours: number | null, createdAt: string, updatedAt: string, id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, links: Array<{ label: string, url: string }>, checklist: Array<{ id: string, text: string, done: boolean }>, work: { handIns: Array<{ id: string, note: string, at: string, craftReviewedAt: string | null, craftNote: string | null, outcome: HandInOutcome, reviewNote: string | null, reviewedAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }>, craftReviewer: { id: string, handle: string } | null, reviewer: { id: string, handle: string } | null }>, drafts: Array<{ note: string, savedAt: string, keptAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }> }> } | null, comments: { edges: Array<{ node: { id: string, text: string, at: string, removed: boolean, person: { id: string, handle: string } } }>, pageInfo: { hasNextPage: boolean } } | null, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null } }> }, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null };

export type CardDetailQueryVariables = Exact<{
  campaign: string;
  number: number;
}>;


export type CardDetailQuery = { card: { outOfScope: string, caution: string | null, dueOffsetHours: number | null, createdAt: string, updatedAt: string, id: string, number: number, title: string, deliverable: string, localSupplies: string, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, sensitivity: Sensitivity, status: CardStatus, position: string, version: number, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, draftKept: boolean, commentCount: number, links: Array<{ label: string, url: string }>, checklist: Array<{ id: string, text: string, done: boolean }>, work: { handIns: Array<{ id: string, note: string, at: string, craftReviewedAt: string | null, craftNote: string | null, outcome: HandInOutcome, reviewNote: string | null, reviewedAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }>, craftReviewer: { id: string, handle: string } | null, reviewer: { id: string, handle: string } | null }>, drafts: Array<{ note: string, savedAt: string, keptAt: string | null, person: { id: string, handle: string }, links: Array<{ label: string, url: string }> }> } | null, comments: { edges: Array<{ node: { id: string, text: string, at: string, removed: boolean, person: { id: string, handle: string } } }>, pageInfo: { hasNextPage: boolean } } | null, activity: { edges: Array<{ node: { revision: number, kind: BoardEventKind, at: string, cardId: string | null, cardNumber: number | null, cardTitle: string | null, actor: { id: string, handle: string } | null } }> }, holder: { id: string, handle: string } | null, claim: { claimedAt: string, expiresAt: string, leaseHours: number, extensions: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null, lastHandBack: { at: string, how: ClaimEnd } | null } | null };

export type OpenCardsChangedSubscriptionVariables = Exact<{
  filter?: OpenCardsFilter | null | undefined;
}>;


export type OpenCardsChangedSubscription = { openCardsChanged: { closedCardIds: Array<string>, opened: Array<{ id: string }> } };

export type OpenCardFragment = { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } };

export type TakeCardMutationVariables = Exact<{
  input: ClaimCardInput;
}>;


export type TakeCardMutation = { claimCard: { card: { id: string, claim: { id: string, expiresAt: string } | null } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type SkillSumFragment = { skill: Skill, cards: number, hours: number };

export type MonthSumFragment = { month: string, cards: number, hours: number };

type ErrorWords_CardAlreadyClaimed_Fragment = { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> };

type ErrorWords_ClaimLimitReached_Fragment = { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> };

type ErrorWords_InvalidInput_Fragment = { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string };

type ErrorWords_Refusal_Fragment = { __typename: 'Refusal', code: ErrorCode, message: string };

type ErrorWords_StaleCard_Fragment = { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string };

type ErrorWords_WrongStatus_Fragment = { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string };

export type ErrorWordsFragment =
  | ErrorWords_CardAlreadyClaimed_Fragment
  | ErrorWords_ClaimLimitReached_Fragment
  | ErrorWords_InvalidInput_Fragment
  | ErrorWords_Refusal_Fragment
  | ErrorWords_StaleCard_Fragment
  | ErrorWords_WrongStatus_Fragment
;

export type FrameQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameQuery = { viewer: { isCoordinator: boolean, person: { id: string, handle: string, skills: Array<Skill> | null, languages: Array<string> | null, standing: Standing | null }, memberships: Array<{ role: Role, organization: { id: string, name: string } }> } | null, demoPeople: Array<{ part: DemoPart, person: { id: string, handle: string } }> };

export type TryAsMutationVariables = Exact<{
  input: TryAsInput;
}>;


export type TryAsMutation = { tryAs: { viewer: { person: { id: string } } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { signedOut: boolean, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type JoinMutationVariables = Exact<{
  input: JoinInput;
}>;


export type JoinMutation = { join: { recoveryCode: string | null, viewer: { person: { id: string, handle: string } } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { viewer: { person: { id: string } } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { viewer: { person: { id: string } } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { sessions: Array<{ id: string }> | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type RenewRecoveryCodeMutationVariables = Exact<{ [key: string]: never; }>;


export type RenewRecoveryCodeMutation = { renewRecoveryCode: { recoveryCode: string | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CampaignPageQueryVariables = Exact<{
  slug: string;
}>;


export type CampaignPageQuery = { campaign: { story: string, demands: Array<string>, howToHelp: string, employer: string | null, employerHidden: boolean, startHidden: boolean, id: string, slug: string, title: string, kind: CampaignKind, startsAt: string | null, timeZone: string, endedAt: string | null, thanks: { edges: Array<{ node: { id: string, number: number, title: string, holder: { id: string, handle: string } | null, thanks: { text: string, at: string } | null } }> }, viewer: { isTeam: boolean, canManage: boolean }, organization: { id: string, name: string }, counts: { open: number, claimed: number, inReview: number, done: number, hoursOpen: number, hoursGiven: number } } | null };

export type CampaignOpenCardsQueryVariables = Exact<{
  filter?: OpenCardsFilter | null | undefined;
}>;


export type CampaignOpenCardsQuery = { openCards: { edges: Array<{ node: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } }> } };

export type CampaignDifferenceQueryVariables = Exact<{
  slug: string;
}>;


export type CampaignDifferenceQuery = { campaign: { id: string, difference: { deliverables: number, hours: number, people: number, hoursToFirstClaim: number | null, hoursToFirstDelivery: number | null, byDay: Array<{ day: string, deliverables: number }> }, closing: { closedAt: string, thanks: string | null, outcome: string | null, pageApprovedAt: string | null, eraseAfter: string, erasedAt: string | null } | null, viewer: { canApprove: boolean } } | null };

export type ApproveClosingPageMutationVariables = Exact<{
  input: ApproveClosingPageInput;
}>;


export type ApproveClosingPageMutation = { approveClosingPage: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CampaignEndingQueryVariables = Exact<{
  slug: string;
}>;


export type CampaignEndingQuery = { campaign: { id: string, closing: { closedAt: string, thanks: string | null, outcome: string | null, pageApprovedAt: string | null, eraseAfter: string, erasedAt: string | null, handover: Array<{ what: string, to: string, done: boolean }> } | null, counts: { claimed: number, inReview: number }, board: { id: string, snapshot: { cards: Array<{ id: string, title: string, status: CardStatus }> } } } | null, cardTemplates: Array<{ key: string, title: string }> };

export type CloseCampaignMutationVariables = Exact<{
  input: CloseCampaignInput;
}>;


export type CloseCampaignMutation = { closeCampaign: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type UpdateClosingMutationVariables = Exact<{
  input: UpdateClosingInput;
}>;


export type UpdateClosingMutation = { updateClosing: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type AddDebriefMutationVariables = Exact<{
  input: CreateCardsFromTemplatesInput;
}>;


export type AddDebriefMutation = { createCardsFromTemplates: { cards: Array<{ id: string }> | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CampaignSettingsFragment = { id: string, slug: string, title: string, story: string, demands: Array<string>, howToHelp: string, employer: string | null, employerHidden: boolean, startsAt: string | null, startHidden: boolean, timeZone: string, languages: Array<string>, sensitivity: Sensitivity, endedAt: string | null, settings: { leaseHours: number, newcomerClaimLimit: number, claimLimit: number, craftReviewRequired: boolean }, organization: { id: string, name: string, members: Array<{ role: Role, person: { id: string, handle: string } }> }, viewer: { canManage: boolean } };

export type CampaignSettingsPageQueryVariables = Exact<{
  slug: string;
}>;


export type CampaignSettingsPageQuery = { campaign: { id: string, slug: string, title: string, story: string, demands: Array<string>, howToHelp: string, employer: string | null, employerHidden: boolean, startsAt: string | null, startHidden: boolean, timeZone: string, languages: Array<string>, sensitivity: Sensitivity, endedAt: string | null, settings: { leaseHours: number, newcomerClaimLimit: number, claimLimit: number, craftReviewRequired: boolean }, organization: { id: string, name: string, members: Array<{ role: Role, person: { id: string, handle: string } }> }, viewer: { canManage: boolean } } | null };

export type UpdateCampaignMutationVariables = Exact<{
  input: UpdateCampaignInput;
}>;


export type UpdateCampaignMutation = { updateCampaign: { campaign: { id: string } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type SetRoleMutationVariables = Exact<{
  input: SetRoleInput;
}>;


export type SetRoleMutation = { setRole: { membership: { role: Role } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type VouchMutationVariables = Exact<{
  input: VouchForPersonInput;
}>;


export type VouchMutation = { vouchForPerson: { person: { id: string } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type ProgrammeQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgrammeQuery = { programme: { finishers: number, returned: number, waits: Array<{ wait: Wait, side: WaitSide, count: number, medianHours: number | null }>, losses: Array<{ skill: Skill, phase: Phase, handedBack: number, expired: number, takenBack: number, quiet: number }> } | null };

export type CardToClaimQueryVariables = Exact<{
  id: string;
}>;


export type CardToClaimQuery = { node:
    | { __typename: 'Board' }
    | { __typename: 'Campaign' }
    | { __typename: 'Card', status: CardStatus, id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } }
    | { __typename: 'Comment' }
    | { __typename: 'Organization' }
    | { __typename: 'Person' }
   | null };

export type CampaignFaceFragment = { id: string, slug: string, title: string, kind: CampaignKind, startsAt: string | null, timeZone: string, endedAt: string | null, organization: { id: string, name: string }, counts: { open: number, claimed: number, inReview: number, done: number, hoursOpen: number, hoursGiven: number } };

export type LandingQueryVariables = Exact<{
  filter?: OpenCardsFilter | null | undefined;
}>;


export type LandingQuery = { campaigns: { edges: Array<{ node: { id: string, slug: string, title: string, kind: CampaignKind, startsAt: string | null, timeZone: string, endedAt: string | null, organization: { id: string, name: string }, counts: { open: number, claimed: number, inReview: number, done: number, hoursOpen: number, hoursGiven: number } } }> }, openCards: { edges: Array<{ node: { id: string, number: number, title: string, deliverable: string, localSupplies: string, caution: string | null, skill: Skill, hours: number, phase: Phase, dueAt: string | null, languages: Array<string>, draftKept: boolean, lastHandBack: { at: string, how: ClaimEnd } | null, campaign: { id: string, slug: string, title: string, timeZone: string } } }>, pageInfo: { hasNextPage: boolean } } };

export type MyDifferenceQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDifferenceQuery = { viewer: { isCoordinator: boolean, person: { id: string, handle: string, publicPage: { handle: string, showThanks: boolean } | null }, difference: { cards: number, hours: number, fights: number, bySkill: Array<{ skill: Skill, cards: number, hours: number }>, byMonth: Array<{ month: string, cards: number, hours: number }>, thanks: { edges: Array<{ node: { id: string, title: string, thanks: { text: string, from: { id: string, handle: string } } | null, campaign: { id: string, slug: string, title: string } } }> } } } | null };

export type SetPublicPageMutationVariables = Exact<{
  input: SetPublicPageInput;
}>;


export type SetPublicPageMutation = { setPublicPage: { publicPage: { handle: string } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type EraseMyselfMutationVariables = Exact<{
  input: EraseMyselfInput;
}>;


export type EraseMyselfMutation = { eraseMyself: { erased: boolean | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type MyCardFragment = { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, campaign: { id: string, slug: string, title: string, timeZone: string }, claim: { id: string, claimedAt: string, expiresAt: string, leaseHours: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null };

export type MeQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MeQuery = { viewer: { finishedCount: number, hoursGiven: number, heldCards: Array<{ id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, campaign: { id: string, slug: string, title: string, timeZone: string }, claim: { id: string, claimedAt: string, expiresAt: string, leaseHours: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null }>, finishedCards: { edges: Array<{ node: { id: string, number: number, title: string, skill: Skill, hours: number, status: CardStatus, dueAt: string | null, changesRequestedAt: string | null, handedInAt: string | null, craftReviewedAt: string | null, finishedAt: string | null, campaign: { id: string, slug: string, title: string, timeZone: string }, claim: { id: string, claimedAt: string, expiresAt: string, leaseHours: number } | null, waiting: { since: string, reason: string | null } | null, thanks: { text: string, from: { id: string, handle: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, memberships: Array<{ role: Role, organization: { id: string, name: string, campaigns: { edges: Array<{ node: { id: string, slug: string, title: string } }> } } }> } | null };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { viewer: { sessions: Array<{ id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean }> } | null };

export type NewCampaignPageQueryVariables = Exact<{ [key: string]: never; }>;


export type NewCampaignPageQuery = { viewer: { isCoordinator: boolean, memberships: Array<{ role: Role, organization: { id: string, name: string } }> } | null, campaigns: { edges: Array<{ node: { id: string, organization: { id: string, name: string } } }> }, cardTemplates: Array<{ key: string, title: string, phase: Phase, hours: number }> };

export type CreateOrganizationMutationVariables = Exact<{
  input: CreateOrganizationInput;
}>;


export type CreateOrganizationMutation = { createOrganization: { organization: { id: string, name: string } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type CreateCampaignMutationVariables = Exact<{
  input: CreateCampaignInput;
}>;


export type CreateCampaignMutation = { createCampaign: { campaign: { id: string, slug: string, title: string, board: { id: string } } | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type FirstBoardMutationVariables = Exact<{
  input: CreateCardsFromTemplatesInput;
}>;


export type FirstBoardMutation = { createCardsFromTemplates: { boardRevision: number | null, errors: Array<
      | { __typename: 'CardAlreadyClaimed', code: ErrorCode, message: string, holder: { id: string, handle: string }, alternatives: Array<{ id: string, number: number, title: string, skill: Skill, hours: number }> }
      | { __typename: 'ClaimLimitReached', code: ErrorCode, message: string, claimLimit: number, held: Array<{ id: string, number: number, title: string, campaign: { slug: string } }> }
      | { __typename: 'InvalidInput', field: string, reason: InvalidReason, limit: number | null, code: ErrorCode, message: string }
      | { __typename: 'Refusal', code: ErrorCode, message: string }
      | { __typename: 'StaleCard', changedFields: Array<string>, code: ErrorCode, message: string }
      | { __typename: 'WrongStatus', status: CardStatus, code: ErrorCode, message: string }
    > } };

export type PublicPageQueryVariables = Exact<{
  handle: string;
}>;


export type PublicPageQuery = { publicPage: { handle: string, cards: number, hours: number, fights: number, bySkill: Array<{ skill: Skill, cards: number, hours: number }>, byMonth: Array<{ month: string, cards: number, hours: number }>, works: Array<{ title: string, skill: Skill, finishedAt: string, campaignSlug: string, campaignTitle: string, thanks: string | null }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BoardRightsFragmentDoc = new TypedDocumentString(`
    fragment BoardRights on CampaignViewer {
  sensitivity
  role
  isTeam
  canManage
  canApprove
  canReviewCraft
  claimLimit
}
    `, {"fragmentName":"BoardRights"}) as unknown as TypedDocumentString<BoardRightsFragment, unknown>;
export const CardFaceFragmentDoc = new TypedDocumentString(`
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
    `, {"fragmentName":"CardFace"}) as unknown as TypedDocumentString<CardFaceFragment, unknown>;
export const EventLineFragmentDoc = new TypedDocumentString(`
    fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}
    `, {"fragmentName":"EventLine"}) as unknown as TypedDocumentString<EventLineFragment, unknown>;
export const CardDetailFragmentDoc = new TypedDocumentString(`
    fragment CardDetail on Card {
  ...CardFace
  outOfScope
  caution
  dueOffsetHours
  links {
    label
    url
  }
  checklist {
    id
    text
    done
  }
  createdAt
  updatedAt
  work {
    handIns {
      id
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      at
      craftReviewer {
        id
        handle
      }
      craftReviewedAt
      craftNote
      outcome
      reviewer {
        id
        handle
      }
      reviewNote
      reviewedAt
    }
    drafts {
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      savedAt
      keptAt
    }
  }
  comments(first: 50) {
    edges {
      node {
        id
        person {
          id
          handle
        }
        text
        at
        removed
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  activity(first: 30) {
    edges {
      node {
        ...EventLine
      }
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}`, {"fragmentName":"CardDetail"}) as unknown as TypedDocumentString<CardDetailFragment, unknown>;
export const OpenCardFragmentDoc = new TypedDocumentString(`
    fragment OpenCard on Card {
  id
  number
  title
  deliverable
  localSupplies
  caution
  skill
  hours
  phase
  dueAt
  languages
  draftKept
  lastHandBack {
    at
    how
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}
    `, {"fragmentName":"OpenCard"}) as unknown as TypedDocumentString<OpenCardFragment, unknown>;
export const SkillSumFragmentDoc = new TypedDocumentString(`
    fragment SkillSum on SkillSum {
  skill
  cards
  hours
}
    `, {"fragmentName":"SkillSum"}) as unknown as TypedDocumentString<SkillSumFragment, unknown>;
export const MonthSumFragmentDoc = new TypedDocumentString(`
    fragment MonthSum on MonthSum {
  month
  cards
  hours
}
    `, {"fragmentName":"MonthSum"}) as unknown as TypedDocumentString<MonthSumFragment, unknown>;
export const ErrorWordsFragmentDoc = new TypedDocumentString(`
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}
    `, {"fragmentName":"ErrorWords"}) as unknown as TypedDocumentString<ErrorWordsFragment, unknown>;
export const CampaignSettingsFragmentDoc = new TypedDocumentString(`
    fragment CampaignSettings on Campaign {
  id
  slug
  title
  story
  demands
  howToHelp
  employer
  employerHidden
  startsAt
  startHidden
  timeZone
  languages
  sensitivity
  endedAt
  settings {
    leaseHours
    newcomerClaimLimit
    claimLimit
    craftReviewRequired
  }
  organization {
    id
    name
    members {
      role
      person {
        id
        handle
      }
    }
  }
  viewer {
    canManage
  }
}
    `, {"fragmentName":"CampaignSettings"}) as unknown as TypedDocumentString<CampaignSettingsFragment, unknown>;
export const CampaignFaceFragmentDoc = new TypedDocumentString(`
    fragment CampaignFace on Campaign {
  id
  slug
  title
  kind
  organization {
    id
    name
  }
  startsAt
  timeZone
  endedAt
  counts {
    open
    claimed
    inReview
    done
    hoursOpen
    hoursGiven
  }
}
    `, {"fragmentName":"CampaignFace"}) as unknown as TypedDocumentString<CampaignFaceFragment, unknown>;
export const MyCardFragmentDoc = new TypedDocumentString(`
    fragment MyCard on Card {
  id
  number
  title
  skill
  hours
  status
  dueAt
  campaign {
    id
    slug
    title
    timeZone
  }
  claim {
    id
    claimedAt
    expiresAt
    leaseHours
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
}
    `, {"fragmentName":"MyCard"}) as unknown as TypedDocumentString<MyCardFragment, unknown>;
export const ClaimCardDocument = new TypedDocumentString(`
    mutation ClaimCard($input: ClaimCardInput!) {
  claimCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<ClaimCardMutation, ClaimCardMutationVariables>;
export const HandBackCardDocument = new TypedDocumentString(`
    mutation HandBackCard($input: HandBackCardInput!) {
  handBackCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<HandBackCardMutation, HandBackCardMutationVariables>;
export const ExtendClaimDocument = new TypedDocumentString(`
    mutation ExtendClaim($input: ExtendClaimInput!) {
  extendClaim(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<ExtendClaimMutation, ExtendClaimMutationVariables>;
export const TakeBackCardDocument = new TypedDocumentString(`
    mutation TakeBackCard($input: TakeBackCardInput!) {
  takeBackCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<TakeBackCardMutation, TakeBackCardMutationVariables>;
export const BlockCardDocument = new TypedDocumentString(`
    mutation BlockCard($input: BlockCardInput!) {
  blockCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<BlockCardMutation, BlockCardMutationVariables>;
export const UnblockCardDocument = new TypedDocumentString(`
    mutation UnblockCard($input: UnblockCardInput!) {
  unblockCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<UnblockCardMutation, UnblockCardMutationVariables>;
export const HandInCardDocument = new TypedDocumentString(`
    mutation HandInCard($input: HandInCardInput!) {
  handInCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<HandInCardMutation, HandInCardMutationVariables>;
export const PassCraftReviewDocument = new TypedDocumentString(`
    mutation PassCraftReview($input: PassCraftReviewInput!) {
  passCraftReview(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<PassCraftReviewMutation, PassCraftReviewMutationVariables>;
export const RequestChangesDocument = new TypedDocumentString(`
    mutation RequestChanges($input: RequestChangesInput!) {
  requestChanges(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<RequestChangesMutation, RequestChangesMutationVariables>;
export const ApproveCardDocument = new TypedDocumentString(`
    mutation ApproveCard($input: ApproveCardInput!) {
  approveCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<ApproveCardMutation, ApproveCardMutationVariables>;
export const CancelCardDocument = new TypedDocumentString(`
    mutation CancelCard($input: CancelCardInput!) {
  cancelCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<CancelCardMutation, CancelCardMutationVariables>;
export const TickChecklistItemDocument = new TypedDocumentString(`
    mutation TickChecklistItem($input: TickChecklistItemInput!) {
  tickChecklistItem(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<TickChecklistItemMutation, TickChecklistItemMutationVariables>;
export const CreateCardDocument = new TypedDocumentString(`
    mutation CreateCard($input: CreateCardInput!) {
  createCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<CreateCardMutation, CreateCardMutationVariables>;
export const MoveCardDocument = new TypedDocumentString(`
    mutation MoveCard($input: MoveCardInput!) {
  moveCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<MoveCardMutation, MoveCardMutationVariables>;
export const AddCommentDocument = new TypedDocumentString(`
    mutation AddComment($input: AddCommentInput!) {
  addComment(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<AddCommentMutation, AddCommentMutationVariables>;
export const RemoveCommentDocument = new TypedDocumentString(`
    mutation RemoveComment($input: RemoveCommentInput!) {
  removeComment(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<RemoveCommentMutation, RemoveCommentMutationVariables>;
export const UpdateCardDocument = new TypedDocumentString(`
    mutation UpdateCard($input: UpdateCardInput!) {
  updateCard(input: $input) {
    boardRevision
    card {
      ...CardFace
    }
    errors {
      ...ErrorWords
      ... on StaleCard {
        card {
          ...CardDetail
        }
      }
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}
fragment CardDetail on Card {
  ...CardFace
  outOfScope
  caution
  dueOffsetHours
  links {
    label
    url
  }
  checklist {
    id
    text
    done
  }
  createdAt
  updatedAt
  work {
    handIns {
      id
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      at
      craftReviewer {
        id
        handle
      }
      craftReviewedAt
      craftNote
      outcome
      reviewer {
        id
        handle
      }
      reviewNote
      reviewedAt
    }
    drafts {
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      savedAt
      keptAt
    }
  }
  comments(first: 50) {
    edges {
      node {
        id
        person {
          id
          handle
        }
        text
        at
        removed
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  activity(first: 30) {
    edges {
      node {
        ...EventLine
      }
    }
  }
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<UpdateCardMutation, UpdateCardMutationVariables>;
export const CreateCardsFromTemplatesDocument = new TypedDocumentString(`
    mutation CreateCardsFromTemplates($input: CreateCardsFromTemplatesInput!) {
  createCardsFromTemplates(input: $input) {
    boardRevision
    cards {
      ...CardFace
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<CreateCardsFromTemplatesMutation, CreateCardsFromTemplatesMutationVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
    mutation SaveDraft($input: SaveDraftInput!) {
  saveDraft(input: $input) {
    draft {
      savedAt
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const BoardDocument = new TypedDocumentString(`
    query Board($slug: String!) {
  campaign(slug: $slug) {
    id
    slug
    title
    organization {
      id
      name
    }
    startsAt
    startHidden
    endedAt
    timeZone
    languages
    sensitivity
    settings {
      leaseHours
      craftReviewRequired
    }
    viewer {
      ...BoardRights
    }
    board {
      id
      snapshot {
        epoch
        revision
        cards {
          ...CardFace
        }
      }
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment BoardRights on CampaignViewer {
  sensitivity
  role
  isTeam
  canManage
  canApprove
  canReviewCraft
  claimLimit
}`) as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const BoardSnapshotDocument = new TypedDocumentString(`
    query BoardSnapshot($boardId: ID!) {
  node(id: $boardId) {
    ... on Board {
      id
      campaign {
        id
        viewer {
          ...BoardRights
        }
      }
      snapshot {
        epoch
        revision
        cards {
          ...CardFace
        }
      }
    }
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment BoardRights on CampaignViewer {
  sensitivity
  role
  isTeam
  canManage
  canApprove
  canReviewCraft
  claimLimit
}`) as unknown as TypedDocumentString<BoardSnapshotQuery, BoardSnapshotQueryVariables>;
export const BoardActivityDocument = new TypedDocumentString(`
    query BoardActivity($boardId: ID!, $first: Int!, $after: String) {
  node(id: $boardId) {
    ... on Board {
      id
      activity(first: $first, after: $after) {
        edges {
          node {
            ...EventLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}`) as unknown as TypedDocumentString<BoardActivityQuery, BoardActivityQueryVariables>;
export const BoardTemplatesDocument = new TypedDocumentString(`
    query BoardTemplates {
  cardTemplates {
    key
    title
    deliverable
    skill
    hours
    phase
    localSupplies
    sensitivity
    caution
    dueOffsetHours
  }
}
    `) as unknown as TypedDocumentString<BoardTemplatesQuery, BoardTemplatesQueryVariables>;
export const BoardChangesDocument = new TypedDocumentString(`
    subscription BoardChanges($boardId: ID!, $after: BoardCursor!) {
  boardChanges(boardId: $boardId, after: $after) {
    kind
    epoch
    previousRevision
    revision
    at
    events {
      ...EventLine
    }
    cards {
      ...CardFace
    }
    removedCardIds
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}`) as unknown as TypedDocumentString<BoardChangesSubscription, BoardChangesSubscriptionVariables>;
export const BoardPresenceDocument = new TypedDocumentString(`
    subscription BoardPresence($boardId: ID!) {
  boardPresence(boardId: $boardId) {
    count
    people {
      id
      handle
    }
  }
}
    `) as unknown as TypedDocumentString<BoardPresenceSubscription, BoardPresenceSubscriptionVariables>;
export const CardDetailDocument = new TypedDocumentString(`
    query CardDetail($campaign: String!, $number: Int!) {
  card(campaign: $campaign, number: $number) {
    ...CardDetail
  }
}
    fragment CardFace on Card {
  id
  number
  title
  deliverable
  localSupplies
  skill
  hours
  phase
  dueAt
  languages
  sensitivity
  status
  position
  version
  holder {
    id
    handle
  }
  claim {
    claimedAt
    expiresAt
    leaseHours
    extensions
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
  lastHandBack {
    at
    how
  }
  draftKept
  commentCount
}
fragment EventLine on BoardEvent {
  revision
  kind
  at
  actor {
    id
    handle
  }
  cardId
  cardNumber
  cardTitle
}
fragment CardDetail on Card {
  ...CardFace
  outOfScope
  caution
  dueOffsetHours
  links {
    label
    url
  }
  checklist {
    id
    text
    done
  }
  createdAt
  updatedAt
  work {
    handIns {
      id
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      at
      craftReviewer {
        id
        handle
      }
      craftReviewedAt
      craftNote
      outcome
      reviewer {
        id
        handle
      }
      reviewNote
      reviewedAt
    }
    drafts {
      person {
        id
        handle
      }
      note
      links {
        label
        url
      }
      savedAt
      keptAt
    }
  }
  comments(first: 50) {
    edges {
      node {
        id
        person {
          id
          handle
        }
        text
        at
        removed
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  activity(first: 30) {
    edges {
      node {
        ...EventLine
      }
    }
  }
}`) as unknown as TypedDocumentString<CardDetailQuery, CardDetailQueryVariables>;
export const OpenCardsChangedDocument = new TypedDocumentString(`
    subscription OpenCardsChanged($filter: OpenCardsFilter) {
  openCardsChanged(filter: $filter) {
    opened {
      id
    }
    closedCardIds
  }
}
    `) as unknown as TypedDocumentString<OpenCardsChangedSubscription, OpenCardsChangedSubscriptionVariables>;
export const TakeCardDocument = new TypedDocumentString(`
    mutation TakeCard($input: ClaimCardInput!) {
  claimCard(input: $input) {
    card {
      id
      claim {
        id
        expiresAt
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<TakeCardMutation, TakeCardMutationVariables>;
export const FrameDocument = new TypedDocumentString(`
    query Frame {
  viewer {
    person {
      id
      handle
      skills
      languages
      standing
    }
    isCoordinator
    memberships {
      organization {
        id
        name
      }
      role
    }
  }
  demoPeople {
    person {
      id
      handle
    }
    part
  }
}
    `) as unknown as TypedDocumentString<FrameQuery, FrameQueryVariables>;
export const TryAsDocument = new TypedDocumentString(`
    mutation TryAs($input: TryAsInput!) {
  tryAs(input: $input) {
    viewer {
      person {
        id
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<TryAsMutation, TryAsMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    signedOut
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const JoinDocument = new TypedDocumentString(`
    mutation Join($input: JoinInput!) {
  join(input: $input) {
    viewer {
      person {
        id
        handle
      }
    }
    recoveryCode
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<JoinMutation, JoinMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    viewer {
      person {
        id
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    viewer {
      person {
        id
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($input: EndSessionInput!) {
  endSession(input: $input) {
    sessions {
      id
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const RenewRecoveryCodeDocument = new TypedDocumentString(`
    mutation RenewRecoveryCode {
  renewRecoveryCode {
    recoveryCode
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<RenewRecoveryCodeMutation, RenewRecoveryCodeMutationVariables>;
export const CampaignPageDocument = new TypedDocumentString(`
    query CampaignPage($slug: String!) {
  campaign(slug: $slug) {
    ...CampaignFace
    story
    demands
    howToHelp
    employer
    employerHidden
    startHidden
    thanks(first: 12) {
      edges {
        node {
          id
          number
          title
          holder {
            id
            handle
          }
          thanks {
            text
            at
          }
        }
      }
    }
    viewer {
      isTeam
      canManage
    }
  }
}
    fragment CampaignFace on Campaign {
  id
  slug
  title
  kind
  organization {
    id
    name
  }
  startsAt
  timeZone
  endedAt
  counts {
    open
    claimed
    inReview
    done
    hoursOpen
    hoursGiven
  }
}`) as unknown as TypedDocumentString<CampaignPageQuery, CampaignPageQueryVariables>;
export const CampaignOpenCardsDocument = new TypedDocumentString(`
    query CampaignOpenCards($filter: OpenCardsFilter) {
  openCards(first: 40, filter: $filter) {
    edges {
      node {
        ...OpenCard
      }
    }
  }
}
    fragment OpenCard on Card {
  id
  number
  title
  deliverable
  localSupplies
  caution
  skill
  hours
  phase
  dueAt
  languages
  draftKept
  lastHandBack {
    at
    how
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}`) as unknown as TypedDocumentString<CampaignOpenCardsQuery, CampaignOpenCardsQueryVariables>;
export const CampaignDifferenceDocument = new TypedDocumentString(`
    query CampaignDifference($slug: String!) {
  campaign(slug: $slug) {
    id
    difference {
      deliverables
      hours
      people
      hoursToFirstClaim
      hoursToFirstDelivery
      byDay {
        day
        deliverables
      }
    }
    closing {
      closedAt
      thanks
      outcome
      pageApprovedAt
      eraseAfter
      erasedAt
    }
    viewer {
      canApprove
    }
  }
}
    `) as unknown as TypedDocumentString<CampaignDifferenceQuery, CampaignDifferenceQueryVariables>;
export const ApproveClosingPageDocument = new TypedDocumentString(`
    mutation ApproveClosingPage($input: ApproveClosingPageInput!) {
  approveClosingPage(input: $input) {
    campaign {
      id
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<ApproveClosingPageMutation, ApproveClosingPageMutationVariables>;
export const CampaignEndingDocument = new TypedDocumentString(`
    query CampaignEnding($slug: String!) {
  campaign(slug: $slug) {
    id
    closing {
      closedAt
      thanks
      outcome
      handover {
        what
        to
        done
      }
      pageApprovedAt
      eraseAfter
      erasedAt
    }
    counts {
      claimed
      inReview
    }
    board {
      id
      snapshot {
        cards {
          id
          title
          status
        }
      }
    }
  }
  cardTemplates {
    key
    title
  }
}
    `) as unknown as TypedDocumentString<CampaignEndingQuery, CampaignEndingQueryVariables>;
export const CloseCampaignDocument = new TypedDocumentString(`
    mutation CloseCampaign($input: CloseCampaignInput!) {
  closeCampaign(input: $input) {
    campaign {
      id
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<CloseCampaignMutation, CloseCampaignMutationVariables>;
export const UpdateClosingDocument = new TypedDocumentString(`
    mutation UpdateClosing($input: UpdateClosingInput!) {
  updateClosing(input: $input) {
    campaign {
      id
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<UpdateClosingMutation, UpdateClosingMutationVariables>;
export const AddDebriefDocument = new TypedDocumentString(`
    mutation AddDebrief($input: CreateCardsFromTemplatesInput!) {
  createCardsFromTemplates(input: $input) {
    cards {
      id
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<AddDebriefMutation, AddDebriefMutationVariables>;
export const CampaignSettingsPageDocument = new TypedDocumentString(`
    query CampaignSettingsPage($slug: String!) {
  campaign(slug: $slug) {
    ...CampaignSettings
  }
}
    fragment CampaignSettings on Campaign {
  id
  slug
  title
  story
  demands
  howToHelp
  employer
  employerHidden
  startsAt
  startHidden
  timeZone
  languages
  sensitivity
  endedAt
  settings {
    leaseHours
    newcomerClaimLimit
    claimLimit
    craftReviewRequired
  }
  organization {
    id
    name
    members {
      role
      person {
        id
        handle
      }
    }
  }
  viewer {
    canManage
  }
}`) as unknown as TypedDocumentString<CampaignSettingsPageQuery, CampaignSettingsPageQueryVariables>;
export const UpdateCampaignDocument = new TypedDocumentString(`
    mutation UpdateCampaign($input: UpdateCampaignInput!) {
  updateCampaign(input: $input) {
    campaign {
      id
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<UpdateCampaignMutation, UpdateCampaignMutationVariables>;
export const SetRoleDocument = new TypedDocumentString(`
    mutation SetRole($input: SetRoleInput!) {
  setRole(input: $input) {
    membership {
      role
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<SetRoleMutation, SetRoleMutationVariables>;
export const VouchDocument = new TypedDocumentString(`
    mutation Vouch($input: VouchForPersonInput!) {
  vouchForPerson(input: $input) {
    person {
      id
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<VouchMutation, VouchMutationVariables>;
export const ProgrammeDocument = new TypedDocumentString(`
    query Programme {
  programme {
    finishers
    returned
    waits {
      wait
      side
      count
      medianHours
    }
    losses {
      skill
      phase
      handedBack
      expired
      takenBack
      quiet
    }
  }
}
    `) as unknown as TypedDocumentString<ProgrammeQuery, ProgrammeQueryVariables>;
export const CardToClaimDocument = new TypedDocumentString(`
    query CardToClaim($id: ID!) {
  node(id: $id) {
    __typename
    ... on Card {
      ...OpenCard
      status
    }
  }
}
    fragment OpenCard on Card {
  id
  number
  title
  deliverable
  localSupplies
  caution
  skill
  hours
  phase
  dueAt
  languages
  draftKept
  lastHandBack {
    at
    how
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}`) as unknown as TypedDocumentString<CardToClaimQuery, CardToClaimQueryVariables>;
export const LandingDocument = new TypedDocumentString(`
    query Landing($filter: OpenCardsFilter) {
  campaigns(first: 30) {
    edges {
      node {
        ...CampaignFace
      }
    }
  }
  openCards(first: 40, filter: $filter) {
    edges {
      node {
        ...OpenCard
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment OpenCard on Card {
  id
  number
  title
  deliverable
  localSupplies
  caution
  skill
  hours
  phase
  dueAt
  languages
  draftKept
  lastHandBack {
    at
    how
  }
  campaign {
    id
    slug
    title
    timeZone
  }
}
fragment CampaignFace on Campaign {
  id
  slug
  title
  kind
  organization {
    id
    name
  }
  startsAt
  timeZone
  endedAt
  counts {
    open
    claimed
    inReview
    done
    hoursOpen
    hoursGiven
  }
}`) as unknown as TypedDocumentString<LandingQuery, LandingQueryVariables>;
export const MyDifferenceDocument = new TypedDocumentString(`
    query MyDifference {
  viewer {
    isCoordinator
    person {
      id
      handle
      publicPage {
        handle
        showThanks
      }
    }
    difference {
      cards
      hours
      fights
      bySkill {
        ...SkillSum
      }
      byMonth {
        ...MonthSum
      }
      thanks(first: 6) {
        edges {
          node {
            id
            title
            thanks {
              text
              from {
                id
                handle
              }
            }
            campaign {
              id
              slug
              title
            }
          }
        }
      }
    }
  }
}
    fragment SkillSum on SkillSum {
  skill
  cards
  hours
}
fragment MonthSum on MonthSum {
  month
  cards
  hours
}`) as unknown as TypedDocumentString<MyDifferenceQuery, MyDifferenceQueryVariables>;
export const SetPublicPageDocument = new TypedDocumentString(`
    mutation SetPublicPage($input: SetPublicPageInput!) {
  setPublicPage(input: $input) {
    publicPage {
      handle
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<SetPublicPageMutation, SetPublicPageMutationVariables>;
export const EraseMyselfDocument = new TypedDocumentString(`
    mutation EraseMyself($input: EraseMyselfInput!) {
  eraseMyself(input: $input) {
    erased
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<EraseMyselfMutation, EraseMyselfMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me($after: String) {
  viewer {
    heldCards {
      ...MyCard
    }
    finishedCards(first: 20, after: $after) {
      edges {
        node {
          ...MyCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    finishedCount
    hoursGiven
    memberships {
      role
      organization {
        id
        name
        campaigns(first: 20) {
          edges {
            node {
              id
              slug
              title
            }
          }
        }
      }
    }
  }
}
    fragment MyCard on Card {
  id
  number
  title
  skill
  hours
  status
  dueAt
  campaign {
    id
    slug
    title
    timeZone
  }
  claim {
    id
    claimedAt
    expiresAt
    leaseHours
  }
  waiting {
    since
    reason
  }
  changesRequestedAt
  handedInAt
  craftReviewedAt
  finishedAt
  thanks {
    text
    from {
      id
      handle
    }
  }
}`) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SessionsDocument = new TypedDocumentString(`
    query Sessions {
  viewer {
    sessions {
      id
      device
      createdAt
      lastSeenAt
      current
    }
  }
}
    `) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const NewCampaignPageDocument = new TypedDocumentString(`
    query NewCampaignPage {
  viewer {
    isCoordinator
    memberships {
      role
      organization {
        id
        name
      }
    }
  }
  campaigns(first: 100) {
    edges {
      node {
        id
        organization {
          id
          name
        }
      }
    }
  }
  cardTemplates {
    key
    title
    phase
    hours
  }
}
    `) as unknown as TypedDocumentString<NewCampaignPageQuery, NewCampaignPageQueryVariables>;
export const CreateOrganizationDocument = new TypedDocumentString(`
    mutation CreateOrganization($input: CreateOrganizationInput!) {
  createOrganization(input: $input) {
    organization {
      id
      name
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<CreateOrganizationMutation, CreateOrganizationMutationVariables>;
export const CreateCampaignDocument = new TypedDocumentString(`
    mutation CreateCampaign($input: CreateCampaignInput!) {
  createCampaign(input: $input) {
    campaign {
      id
      slug
      title
      board {
        id
      }
    }
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<CreateCampaignMutation, CreateCampaignMutationVariables>;
export const FirstBoardDocument = new TypedDocumentString(`
    mutation FirstBoard($input: CreateCardsFromTemplatesInput!) {
  createCardsFromTemplates(input: $input) {
    boardRevision
    errors {
      ...ErrorWords
    }
  }
}
    fragment ErrorWords on Error {
  __typename
  code
  message
  ... on InvalidInput {
    field
    reason
    limit
  }
  ... on CardAlreadyClaimed {
    holder {
      id
      handle
    }
    alternatives {
      id
      number
      title
      skill
      hours
    }
  }
  ... on ClaimLimitReached {
    claimLimit: limit
    held {
      id
      number
      title
      campaign {
        slug
      }
    }
  }
  ... on WrongStatus {
    status
  }
  ... on StaleCard {
    changedFields
  }
}`) as unknown as TypedDocumentString<FirstBoardMutation, FirstBoardMutationVariables>;
export const PublicPageDocument = new TypedDocumentString(`
    query PublicPage($handle: String!) {
  publicPage(handle: $handle) {
    handle
    cards
    hours
    fights
    bySkill {
      ...SkillSum
    }
    byMonth {
      ...MonthSum
    }
    works {
      title
      skill
      finishedAt
      campaignSlug
      campaignTitle
      thanks
    }
  }
}
    fragment SkillSum on SkillSum {
  skill
  cards
  hours
}
fragment MonthSum on MonthSum {
  month
  cards
  hours
}`) as unknown as TypedDocumentString<PublicPageQuery, PublicPageQueryVariables>;