import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import { asks, organization, people } from './story.ts';

/** Where nothing says who made it: what the demo filled in came within so long of its first person (minutes). */
const FILLED_WITHIN = 15;

/** What is there of the demo, by row id. */
export interface DemoTraces {
  people: string[];
  asks: string[];
}

/**
 * The people of the demo: whom anybody could try, and who else stands in its story. A version before this one marked
 * only the former; the others are known by their handle, and by when they came.
 */
export async function findDemo(db: Kysely): Promise<DemoTraces> {
  const { rows } = await sql<{ id: string }>`
    with first as (select min(created_at) as at from person where demo_part is not null)
    select id from person, first where demo_part is not null
      or (handle = any(${Object.keys(people)}::text[]) and created_at >= first.at - interval '1 minute'
        and created_at < first.at + make_interval(mins => ${FILLED_WITHIN}))
    order by person.created_at, id`.execute(db);
  const stories = asks.map(({ answers }) => answers.happening ?? '');
  const { rows: asked } = await sql<{ id: string }>`
    select id from ask where answers ->> 'happening' = any(${stories}::text[])`.execute(db);
  return {
    people: rows.map(({ id }) => id),
    asks: rows.length > 0 ? asked.map(({ id }) => id) : [],
  };
}

/** The organization that a version before this one filled in, which does not say who made it. */
export const isFilledIn = sql<boolean>`(organization.name = ${organization.name} and organization.created_by_id is null
  and organization.created_at between (select min(created_at) from person where demo_part is not null)
    and (select min(created_at) from person where demo_part is not null) + make_interval(mins => ${FILLED_WITHIN}))`;

/** Whether anybody is there whom everybody could try. */
export async function isDemoThere(db: Kysely): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('demo_part', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
