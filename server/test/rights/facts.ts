import { sql } from 'kysely';
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
  uploads: { placeId: string; personId: string; file: object }[];
  /** Files that are at events; whether everybody who reads the event reads them. */
  eventFiles: { fileId: string; isShown: boolean }[];
  sessions: { id: string; personId: string; device: string; createdAt: Date; lastSeenAt: Date }[];
  people: string[];
  organizations: string[];
  /** What they are called in addresses, by their ids. */
  slugs: Map<string, string>;
  asks: string[];
  gatherings: GatheringFact[];
  sessionsOfEvents: { id: string; eventId: string }[];
  answers: { eventId: string; personId: string | null }[];
  takeaways: { id: string; eventId: string; personId: string | null }[];
  recaps: { eventId: string; preparedById: string | null }[];
  registrations: { id: string; eventId: string; personId: string | null; state: string }[];
  practiceCards: { id: string; eventId: string }[];
  practices: { id: string; cardId: string; personId: string; state: string }[];
  webhooks: { id: string; personId: string; campaign: CampaignFact }[];
  deliveries: { id: string; personId: string }[];
  /** Who is on the bench, by the person. */
  advisers: string[];
  openings: { id: string; campaignId: string | null }[];
  /** By whom they were sent. */
  applications: { id: string; openingId: string; personId: string }[];
  questions: { id: string; kind: string; state: string; personId: string | null; subjectId: string }[];
  rooms: { eventId: string; epoch: string }[];
  polls: { id: string; eventId: string; state: string }[];
  notes: { id: string; eventId: string }[];
  /** Whose campaign it is, or null for the programme; and who made it with an account. */
  suggestions: { id: string; campaignId: string | null; state: string; personId: string | null }[];
  /** Who voted for which question, suggestion or poll; in a poll, for which of its options, counted from 0. */
  votes: { id: string; voter: string; choice: number }[];
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
  skill: string;
  hours: number;
  createdAt: Date;
  finishedAt: Date | null;
  leaseExpiresAt: Date | null;
  waitingSince: Date | null;
  position: string;
}
/** Whether somebody holds a card, alone or with another, handed it in or finished it. */
export const isInHands = (card: CardFact | undefined, personId: string | undefined): boolean =>
  card !== undefined && personId !== undefined && [card.holderId, card.partnerId].includes(personId);

export interface CampaignFact {
  id: string;
  slug: string;
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
export interface GatheringFact {
  id: string;
  organizationId: string;
  campaignId: string | null;
  sensitivity: Sensitivity;
  onlineCapacity: number | null;
  isOver: boolean;
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
        slug: row.slug,
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
    skill: row.skill,
    hours: Number(row.hours),
    createdAt: new Date(row.created_at),
    finishedAt: date(row.finished_at),
    leaseExpiresAt: date(row.lease_expires_at),
    waitingSince: date(row.waiting_since),
    position: row.position,
  })) as CardFact[];
  const events = await db.selectFrom('board_event').selectAll().orderBy('revision', 'desc').execute();
  const drafts = await db.selectFrom('draft').selectAll().orderBy('saved_at', 'desc').execute();
  const uploads = await db
    .selectFrom('file')
    .leftJoin('material', 'material.file_id', 'file.id')
    .selectAll('file')
    .select(['material.event_id', 'material.shown'])
    .where('attached_at', 'is', null)
    .orderBy('started_at')
    .execute();
  const eventFiles = await db.selectFrom('material').select(['file_id', 'shown', 'in_recap']).execute();
  const sessions = await db.selectFrom('session').selectAll().execute();
  const comments = await db.selectFrom('comment').select(['id', 'card_id as cardId']).execute();
  const claims = await db.selectFrom('claim').select(['card_id', 'claimed_at']).execute();
  const organizations = await db.selectFrom('organization').select(['id', 'slug']).execute();
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
      placeId: (row.card_id ?? row.event_id)!,
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
        shown: row.shown ?? null,
      },
    })),
    eventFiles: eventFiles.map((row) => ({
      fileId: row.file_id,
      isShown: row.shown === 'NOW' || row.in_recap === true,
    })),
    sessions: sessions.map((row) => ({
      id: row.id,
      personId: row.person_id,
      device: row.device,
      createdAt: new Date(row.created_at),
      lastSeenAt: new Date(row.last_seen_at),
    })),
    people: (await db.selectFrom('person').select('id').execute()).map(({ id }) => id),
    organizations: organizations.map(({ id }) => id),
    slugs: new Map(organizations.map(({ id, slug }) => [id, slug])),
    gatherings: (await db.selectFrom('event').selectAll().execute()).map((row) => ({
      id: row.id,
      organizationId: row.organization_id,
      campaignId: row.campaign_id ?? null,
      sensitivity: row.sensitivity as Sensitivity,
      onlineCapacity: row.online_capacity ?? null,
      isOver: new Date(row.ends_at) < new Date(),
    })),
    sessionsOfEvents: await db.selectFrom('event_session').select(['id', 'event_id as eventId']).execute(),
    answers: await db
      .selectFrom('feedback')
      .select(['event_id as eventId', sql<string | null>`person_id`.as('personId')])
      .execute(),
    takeaways: await db
      .selectFrom('takeaway')
      .select(['id', 'event_id as eventId', sql<string | null>`person_id`.as('personId')])
      .execute(),
    recaps: await db
      .selectFrom('recap')
      .select(['event_id as eventId', sql<string | null>`prepared_by_id`.as('preparedById')])
      .execute(),
    registrations: (await db.selectFrom('registration').selectAll().execute()).map((row) => ({
      ...{ id: row.id, eventId: row.event_id, personId: row.person_id ?? null, state: row.state },
    })),
    practiceCards: await db.selectFrom('practice_card').select(['id', 'event_id as eventId']).execute(),
    practices: await db
      .selectFrom('practice')
      .select(['id', 'card_id as cardId', 'person_id as personId', 'state'])
      .execute(),
    webhooks: (
      await db
        .selectFrom('webhook')
        .innerJoin('webhook_board', 'webhook_board.webhook_id', 'webhook.id')
        .select(['id', 'person_id as personId', 'board_id as boardId'])
        .execute()
    ).map(({ boardId, ...webhook }) => ({ ...webhook, campaign: ofBoard.get(boardId)! })),
    deliveries: await db
      .selectFrom('webhook_delivery')
      .innerJoin('webhook', 'webhook.id', 'webhook_delivery.webhook_id')
      .select(['webhook_delivery.id', 'webhook.person_id as personId'])
      .execute(),
    advisers: (
      await db.selectFrom('adviser').select('person_id').where('offered_at', 'is not', null).execute()
    ).map(({ person_id }) => person_id),
    openings: await db
      .selectFrom('opening')
      .select(['id', 'campaign_id as campaignId'])
      .$castTo<{ id: string; campaignId: string | null }>()
      .execute(),
    applications: await db
      .selectFrom('application')
      .select(['id', 'opening_id as openingId', 'person_id as personId'])
      .execute(),
    questions: await db
      .selectFrom('question')
      .select(['id', 'subject_kind as kind', 'state', 'person_id as personId', 'subject_id as subjectId'])
      .$castTo<Facts['questions'][number]>()
      .execute(),
    rooms: await db.selectFrom('room').select(['event_id as eventId', 'epoch']).execute(),
    polls: await db.selectFrom('poll').select(['id', 'event_id as eventId', 'state']).execute(),
    notes: await db
      .selectFrom('room_note')
      .select(['id', 'event_id as eventId'])
      .where('removed_at', 'is', null)
      .execute(),
    suggestions: await db
      .selectFrom('suggestion')
      .select(['id', 'campaign_id as campaignId', 'state', 'person_id as personId'])
      .$castTo<Facts['suggestions'][number]>()
      .execute(),
    votes: (
      await sql<Facts['votes'][number]>`select question_id as id, voter, 0 as choice from question_vote
        union all select suggestion_id, voter, 0 from suggestion_vote
        union all select poll_id, voter, choice - 1 from poll_vote`.execute(db)
    ).rows,
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

