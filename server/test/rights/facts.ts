import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import type { BoardEventKind } from '../../src/core/board/board.entity.ts';
import type { CardStatus } from '../../src/core/board/card.entity.ts';
import type { Link } from '../../src/platform/input/links.ts';
import { mayReadAt, type Sensitivity } from '../../src/core/access/sensitivity.ts';
import type { Services } from '../../src/platform/services.ts';
import type { Somebody } from './world.ts';

/** What is in the tables, read without any rule, and the rules of PRODUCT.md written once more and plainly. */
export interface Facts {
  cards: CardFact[];
  campaigns: CampaignFact[];
  comments: { id: string; cardId: string }[];
  events: EventFact[];
  drafts: DraftFact[];
  /** What hangs on nothing yet, as its sender sees it. */
  uploads: { cardId: string; personId: string; file: object }[];
  sessions: { id: string; personId: string; device: string; createdAt: Date; lastSeenAt: Date }[];
  people: string[];
  organizations: string[];
  asks: string[];
  /** For the difference. */
  claims: { cardId: string; claimedAt: Date }[];
  asksOfCampaigns: { campaignId: string; submittedAt: Date }[];
}
export interface CardFact {
  id: string;
  boardId: string;
  campaign: CampaignFact;
  number: number;
  title: string;
  sensitivity: Sensitivity;
  status: CardStatus;
  holderId: string | null;
  partnerId: string | null;
  relative: boolean;
  hours: number;
  createdAt: Date;
  finishedAt: Date | null;
  leaseExpiresAt: Date | null;
  position: string;
}
/** Whether somebody holds a card, alone or with another, handed it in or finished it. */
export const isInHands = (card: CardFact | undefined, personId: string | undefined): boolean =>
  card !== undefined && personId !== undefined && [card.holderId, card.partnerId].includes(personId);

export interface CampaignFact {
  id: string;
  boardId: string;
  organizationId: string;
  sensitivity: Sensitivity;
  employerHidden: boolean;
  startHidden: boolean;
  ended: boolean;
  createdAt: Date;
  epoch: string;
  newcomerClaimLimit: number;
  claimLimit: number;
}
export interface EventFact {
  boardId: string;
  revision: number;
  kind: BoardEventKind;
  at: Date;
  actorId: string | null;
  cards: string[];
}
export interface DraftFact {
  cardId: string;
  personId: string;
  note: string;
  links: Link[];
  savedAt: Date;
  keptAt: Date | null;
}

