import { sql } from 'kysely';
import { dueAsSeenBy, readableBy, selectCards, type CardOnBoard } from '../../core/board/read-cards.ts';
import { hoursEach, inHandsOf } from '../../core/board/hands.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { readRunning, type RunningInvitation } from './read-invitations.ts';
import { type Reader, readerOf, vouchesFor } from '../../core/access/viewer.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import {
  type CardToMatch,
  freeHours,
  isPaused,
  type PersonToMatch,
  rankCards,
  rankPeople,
  type ScoredCard,
  type ScoredPerson,
} from './match-rules.ts';

/** Cards looked at for one person, the newest. */
const MOST_CARDS = 500;
/** People looked at for one card, those who were not asked for longest. */
const MOST_PEOPLE = 500;

/** The open cards that fit a person, best first. Two queries, however many people and cards there are. */
export async function matchCards(
  em: Em,
  reader: Reader,
  personId: string,
): Promise<ScoredCard<CardToMatch & { row: CardOnBoard }>[]> {
  const db = em.getKysely();
  const found = (await readPeopleToMatch(db, [personId], sql<boolean>`true`)).get(personId);
  if (!found) return [];
  const rows = await selectCardsToMatch(db)
    .where('card.status', '=', 'OPEN')
    .where('campaign.ended_at', 'is', null)
    .where(sql<boolean>`card.skill = any(${found.person.skills}::text[])`)
    .where(readableBy(reader))
    .orderBy('card.created_at', 'desc')
    .orderBy('card.id')
    .limit(MOST_CARDS)
    .execute();
  return rankCards(
    found.person,
    rows.map((row) => ({ ...toCardToMatch(row, reader), row })),
    found.now,
  );
}

/** Somebody for a card, with the invitation that runs for it. */
export type MatchedPerson = ScoredPerson & { invitation: RunningInvitation | null };

/**
 * Whom one could ask for each of these cards: those who were asked and have not answered first, then best first.
 * Its coordinators and those who run the local are not proposed; they do the asking. Reads as the team does. Four
 * queries, however many cards and people there are.
 */
export async function matchPeople(em: Em, cardIds: readonly string[]): Promise<Map<string, MatchedPerson[]>> {
  const db = em.getKysely();
  const rows = await selectCardsToMatch(db)
    .where(sql<boolean>`card.id = any(${cardIds}::uuid[])`)
    .where('card.status', '=', 'OPEN')
    .where('campaign.ended_at', 'is', null)
    .execute();
  const openIds = rows.map(({ id }) => id);
  const candidates = await readCandidates(db, openIds);
  const people = await readPeopleToMatch(db, [...new Set([...candidates.values()].flat())]);
  const running = Map.groupBy(await readRunning(em, { cardIds: openIds }), ({ cardId }) => cardId);
  return new Map(
    rows.map((row) => {
      const card = toCardToMatch(row, TEAM);
      const found = (candidates.get(card.id) ?? []).flatMap((id) => people.get(id) ?? []);
      const invited = new Map(running.get(card.id)?.map((each) => [each.personId, each]));
      const ranked = rankPeople(
        found.map(({ person }) => person),
        card,
        found[0]?.now ?? new Date(),
      ).map((match) => ({ ...match, invitation: invited.get(match.person.id) ?? null }));
      const asked = ranked.filter(({ invitation }) => invitation !== null);
      return [card.id, [...asked, ...ranked.filter(({ invitation }) => invitation === null)]];
    }),
  );
}

const TEAM: Reader = { base: 'PUBLIC', vettedOf: new Set(), teamOf: 'EVERY', strangerTo: new Set() };

/** One person and one card, whatever their state, for an invitation. Undefined where either is missing. */
export async function readPair(
  em: Em,
  { personId, cardId }: { personId: string; cardId: string },
): Promise<{ person: PersonToMatch; card: CardToMatch; row: CardOnBoard; now: Date } | undefined> {
  const db = em.getKysely();
  const found = (await readPeopleToMatch(db, [personId])).get(personId);
  const row = await selectCardsToMatch(db).where('card.id', '=', cardId).executeTakeFirst();
  return found && row && { ...found, row, card: toCardToMatch(row, TEAM) };
}

/** When and for what somebody may be asked, with what is left of this week. */
export async function readAvailability(em: Em, personId: string) {
  const found = (await readPeopleToMatch(em.getKysely(), [personId])).get(personId);
  if (!found) throw notFound('person');
  const { person, now, timeZone } = found;
  return {
    weeklyHours: person.weeklyHours,
    hoursLeft: freeHours(person),
    pausedFrom: person.pausedFrom,
    pausedUntil: person.pausedUntil,
    isPaused: isPaused(person, now),
    timeZone,
    notSkills: [...person.notSkills],
    notKinds: [...person.notKinds],
  };
}

function selectCardsToMatch(db: Kysely) {
  return selectCards(db).select([
    'campaign.kind',
    'campaign.newcomer_claim_limit as newcomerClaimLimit',
    'campaign.claim_limit as claimLimit',
    sql<boolean>`campaign.ended_at is not null`.as('ended'),
  ]);
}

type CardRow = Awaited<ReturnType<ReturnType<typeof selectCardsToMatch>['executeTakeFirstOrThrow']>>;

function toCardToMatch(row: CardRow, reader: Reader): CardToMatch {
  return {
    id: row.id,
    boardId: row.boardId,
    campaignId: row.campaignId,
    organizationId: row.organizationId,
    kind: row.kind,
    open: row.status === 'OPEN' && !row.ended,
    skill: row.skill,
    hours: row.hours,
    languages: row.languages,
    sensitivity: row.sensitivity,
    campaignSensitivity: row.campaignSensitivity,
    dueAt: dueAsSeenBy(reader, row),
    newcomerClaimLimit: row.newcomerClaimLimit,
    claimLimit: row.claimLimit,
  };
}