/** Whether lists may name an organization to somebody. */
export function knowsOrganization(who: Somebody, id: string, { campaigns }: Facts): boolean {
  const isRead = (campaign: CampaignFact) => campaign.organizationId === id && readsCampaign(who, campaign);
  return isOf(who, id) || campaigns.some(isRead);
}

/** Whether somebody is among an organization's own people, or a coordinator. */
export function isOf({ viewer }: Somebody, organizationId: string): boolean {
  if (!viewer || viewer.standing === 'SUSPENDED') return false;
  return viewer.coordinator || viewer.roles.has(organizationId);
}

export function readsEvent(
  who: Somebody,
  {
    organizationId,
    campaignId,
    sensitivity,
  }: Pick<GatheringFact, 'organizationId' | 'campaignId' | 'sensitivity'>,
): boolean {
  return mayReadAt(levelOf(who, { id: campaignId ?? '', organizationId }), sensitivity);
}

/** Whether somebody runs an event: changes it, and stands at its door. */
export function runsEvent(
  { viewer }: Somebody,
  { organizationId, campaignId }: Pick<GatheringFact, 'organizationId' | 'campaignId'>,
): boolean {
  if (!viewer || viewer.standing === 'SUSPENDED' || viewer.blocks.has(campaignId ?? '')) return false;
  return viewer.coordinator || viewer.roles.get(organizationId) === 'ORGANIZER';
}

/** Whether somebody answers what others practised at an event: every card there asks for writing. */
export function answersPractice(who: Somebody, event: GatheringFact): boolean {
  const { viewer } = who;
  if (!viewer || !readsEvent(who, event) || viewer.blocks.has(event.campaignId ?? '')) return false;
  const knowsCraft = ['VETTED', 'LEAD'].includes(viewer.standing) && viewer.skills.includes('WRITING');
  return runsEvent(who, event) || knowsCraft;
}

export function readsCampaign(who: Somebody, campaign: CampaignFact): boolean {
  return mayReadAt(levelOf(who, campaign), campaign.sensitivity);
}

export function readsCard(who: Somebody, { campaign, sensitivity, status }: CardFact): boolean {
  const level = levelOf(who, campaign);
  if (level === 'TEAM') return true;
  return readsCampaign(who, campaign) && mayReadAt(level, sensitivity) && !/DRAFT|CANCELLED/.test(status);
}

/** Whether somebody sees the recap of an event before it is public. */
export function previewsRecap(
  who: Somebody,
  event: Pick<GatheringFact, 'organizationId' | 'campaignId'>,
): boolean {
  const { viewer } = who;
  if (!viewer || viewer.standing === 'SUSPENDED' || viewer.blocks.has(event.campaignId ?? '')) return false;
  return runsEvent(who, event) || viewer.roles.get(event.organizationId) === 'APPROVER';
}
