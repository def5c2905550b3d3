import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import { CARDS_TO_BE_VETTED } from '../../core/trust/earn-standing.ts';

/** What was taken back. */
export interface TakenBack {
  roles: number;
  standings: number;
}

interface RoleTaken {
  organizationId: string;
  personId: string;
}

/**
 * Takes back what the people of the demo gave to others: roles, vouches, and standing by their word or by work
 * on their campaigns; then what was given by whoever could give it only because of that, and so on. A role of which nobody
 * wrote down who gave it, from a version before this one, may have come from anybody who tried the demo: it goes too.
 * Before `campaigns` are deleted.
 */
export async function takeBackGifts(
  db: Kysely,
  { people, campaigns }: { people: readonly string[]; campaigns: readonly string[] },
): Promise<TakenBack> {
  const roles = await takeBackRoles(db, people);
  const { rows: given } = await sql<{ id: string }>`
    select change.id from standing_change change left join card on card.id = change.card_id
      left join board on board.id = card.board_id
    where (change.by_id = any(${people}::uuid[]) or board.campaign_id = any(${campaigns}::uuid[]))
      and change.person_id <> all(${people}::uuid[])`.execute(db);
  const touched = new Set(roles.map(({ personId }) => personId));
  const lowered = new Set<string>();
  let changes = given.map(({ id }) => id);
  while (changes.length > 0 || touched.size > 0) {
    const { rows } = await sql<{ personId: string }>`
      delete from standing_change where id = any(${changes}::uuid[]) returning person_id as "personId"`.execute(
      db,
    );
    for (const { personId } of rows) touched.add(personId);
    for (const { personId } of rows) lowered.add(personId);
    await setAsRecorded(db, [...lowered], campaigns);
    changes = await changesOfPowerless(db, [...touched]);
    touched.clear();
  }
  for (const personId of await takeBackVouches(db, people)) lowered.add(personId);
  const others = roles.filter(({ personId }) => !people.includes(personId));
  return { roles: others.length, standings: lowered.size };
}

async function takeBackRoles(db: Kysely, people: readonly string[]): Promise<RoleTaken[]> {
  const returning = sql`returning membership.organization_id as "organizationId", membership.person_id as "personId"`;
  const { rows: first } = await sql<RoleTaken>`
    delete from membership where given_by_id is null or given_by_id = any(${people}::uuid[]) ${returning}`.execute(
    db,
  );
  const taken = [...first];
  for (let last = first; last.length > 0;) {
    const { rows } = await sql<RoleTaken>`
      delete from membership using unnest(${last.map((role) => role.organizationId)}::uuid[],
        ${last.map((role) => role.personId)}::uuid[]) as lost (organization_id, person_id)
      where membership.organization_id = lost.organization_id and membership.given_by_id = lost.person_id
        and not (select coordinator from person where person.id = lost.person_id) ${returning}`.execute(db);
    taken.push(...rows);
    last = rows;
  }
  return taken;
}

/** The word of people of the demo, and of who belongs no more to the organization in whose name they gave it. */
async function takeBackVouches(db: Kysely, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    delete from vouch using person voucher where voucher.id = vouch.by_id
      and (voucher.id = any(${people}::uuid[]) or (not voucher.coordinator and not exists (
        select from membership where membership.person_id = voucher.id
          and membership.organization_id = vouch.organization_id)))
    returning vouch.person_id as "personId"`.execute(db);
  return rows.map(({ personId }) => personId);
}

/** What their record still says, or else their work on campaigns that stay. */
async function setAsRecorded(
  db: Kysely,
  people: readonly string[],
  campaigns: readonly string[],
): Promise<void> {
  await sql`update person set standing = coalesce(
      (select after from standing_change where person_id = person.id order by at desc, id desc limit 1),
      case when (select count(*) from card join board on board.id = card.board_id
        where person.id in (card.holder_id, card.partner_id) and card.status = 'DONE'
          and not board.campaign_id = any(${campaigns}::uuid[])) >= ${CARDS_TO_BE_VETTED}
        then 'VETTED' else 'NEW' end)
    where id = any(${people}::uuid[])`.execute(db);
}

/** What people did for others' standing who may do so no longer. */
async function changesOfPowerless(db: Kysely, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select change.id from standing_change change join person on person.id = change.by_id
    where person.id = any(${people}::uuid[]) and not person.coordinator and person.standing <> 'LEAD'
      and not exists (select from membership where membership.person_id = person.id)`.execute(db);
  return rows.map(({ id }) => id);
}
