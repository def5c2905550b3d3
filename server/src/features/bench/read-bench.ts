import { type RawBuilder, sql } from 'kysely';
import type { Skill } from '../../core/access/skill.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import type { ExtraHours, Hours, HoursRule } from './slots-of-hours.ts';

/**
 * Whether somebody may advise, over `adviser` and `person`: people of standing and coordinators by themselves, anybody
 * a coordinator invited; nobody whom one took off.
 */
export const mayAdvise: RawBuilder<boolean> = sql<boolean>`(person.erased_at is null
  and person.standing <> 'SUSPENDED' and adviser.removed_at is null
  and (person.standing in ('VETTED', 'LEAD') or person.coordinator or adviser.invited_at is not null))`;

/** Whether they do. */
const isOnBench = sql<boolean>`(adviser.offered_at is not null and ${mayAdvise})`;

/** An adviser, whether or not they are on the bench now. */
export interface AdviserRow {
  personId: string;
  handleKey: string;
  topics: string[];
  about: string;
  skills: Skill[];
  languages: string[];
  meetAt: string | null;
  weeklyLimit: number;
  paused: boolean;
  isInvited: boolean;
  isRemoved: boolean;
  onBench: boolean;
}

function selectAdvisers(em: Em) {
  return em
    .getKysely()
    .selectFrom('adviser')
    .innerJoin('person', 'person.id', 'adviser.person_id')
    .select([
      'adviser.person_id as personId',
      'person.handle_key as handleKey',
      ...(['adviser.topics', 'adviser.about', 'adviser.skills', 'adviser.languages'] as const),
      'adviser.meet_at as meetAt',
      'adviser.weekly_limit as weeklyLimit',
      'adviser.paused',
      sql<boolean>`adviser.invited_at is not null`.as('isInvited'),
      sql<boolean>`adviser.removed_at is not null`.as('isRemoved'),
      isOnBench.as('onBench'),
    ]);
}

/** Advisers by row id of the person, on the bench or not. */
export async function readAdvisers(em: Em, personIds: readonly string[]): Promise<Map<string, AdviserRow>> {
  const rows = await selectAdvisers(em)
    .where(sql<boolean>`adviser.person_id = any(${personIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.personId, row]));
}

export interface BenchFilter {
  skill?: Skill | null | undefined;
  /** A tag: `en` finds who speaks `en-US`. */
  language?: string | null | undefined;
  /** Words of a topic, or of what they say about themselves. */
  topic?: string | null | undefined;
}

/** Who is on the bench and takes no break, of those that are looked for: over `adviser` and `person`. */
function isListed({ skill, language, topic }: BenchFilter): RawBuilder<boolean> {
  const words = topic && `%${topic.replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = [
    isOnBench,
    sql`not adviser.paused`,
    skill != null && sql`${skill} = any(adviser.skills)`,
    language != null &&
      sql`exists (select from unnest(adviser.languages) as spoken
        where lower(spoken) = lower(${language}) or lower(spoken) like lower(${language}) || '-%')`,
    words &&
      sql`(adviser.about ilike ${words}
        or exists (select from unnest(adviser.topics) as topic where topic ilike ${words}))`,
  ].filter((condition) => !!condition);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

const BY_HANDLE: Order = { keys: [{ of: sql`person.handle_key`, type: 'text' }] };

/** A page of them, by handle. */
export async function listAdvisers(em: Em, filter: BenchFilter, span: Span): Promise<AdviserRow[]> {
  return selectAdvisers(em)
    .where(isListed(filter))
    .where(within(BY_HANDLE, span))
    .orderBy(orderedBy(BY_HANDLE, span.backwards))
    .limit(span.limit)
    .execute();
}

/** How many they are. */
export async function countAdvisers(em: Em, filter: BenchFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from adviser join person on person.id = adviser.person_id where ${isListed(filter)}`.execute(
    em.getKysely(),
  );
  return rows[0]!.count;
}

/** A rule as its adviser keeps it. */
export type HoursRow = HoursRule & { id: string };

/** A date that is not as the rules say; null throughout for a date off. */
export type ExceptionRow = { id: string; onDate: string } & (
  Omit<ExtraHours, 'onDate'> | { [Field in keyof Omit<ExtraHours, 'onDate'>]: null }
);

export async function readHoursRows(em: Em, personIds: readonly string[]) {
  const { rows } = await sql<HoursRow & { personId: string }>`
    select id, person_id as "personId", weekdays, every_weeks as "everyWeeks", from_date::text as "fromDate",
      until_date::text as "untilDate", from_minute as "fromMinute", until_minute as "untilMinute",
      slot_minutes as "slotMinutes", time_zone as "timeZone"
    from office_hours where person_id = any(${personIds}::uuid[]) order by weekdays, from_minute, id`.execute(
    em.getKysely(),
  );
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** From yesterday on, soonest first. */
export async function readExceptionRows(em: Em, personIds: readonly string[]) {
  const { rows } = await sql<ExceptionRow & { personId: string }>`
    select id, person_id as "personId", on_date::text as "onDate", from_minute as "fromMinute",
      until_minute as "untilMinute", slot_minutes as "slotMinutes", time_zone as "timeZone"
    from hours_exception where person_id = any(${personIds}::uuid[]) and on_date >= current_date - 1
    order by on_date, from_minute nulls first, id`.execute(em.getKysely());
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** When each of these people has time, by what they said. */
export async function readHours(em: Em, personIds: readonly string[]): Promise<Map<string, Hours>> {
  const rules = await readHoursRows(em, personIds);
  const exceptions = await readExceptionRows(em, personIds);
  return new Map(
    personIds.map((id) => {
      const all = exceptions.get(id) ?? [];
      const extra = all.flatMap((each) => (each.fromMinute === null ? [] : [each]));
      const off = new Set(all.filter((each) => each.fromMinute === null).map(({ onDate }) => onDate));
      return [id, { rules: rules.get(id) ?? [], extra, off }];
    }),
  );
}
