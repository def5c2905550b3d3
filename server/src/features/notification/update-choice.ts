import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { numberBetween } from '../../platform/input/text.ts';
import { takeTimeZone } from '../../platform/input/time-zone.ts';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { InvalidInput, notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { NotificationChoice, NotificationKind } from './notification.entity.ts';
import type { NotificationJob } from './notify.ts';
import { nextTime } from './quiet-hours.ts';
import { NOTIFICATION_QUEUE } from './notify.ts';
import type { Languages } from '../../platform/languages/languages.ts';

/** When the digest comes: eight in the morning, where the person is. */
export const DIGEST_MINUTE = 8 * 60;

/** What is not given stays as it is. */
export interface ChoiceInput {
  email?: boolean | null;
  push?: boolean | null;
  mutedKinds?: NotificationKind[] | null;
  quietFrom?: number | null;
  quietUntil?: number | null;
  digest?: boolean | null;
  timeZone?: string | null;
  language?: string | null;
}

export type Choice = Omit<NotificationChoice, 'person' | 'wakeAt' | 'digestAt' | 'muted'> & {
  mutedKinds: NotificationKind[];
};

/** What holds for somebody who never chose. */
export const usualChoice: Choice = {
  email: false,
  push: false,
  mutedKinds: [],
  quietFrom: 22 * 60,
  quietUntil: 8 * 60,
  digest: false,
  timeZone: 'UTC',
  language: 'en',
};

/** Changes how the viewer is told. Refuses unknown zones and languages, and a digest for whoever coordinates nothing. */
export async function updateNotificationChoice(
  services: Services,
  viewer: Viewer,
  input: ChoiceInput & { asRead?: ChoiceInput | null },
): Promise<Choice> {
  const changes = takeChoice(services, input);
  return services.orm.em.fork().transactional(async (em) => {
    const { personId, coordinator } = await refreshViewer(em, viewer);
    if (changes.digest && !coordinator)
      throw notAllowed('COORDINATORS_ONLY', 'The digest is for coordinators.');
    const db = em.getKysely();
    await lockChoice(db, personId);
    requireAsRead({ ...input.asRead }, await readChoice(em, personId), changes);
    await changeChoice(db, personId, changes);
    await planAnew(services, em, personId);
    return readChoice(em, personId);
  });
}

/** Checks what somebody chose; what they left out is not in the answer. */
export function takeChoice({ languages }: Pick<Services, 'languages'>, input: ChoiceInput): Partial<Choice> {
  const { email, push, mutedKinds, quietFrom, quietUntil, digest, timeZone, language } = input;
  const minute = (value: number, field: string) => Math.trunc(numberBetween(value, field, 0, 1439));
  return {
    ...(email != null && { email }),
    ...(push != null && { push }),
    ...(mutedKinds != null && { mutedKinds: [...new Set(mutedKinds)] }),
    ...(quietFrom != null && { quietFrom: minute(quietFrom, 'quietFrom') }),
    ...(quietUntil != null && { quietUntil: minute(quietUntil, 'quietUntil') }),
    ...(digest != null && { digest }),
    ...(timeZone != null && { timeZone: takeTimeZone(timeZone) }),
    ...(language != null && { language: takeLanguage(languages, language) }),
  };
}

function takeLanguage({ tags }: Languages, language: string): string {
  if (tags.includes(language)) return language;
  throw new InvalidInput('language', 'UNKNOWN', `We write in these languages: ${tags.join(', ')}.`);
}

/** Writes a checked choice, in the transaction of `db`. */
export async function changeChoice(db: Kysely, personId: string, changes: Partial<Choice>): Promise<void> {
  const { quietFrom, quietUntil, timeZone, mutedKinds, ...same } = changes;
  const row = {
    ...same,
    ...(mutedKinds !== undefined && { muted: sql`${mutedKinds}::text[]` as never }),
    ...(quietFrom !== undefined && { quiet_from: quietFrom }),
    ...(quietUntil !== undefined && { quiet_until: quietUntil }),
    ...(timeZone !== undefined && { time_zone: timeZone }),
  };
  await db
    .insertInto('notification_choice')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) =>
      Object.keys(row).length === 0
        ? conflict.column('person_id').doNothing()
        : conflict.column('person_id').doUpdateSet(row),
    )
    .execute();
}

/** Two who change one choice take turns. Whoever never chose gets the row of the usual choice. */
async function lockChoice(db: Kysely, personId: string): Promise<void> {
  await db
    .insertInto('notification_choice')
    .values({ person_id: personId })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute();
  await db
    .selectFrom('notification_choice')
    .select('person_id')
    .where('person_id', '=', personId)
    .forUpdate()
    .execute();
}

/** What waited for the old hours is looked at again now, and the digest is set to the new ones. */
async function planAnew(services: Services, em: Em, personId: string): Promise<void> {
  const db = em.getKysely();
  const { rows } = await sql<{
    waited: boolean;
    digest: boolean;
    timeZone: string;
    digestAt: Date | null;
    now: Date;
  }>`
    select wake_at is not null as waited, digest, time_zone as "timeZone", digest_at as "digestAt",
      clock_timestamp() as now from notification_choice where person_id = ${personId} for update`.execute(db);
  const { waited, digest, timeZone, digestAt, now } = rows[0]!;
  const next = digest ? nextTime(DIGEST_MINUTE, timeZone, now) : null;
  const jobs: { data: NotificationJob; notBefore: Date }[] = [];
  // Whoever leaves the digest is told what it would have told.
  if (waited || (digestAt && !digest)) jobs.push({ data: { personId }, notBefore: now });
  if (next && next.getTime() !== digestAt?.getTime()) {
    jobs.push({ data: { personId, digestAt: next.toISOString() }, notBefore: next });
  }
  await db
    .updateTable('notification_choice')
    .set({ wake_at: null, digest_at: next })
    .where('person_id', '=', personId)
    .execute();
  if (jobs.length > 0) await services.jobs.enqueue(em, NOTIFICATION_QUEUE, jobs);
}

/** How somebody wants to be told. */
export async function readChoice(em: Em, personId: string): Promise<Choice> {
  const row = await em
    .getKysely()
    .selectFrom('notification_choice')
    .select([
      'email',
      'push',
      'muted as mutedKinds',
      'quiet_from as quietFrom',
      'quiet_until as quietUntil',
      'digest',
      'time_zone as timeZone',
      'language',
    ])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? { ...usualChoice, ...(row as Choice) } : usualChoice;
}
