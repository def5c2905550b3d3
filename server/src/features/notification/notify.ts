import { type CompiledQuery, sql } from 'kysely';
import { inOneTrip } from '../../platform/db/one-trip.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Notice as NoticeOf, Word } from '../../core/person/word.ts';
import type { Services } from '../../platform/services.ts';
import type { NotificationKind } from './notification.entity.ts';

/** Takes what people should know out of the house. */
export const NOTIFICATION_QUEUE = 'notification';

/** One thing for one person to know. */
export type Notice = NoticeOf<NotificationKind>;

/** What the notification queue carries: somebody may have something to be told outside of the app. */
export interface NotificationJob {
  personId: string;
  /** For the daily digest: when it is due. */
  digestAt?: string;
  /** For a digest that had to wait: until when. */
  wakeAt?: string;
}

/**
 * Tells people something, in the transaction of `em`: the notices and the job that takes them out of the house
 * exist if and only if it commits. After the commit, call `hintNotices` so that open pages show them at once.
 */
export async function notify(
  services: Pick<Services, 'jobs' | 'config'>,
  em: Em,
  notices: readonly Notice[],
): Promise<void> {
  const db = em.getKysely();
  await inOneTrip(db, await noticeStatements(services, db, notices));
}

/** What `notify` sends, for whoever sends it together with others. */
export async function noticeStatements(
  services: Pick<Services, 'jobs' | 'config'>,
  db: Kysely,
  notices: readonly Notice[],
): Promise<CompiledQuery[]> {
  if (notices.length === 0) return [];
  const written = db
    .insertInto('notification')
    .values(
      notices.map(({ personId, kind, cardId, campaignId, organizationId, aboutId, role, eventId, path }) => ({
        // They are read in the order of their ids, whatever this server's own clock says.
        id: sql<string>`uuidv7()`,
        person_id: personId,
        kind,
        card_id: cardId ?? null,
        campaign_id: campaignId ?? null,
        organization_id: organizationId ?? null,
        about_id: aboutId ?? null,
        role: role ?? null,
        event_id: eventId ?? null,
        path: path ?? null,
      })),
    )
    .compile();
  return [written, ...(await untoldStatements(services, notices))];
}

/** What takes notices of these people out of the house that they were not told of. */
export async function untoldStatements(
  services: Pick<Services, 'jobs' | 'config'>,
  notices: readonly Pick<Notice, 'personId'>[],
): Promise<CompiledQuery[]> {
  const people = [...new Set(notices.map(({ personId }) => personId))];
  if (people.length === 0) return [];
  const jobs = people.map((personId) => ({
    data: { personId } satisfies NotificationJob,
    notBefore: { seconds: services.config.mailCollectSeconds },
  }));
  return [await services.jobs.statement({ queue: NOTIFICATION_QUEUE, jobs })];
}

/** After the commit: pages of these people show what is new. */
export function hintNotices(
  services: Pick<Services, 'hints'>,
  notices: readonly Pick<Notice, 'personId'>[],
): void {
  for (const personId of new Set(notices.map((notice) => notice.personId)))
    services.hints.send({ notify: personId });
}

/** What the core tells people goes the way of everything else they are told. */
export const wordToPeople = (services: Services): Word => ({
  tell: (em, notices) => notify(services, em, notices),
  hint: (people) => hintNotices(services, people),
});
