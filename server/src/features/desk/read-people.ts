import { type RawBuilder, sql } from 'kysely';
import { inHandsOf } from '../../core/board/hands.ts';
import { handleKey } from '../../core/person/handle.ts';
import type { Skill } from '../../core/access/skill.ts';
import type { Standing } from '../../core/access/standing.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import { textOrNull } from '../../platform/input/text.ts';

const MAX_TEXT = 50;

/** Which people are looked for. */
export interface PeopleFilter {
  /** A part of the handle. */
  text?: string | null | undefined;
  standing?: Standing | null | undefined;
  skill?: Skill | null | undefined;
}

/** Somebody in the list, with what tells whether they are at work. */
export interface PersonRow {
  id: string;
  handleKey: string;
  held: number;
  finished: number;
  lastSeenAt: Date | null;
  /** Of somebody on hold: since when, why, and what they were before. */
  heldSince: Date | null;
  heldNote: string | null;
  standingBefore: Standing | null;
}

const BY_HANDLE: Order = { keys: [{ of: sql`person.handle_key`, type: 'text' }] };

/** A page of all people who are here, in the order of their handles, in one query. */
export function readPeople(
  em: Em,
  filter: PeopleFilter,
  page: Pick<Span, 'limit' | 'after'> & Partial<Span>,
): Promise<PersonRow[]> {
  return select(em, sql`${fits(filter)} and ${within(BY_HANDLE, page)}`, page);
}

/** The one of that row id; null for who is not here, or not any more. */
export async function findPerson(em: Em, id: string): Promise<PersonRow | null> {
  const [row] = await select(em, sql`${fits({})} and id = ${id}`, { limit: 1 });
  return row ?? null;
}

async function select(
  em: Em,
  which: RawBuilder<unknown>,
  { limit, backwards = false }: { limit: number; backwards?: boolean },
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select person.id, person.handle_key as "handleKey",
      (select count(*)::int from card where ${inHandsOf(sql.ref('person.id'))} and status = 'CLAIMED') as held,
      (select count(*)::int from card where ${inHandsOf(sql.ref('person.id'))} and status = 'DONE') as finished,
      (select max(last_seen_at) from session where session.person_id = person.id) as "lastSeenAt",
      hold.at as "heldSince", hold.note as "heldNote", hold.before as "standingBefore"
    from (select person.* from person where ${which}
      order by ${orderedBy(BY_HANDLE, backwards)} limit ${limit}) person
    left join lateral (select at, note, before from standing_change change
      where person.standing = 'SUSPENDED' and change.person_id = person.id and change.after = 'SUSPENDED'
      order by at desc, id desc limit 1) hold on true
    order by ${orderedBy(BY_HANDLE, backwards)}`.execute(em.getKysely());
  return rows;
}

/** How many there are. */
export async function countPeople(em: Em, filter: PeopleFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from person where ${fits(filter)}`.execute(em.getKysely());
  return rows[0]!.count;
}

/** What a cursor behind a row is made of. */
export const placeOfPerson = (row: PersonRow): string[] => [row.handleKey];

function fits({ text, standing, skill }: PeopleFilter): RawBuilder<boolean> {
  const conditions = [sql<boolean>`erased_at is null`];
  const words = textOrNull(text, { field: 'filter.text', max: MAX_TEXT });
  // As handles are told apart: whatever case and look-alikes it was typed with.
  if (words) conditions.push(sql<boolean>`position(${handleKey(words.replace(/^@/, ''))} in handle_key) > 0`);
  if (standing) conditions.push(sql<boolean>`standing = ${standing}`);
  if (skill) conditions.push(sql<boolean>`${skill} = any(skills)`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
