import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { CardStatus } from '../../src/core/board/card.entity.ts';
import type { CardWordsInput } from '../../src/core/card/card-words.ts';
import { cancelCard } from '../../src/core/card/cancel-card.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { createCard } from '../../src/core/card/create-card.ts';
import { handInCard } from '../../src/core/review/hand-in-card.ts';
import { type CardOnBoard, readCard } from '../../src/core/board/read-cards.ts';
import { approveCard, passCraftReview } from '../../src/core/review/review-card.ts';
import type { CampaignWordsInput } from '../../src/core/campaign/campaign-words.ts';
import { createCampaign } from '../../src/core/board/create-campaign.ts';
import { createOrganization } from '../../src/core/organization/create-organization.ts';
import { setRole } from '../../src/core/trust/set-role.ts';
import type { Standing } from '../../src/core/access/standing.ts';
import { agreeToConduct } from '../../src/core/trust/agree-to-conduct.ts';
import { CONDUCT_VERSION } from '../../src/core/person/conduct.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { type Viewer } from '../../src/core/access/viewer.ts';
import { Refusal } from '../../src/platform/refusal/refusal.ts';
import type { Services } from '../../src/platform/services.ts';
import { asNow, coordinator, newcomer } from './people.ts';

/** A local on strike with one of each kind of person, and an empty board. Everybody by row id. */
export interface LocalOnStrike {
  organizationId: string;
  campaignId: string;
  boardId: string;
  slug: string;
  coordinator: string;
  organizer: string;
  approver: string;
  member: string;
  /** Standing NEW, no role. */
  volunteer: string;
  /** Standing VETTED, no role. */
  vetted: string;
  /** Of another local: its organizer. */
  foreigner: string;
  suspended: string;
  /** The coordinator with a session, for what changes people. */
  carmen: Viewer;
}

/** Somebody new of a given standing, who agreed to the code of conduct unless new; returns their row id. */
export async function aPerson(
  services: Services,
  carmen: Viewer,
  { standing = 'NEW', agreed = standing !== 'NEW' }: { standing?: Standing; agreed?: boolean } = {},
): Promise<string> {
  const viewer = await newcomer(services, aHandle());
  const { personId, handle } = viewer;
  if (agreed) await agreeToConduct(services, viewer, { version: CONDUCT_VERSION });
  if (standing !== 'NEW') await setStanding(services, carmen, { handle, standing, note: 'As the test asks' });
  return personId;
}

/** Sets up a local on strike, by the use cases people use. Limits of holding are
 * ten cards, and none for people without finished work, unless said otherwise. */
export async function localOnStrike(
  services: Services,
  words: CampaignWordsInput = {},
): Promise<LocalOnStrike> {
  const carmen = await coordinator(services, aHandle());
  const organizationId = await createOrganization(services, carmen, {
    name: 'Transit Workers 41',
    kind: 'UNION_LOCAL',
  });
  const another = await createOrganization(services, carmen, { name: 'Another', kind: 'UNION_LOCAL' });
  const withRole = async (role: 'ORGANIZER' | 'APPROVER' | 'MEMBER', of = organizationId) => {
    const { personId, handle } = await newcomer(services, aHandle());
    await setRole(services, carmen, { organizationId: of, handle, role });
    return personId;
  };
  const { campaignId, boardId, slug } = await createCampaign(services, carmen.personId, {
    organizationId,
    slug: `strike-${randomBytes(6).toString('hex')}`,
    kind: 'STRIKE',
    languages: ['en'],
    sensitivity: 'PUBLIC',
    ...words,
    title: words.title ?? 'Hold the line',
    settings: {
      newcomerClaimLimit: 10,
      claimLimit: 10,
      firstLeaseHours: 0,
      newcomerShare: 100,
      ...words.settings,
    },
  });
  return {
    organizationId,
    campaignId,
    boardId,
    slug,
    coordinator: carmen.personId,
    organizer: await withRole('ORGANIZER'),
    approver: await withRole('APPROVER'),
    member: await withRole('MEMBER'),
    volunteer: await aPerson(services, carmen),
    vetted: await aPerson(services, carmen, { standing: 'VETTED' }),
    foreigner: await withRole('ORGANIZER', another),
    suspended: await aPerson(services, carmen, { standing: 'SUSPENDED' }),
    carmen: await asNow(services, carmen),
  };
}