/**
 * Ids of people who may fit each card. A sieve only, to leave most people unread: who really fits is decided by the
 * rules. So it may let through too many, and never hold back somebody who fits.
 */
async function readCandidates(db: Kysely, cardIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ cardId: string; personIds: string[] }>`
    select card.id as "cardId", candidate.ids as "personIds"
    from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
    cross join lateral (
      select array_agg(id) as ids from (
        select person.id from person
        left join membership on membership.person_id = person.id
          and membership.organization_id = campaign.organization_id
        left join availability on availability.person_id = person.id
        where card.skill = any(person.skills) and person.erased_at is null and person.standing <> 'SUSPENDED'
          and not person.coordinator and (membership.role is null or membership.role = 'MEMBER')
          and (membership.role is not null or (card.sensitivity <> 'TEAM' and campaign.sensitivity <> 'TEAM'))
          and (membership.role is not null or person.standing <> 'NEW'
            or exists (select from vouch where vouch.person_id = person.id
              and vouch.organization_id = campaign.organization_id and vouch.ended_at is null)
            or (card.sensitivity = 'PUBLIC' and campaign.sensitivity = 'PUBLIC'))
          and coalesce(availability.weekly_hours, 2) > 0
          and not (card.skill = any(coalesce(availability.not_skills, '{}')))
          and not (campaign.kind = any(coalesce(availability.not_kinds, '{}')))
          and not exists (select from campaign_block block
            where block.campaign_id = campaign.id and block.person_id = person.id)
        order by (select max(at) from invitation where invitation.person_id = person.id) nulls first, person.id
        limit ${MOST_PEOPLE}) chosen) candidate
    where card.id = any(${cardIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ cardId, personIds }) => [cardId, personIds ?? []]));
}

const theirs = inHandsOf(sql.ref('person.id'));

type PersonRow = Omit<PersonToMatch, 'utcOffset'> & { timeZone: string | null; now: Date };

const READ_BY_ANYONE = readableBy(readerOf(null));

/**
 * What the rules look at, of many people in one query, with the moment by the database's clock. Others than themselves
 * are told what they finished of what anybody may read: `countable` is a condition over `card` and `campaign`.
 */
async function readPeopleToMatch(
  db: Kysely,
  ids: readonly string[],
  countable = READ_BY_ANYONE,
): Promise<Map<string, { person: PersonToMatch; timeZone: string | null; now: Date }>> {
  const { rows } = await sql<PersonRow>`
    select person.id, person.skills, person.languages, person.standing, person.coordinator,
      person.erased_at is not null as erased,
      coalesce((select json_object_agg(organization_id, role) from membership
        where membership.person_id = person.id), '{}') as roles,
      ${vouchesFor(sql.ref('person.id'))} as vouches,
      coalesce(availability.weekly_hours, 2) as "weeklyHours",
      availability.paused_from::text as "pausedFrom", availability.paused_until::text as "pausedUntil",
      availability.time_zone as "timeZone",
      coalesce(availability.not_skills, '{}') as "notSkills",
      coalesce(availability.not_kinds, '{}') as "notKinds",
      work."heldHours", work.held, work."weekHours",
      coalesce((select json_object_agg(board_id, n) from (select board_id, count(*) as n from card
        where ${theirs} and status = 'CLAIMED' group by board_id) held), '{}') as "heldOn",
      coalesce((select json_object_agg(skill, n) from (select card.skill, count(*) as n from card
        join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
        where ${theirs} and card.status = 'DONE' and ${countable} group by card.skill) done), '{}') as "doneInSkill",
      coalesce((select json_object_agg(organization_id, n) from (select organization_id, count(*) as n
        from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
        where ${theirs} and card.status = 'DONE' group by organization_id) done), '{}') as "doneFor",
      greatest(person.created_at,
        (select max(claimed_at) from claim where claim.person_id = person.id),
        (select max(at) from invitation where invitation.person_id = person.id)) as "waitingSince",
      array(select invitation.card_id from invitation join card on card.id = invitation.card_id
        where invitation.person_id = person.id and answer = 'DECLINED' and card.status = 'OPEN') as declined,
      array(select campaign_id from campaign_block block where block.person_id = person.id) as "blockedOn",
      clock_timestamp() as now
    from person left join availability on availability.person_id = person.id
    cross join lateral (
      select coalesce(sum(${hoursEach}) filter (where status = 'CLAIMED'), 0) as "heldHours",
        count(*) filter (where status = 'CLAIMED')::int as held,
        coalesce(sum(${hoursEach}) filter (where status in ('IN_REVIEW', 'DONE')
          and handed_in_at > clock_timestamp() - interval '7 days'), 0) as "weekHours"
      from card where ${theirs}) work
    where person.id = any(${ids}::uuid[])`.execute(db);
  const offsets = new Map<string, number>();
  return new Map(
    rows.map(({ timeZone, now, ...row }) => {
      if (timeZone && !offsets.has(timeZone)) offsets.set(timeZone, offsetOf(timeZone, now));
      const utcOffset = timeZone ? (offsets.get(timeZone) ?? null) : null;
      return [row.id, { person: { ...row, utcOffset }, timeZone, now }];
    }),
  );
}

/** Minutes that clocks of a zone are ahead of UTC at a moment. */
export function offsetOf(timeZone: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
