import { type RawBuilder, sql } from 'kysely';
import type { Skill } from '../../core/access/skill.ts';
import type { Em } from '../../platform/db/orm.ts';
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

/** Who is on the bench and takes no break, by handle. */
export async function listAdvisers(
  em: Em,
  { skill, language, topic }: BenchFilter,
  { limit, after }: { limit: number; after: string[] | null },
): Promise<AdviserRow[]> {
  const words = topic && `%${topic.replace(/[\\%_]/g, '\\$&')}%`;
  return selectAdvisers(em)
    .where(isOnBench)
    .where('adviser.paused', '=', false)
    .$if(skill != null, (query) => query.where(sql<boolean>`${skill} = any(adviser.skills)`))
    .$if(language != null, (query) =>
      query.where(sql<boolean>`exists (select from unnest(adviser.languages) as spoken
        where lower(spoken) = lower(${language}) or lower(spoken) like lower(${language}) || '-%')`),
    )
    .$if(Boolean(words), (query) =>
      query.where(sql<boolean>`(adviser.about ilike ${words}
        or exists (select from unnest(adviser.topics) as topic where topic ilike ${words}))`),
    )
    .$if(after !== null, (query) => query.where('person.handle_key', '>', after?.[0] ?? ''))
    .orderBy('person.handle_key')
    .limit(limit)
    .execute();
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