/** The words of a card that is right in every way. */
export const cardWords = {
  title: 'Write the leaflet',
  deliverable: 'One page, ready to print',
  skill: 'WRITING',
  hours: 2,
  phase: 'ONGOING',
  sensitivity: 'PUBLIC',
  checklist: [{ text: 'Draft it' }, { text: 'Show it to the local' }],
} satisfies CardWordsInput;

/** A card that has come to `status` by legal moves; `holder` is whoever claimed it (the volunteer). */
export async function aCard(
  services: Services,
  strike: LocalOnStrike,
  status: CardStatus = 'OPEN',
  { holder = strike.volunteer, ...words }: CardWordsInput & { holder?: string } = {},
): Promise<CardOnBoard> {
  const { result } = await createCard(services, strike.organizer, {
    ...cardWords,
    ...words,
    boardId: strike.boardId,
    status: status === 'DRAFT' ? 'DRAFT' : 'OPEN',
    cautionCleared: status !== 'DRAFT',
  });
  if (!result) throw new Error('The card had been made before.');
  const cardId = result.id;
  if (status === 'CANCELLED') await cancelCard(services, strike.organizer, { cardId, reason: 'Not needed' });
  if (['CLAIMED', 'IN_REVIEW', 'DONE'].includes(status)) await claimCard(services, holder, { cardId });
  if (['IN_REVIEW', 'DONE'].includes(status)) {
    await handInCard(services, holder, { cardId, note: 'Here it is', links: [] });
  }
  if (status === 'DONE') {
    await passCraftReview(services, strike.coordinator, { cardId });
    await approveCard(services, strike.organizer, { cardId, thanks: 'Thank you' });
  }
  return cardNow(services, cardId);
}

/** A card as it is, whoever may see it. */
export function cardNow(services: Services, cardId: string): Promise<CardOnBoard> {
  return readCard(services.orm.em.fork().getKysely(), cardId);
}

/** Sets a lease back so far that it is over: time passes, for the database. */
export async function letLeaseEnd(services: Services, cardId: string): Promise<void> {
  await sql`update card set lease_expires_at = clock_timestamp() - interval '1 second'
    where id = ${cardId}`.execute(services.orm.em.fork().getKysely());
}

const TABLES = [
  'campaign',
  'board',
  'board_event',
  'card',
  'claim',
  'hand_in',
  'draft',
  'comment',
  'person',
  'membership',
  'standing_change',
  'conduct_statement',
  'campaign_block',
  'vouch',
  'approval_link',
  'notification',
  'pgboss.job',
];

/** Every row that a change of a board could touch, to show that a refusal changed nothing. */
export async function everythingOnBoards(services: Services): Promise<Record<string, string[]>> {
  const db = services.orm.em.fork().getKysely();
  const dump: Record<string, string[]> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(table)} t order by 1`.execute(db);
    dump[table] = rows.map(({ row }) => row);
  }
  return dump;
}

/** What a call was refused with; fails when it was not, or broke. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('This should have been refused.');
}

/** The code of it alone. */
export const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).code;

/** Revisions of a board's events, oldest first. */
export async function revisionsOf(services: Services, boardId: string): Promise<number[]> {
  const rows = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('board_event')
    .select('revision')
    .where('board_id', '=', boardId)
    .orderBy('revision')
    .execute();
  return rows.map(({ revision }) => revision);
}

/** Handle that nobody has: letters only, as the rules of handles want. */
export function aHandle(): string {
  const letters = [...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
  return `Vol${letters}`;
}
