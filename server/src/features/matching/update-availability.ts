import { sql } from 'kysely';
import type { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { takeTimeZone } from '../../platform/input/time-zone.ts';
import type { Em } from '../../platform/db/orm.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { takeDay } from '../../platform/input/day.ts';
import { numberBetween } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { Skill } from '../../core/access/skill.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';

/** When and for what somebody may be asked, as it comes in. Undefined leaves a field as it is. */
export interface AvailabilityInput {
  weeklyHours?: number | null | undefined;
  pausedFrom?: string | null | undefined;
  pausedUntil?: string | null | undefined;
  timeZone?: string | null | undefined;
  notSkills?: Skill[] | null | undefined;
  notKinds?: CampaignKind[] | null | undefined;
}

const MOST_HOURS = 60;

/**
 * Says when and for what the viewer may be asked. Null ends a pause, or forgets the time zone. Refuses hours that no
 * week has, days that are none, a pause that is over or ends before it begins, unknown zones, and a change of what is
 * not as `asRead` says any more.
 */
export async function updateAvailability(
  services: Services,
  viewer: Viewer,
  input: AvailabilityInput & { asRead?: AvailabilityInput | null | undefined },
): Promise<Viewer> {
  const changes = takeAvailability(input, new Date());
  return services.orm.em.fork().transactional(async (em) => {
    const now = requireViewer(await refreshViewer(em, viewer));
    const held = await hold(em, now.personId);
    requireAsRead({ ...input.asRead }, held, changes);
    requireOrder({ ...held, ...changes }, changes);
    await write(em, now.personId, changes);
    return now;
  });
}

type Changes = ReturnType<typeof takeAvailability>;

function takeAvailability(input: AvailabilityInput, now: Date) {
  const from = takeDay(input.pausedFrom, 'pausedFrom');
  const until = takeDay(input.pausedUntil, 'pausedUntil');
  // A day is not over before it is over everywhere.
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10);
  if (until && until < yesterday)
    throw new InvalidInput('pausedUntil', 'PAST', 'This day has passed. Choose a later one.');
  return {
    ...(input.weeklyHours != null && { weeklyHours: takeHours(input.weeklyHours) }),
    ...(from !== undefined && { pausedFrom: from }),
    ...(until !== undefined && { pausedUntil: until }),
    ...(input.timeZone !== undefined && { timeZone: input.timeZone && takeTimeZone(input.timeZone) }),
    ...(input.notSkills != null && { notSkills: [...new Set(input.notSkills)] }),
    ...(input.notKinds != null && { notKinds: [...new Set(input.notKinds)] }),
  };
}

/** Also of a day that is changed alone: the other one is there already. */
function requireOrder(
  { pausedFrom: from, pausedUntil: until }: { pausedFrom?: string | null; pausedUntil?: string | null },
  changes: Changes,
): void {
  if (!('pausedFrom' in changes || 'pausedUntil' in changes)) return;
  if (from && until && until < from)
    throw new InvalidInput('pausedUntil', 'OUT_OF_RANGE', 'A break ends on the day it begins, or later.');
}

function takeHours(hours: number): number {
  if (!Number.isInteger(hours))
    throw new InvalidInput('weeklyHours', 'OUT_OF_RANGE', 'Choose whole hours.', { limit: MOST_HOURS });
  return numberBetween(hours, 'weeklyHours', 0, MOST_HOURS);
}

/** What they said so far; whoever comes at the same time waits. */
async function hold(em: Em, personId: string) {
  const db = em.getKysely();
  await db
    .insertInto('availability')
    .values({ person_id: personId } as never)
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute();
  return db
    .selectFrom('availability')
    .select([
      'weekly_hours as weeklyHours',
      sql<string | null>`paused_from::text`.as('pausedFrom'),
      sql<string | null>`paused_until::text`.as('pausedUntil'),
      'time_zone as timeZone',
      'not_skills as notSkills',
      'not_kinds as notKinds',
    ])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function write(em: Em, personId: string, changes: Changes): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  const { weeklyHours, pausedFrom, pausedUntil, timeZone, notSkills, notKinds } = changes;
  const row = {
    ...(weeklyHours !== undefined && { weekly_hours: weeklyHours }),
    ...(pausedFrom !== undefined && { paused_from: pausedFrom }),
    ...(pausedUntil !== undefined && { paused_until: pausedUntil }),
    ...(timeZone !== undefined && { time_zone: timeZone }),
    ...(notSkills !== undefined && { not_skills: notSkills }),
    ...(notKinds !== undefined && { not_kinds: notKinds }),
    updated_at: sql`clock_timestamp()`,
  };
  await em
    .getKysely()
    .updateTable('availability')
    .set(row as never)
    .where('person_id', '=', personId)
    .execute();
}