export async function readFacts(services: Services): Promise<Facts> {
  const db = services.orm.em.fork().getKysely();
  const campaigns = await db
    .selectFrom('campaign')
    .innerJoin('board', 'board.campaign_id', 'campaign.id')
    .selectAll('campaign')
    .select(['board.id as board_id', 'board.epoch'])
    .execute();
  const ofBoard = new Map(
    campaigns.map((row): [string, CampaignFact] => [
      row.board_id,
      {
        id: row.id,
        boardId: row.board_id,
        organizationId: row.organization_id,
        sensitivity: row.sensitivity,
        employerHidden: row.employer_hidden ?? false,
        startHidden: row.start_hidden ?? false,
        ended: row.ended_at != null,
        createdAt: new Date(row.created_at),
        epoch: row.epoch,
        newcomerClaimLimit: row.newcomer_claim_limit ?? 0,
        claimLimit: row.claim_limit ?? 0,
      } as CampaignFact,
    ]),
  );
  const date = (value: Date | string | null | undefined) => (value == null ? null : new Date(value));
  const cards = (await db.selectFrom('card').selectAll().execute()).map((row) => ({
    id: row.id,
    boardId: row.board_id,
    campaign: ofBoard.get(row.board_id)!,
    number: row.number,
    title: row.title,
    sensitivity: row.sensitivity,
    status: row.status,
    holderId: row.holder_id ?? null,
    partnerId: row.partner_id ?? null,
    relative: row.due_offset_hours != null,
    hours: Number(row.hours),
    createdAt: new Date(row.created_at),
    finishedAt: date(row.finished_at),
    leaseExpiresAt: date(row.lease_expires_at),
    position: row.position,
  })) as CardFact[];
  const events = await db.selectFrom('board_event').selectAll().orderBy('revision', 'desc').execute();
  const drafts = await db.selectFrom('draft').selectAll().orderBy('saved_at', 'desc').execute();
  const uploads = await db
    .selectFrom('file')
    .selectAll()
    .where('attached_at', 'is', null)
    .orderBy('started_at')
    .execute();
  const sessions = await db.selectFrom('session').selectAll().execute();
  const comments = await db.selectFrom('comment').select(['id', 'card_id as cardId']).execute();
  const claims = await db.selectFrom('claim').select(['card_id', 'claimed_at']).execute();
  const asks = await db.selectFrom('ask').select(['campaign_id', 'submitted_at']).execute();
  return {
    claims: claims.map((row) => ({ cardId: row.card_id, claimedAt: new Date(row.claimed_at as Date) })),
    asksOfCampaigns: asks.flatMap(({ campaign_id, submitted_at }) =>
      campaign_id && submitted_at
        ? [{ campaignId: campaign_id, submittedAt: new Date(submitted_at as Date) }]
        : [],
    ),
    cards,
    campaigns: [...ofBoard.values()],
    comments,
    events: events.map((row) => ({
      boardId: row.board_id,
      revision: row.revision,
      kind: row.kind,
      at: new Date(row.at),
      actorId: row.actor_id ?? null,
      cards: row.cards ?? [],
    })) as EventFact[],
    drafts: drafts.map((row) => ({
      cardId: row.card_id,
      personId: row.person_id,
      note: row.note,
      links: row.links as unknown as Link[],
      savedAt: new Date(row.saved_at),
      keptAt: date(row.kept_at),
    })),
    uploads: uploads.map((row) => ({
      cardId: row.card_id,
      personId: row.person_id,
      file: {
        ...{
          __typename: 'File',
          id: toGlobalId('File', row.id),
          use: row.use,
          name: row.name,
          mediaType: row.media_type,
        },
        ...{ bytes: row.bytes, received: row.received, state: row.state, problem: row.problem ?? null },
        ...{
          address: null,
          viewAddress: null,
          uploadAddress: row.state === 'RECEIVING' ? `/uploads/${row.id}` : null,
          thumbnails: [],
        },
        startedAt: new Date(row.started_at as unknown as Date).toISOString(),
      },
    })),
    sessions: sessions.map((row) => ({
      id: row.id,
      personId: row.person_id,
      device: row.device,
      createdAt: new Date(row.created_at),
      lastSeenAt: new Date(row.last_seen_at),
    })),
    people: (await db.selectFrom('person').select('id').execute()).map(({ id }) => id),
    organizations: (await db.selectFrom('organization').select('id').execute()).map(({ id }) => id),
    asks: (await db.selectFrom('ask').select('id').where('status', '<>', 'DRAFT').execute()).map(
      ({ id }) => id,
    ),
  };
}

/** How much somebody may read of a campaign. */
export function levelOf(
  who: Somebody,
  { id, organizationId }: Pick<CampaignFact, 'id' | 'organizationId'>,
): Sensitivity {
  const { viewer } = who;
  if (!viewer || viewer.standing === 'SUSPENDED' || viewer.blocks.has(id)) return 'PUBLIC';
  if (isOf(who, organizationId)) return 'TEAM';
  return viewer.standing === 'NEW' && !viewer.vouches.has(organizationId) ? 'PUBLIC' : 'VETTED';
}

/** Whether somebody is among an organization's own people, or a coordinator. */
export function isOf({ viewer }: Somebody, organizationId: string): boolean {
  if (!viewer || viewer.standing === 'SUSPENDED') return false;
  return viewer.coordinator || viewer.roles.has(organizationId);
}

export function readsCampaign(who: Somebody, campaign: CampaignFact): boolean {
  return mayReadAt(levelOf(who, campaign), campaign.sensitivity);
}

export function readsCard(who: Somebody, { campaign, sensitivity, status }: CardFact): boolean {
  const level = levelOf(who, campaign);
  if (level === 'TEAM') return true;
  return readsCampaign(who, campaign) && mayReadAt(level, sensitivity) && !/DRAFT|CANCELLED/.test(status);
}
