import { Writable } from 'node:stream';
import { sql } from 'kysely';
import { pino } from 'pino';
import { confirmEmail } from '../../src/features/contact/confirm-email.ts';
import { setEmail } from '../../src/features/contact/set-email.ts';
import type { Carriers } from '../../src/platform/mail/carriers.ts';
import { createCarriers } from '../../src/features/notification/create-carriers.ts';
import { createMailWords } from '../../src/platform/mail/mail-words.ts';
import { hintNotices, type Notice, notify } from '../../src/features/notification/notify.ts';
import { type DeliveryJob, runDeliveryJob } from '../../src/features/notification/run-delivery.ts';
import { updateNotificationChoice } from '../../src/features/notification/update-choice.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { aHandle, localOnStrike, type LocalOnStrike } from '../support/local-on-strike.ts';
import { type MailCatcher, startMailCatcher } from '../support/mail-catcher.ts';
import { newcomer } from '../support/people.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { DELIVERY_QUEUE } from '../../src/features/notification/delivery-queue.ts';

export const URL_HERE = 'http://board.example:4000';

/** Where word is carried from: a server's services, a local on strike, and a mail server that keeps what it gets. */
export class PostOffice {
  /** What was written to the log. */
  logged = '';
  /** Of one test; so are the carriers that know it. */
  post!: MailCatcher;
  carriers!: Carriers;
  strike!: LocalOnStrike;

  private constructor(
    readonly database: TestDatabase,
    readonly services: TestServices,
  ) {}

  static async open(): Promise<PostOffice> {
    const database = await createTestDatabase();
    const services = await createTestServices(database.url);
    const office = new PostOffice(database, services);
    services.log = pino(
      { level: 'trace' },
      new Writable({ write: (part, _encoding, done) => ((office.logged += String(part)), done()) }),
    );
    office.strike = await localOnStrike(services);
    return office;
  }

  /** A mail server that has caught nothing yet. */
  async startPost(): Promise<void> {
    this.post = await startMailCatcher();
    this.services.config = { ...this.services.config, smtpUrl: this.post.url };
    this.carriers = createCarriers(this.services, URL_HERE, createMailWords());
  }

  async close(): Promise<void> {
    await this.services.close();
    await this.database.drop();
  }

  em() {
    return this.services.orm.em.fork();
  }

  db() {
    return this.em().getKysely();
  }

  /** Jobs of a queue that wait, for one person, with the moments they wait for. */
  async jobsOf<Job extends object>(queue: string, personId?: string): Promise<{ data: Job; at: Date }[]> {
    const { rows } = await sql<{ data: Job; at: Date }>`select data, start_after as at from pgboss.job
      where name = ${queue} and state = 'created' and (${personId ?? null}::text is null
        or data->>'personId' = ${personId ?? null} or data->>'codeFor' = ${personId ?? null}) order by start_after`.execute(
      this.db(),
    );
    return rows;
  }

  /** What was decided to be sent to somebody, oldest first. */
  deliveriesOf(personId: string) {
    return this.db()
      .selectFrom('delivery')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute();
  }

  /** Carries out what the queue would, without its clock. */
  async sendAll(personId: string, by: Carriers = this.carriers): Promise<void> {
    for (const { id, sent_at } of await this.deliveriesOf(personId)) {
      if (!sent_at) await runDeliveryJob(this.services, by, { deliveryId: id });
    }
  }

  /** Time passes, for the database: what was collected is ready. */
  async letTimePass(personId: string, minutes: number): Promise<void> {
    const by = sql`make_interval(mins => ${minutes})`;
    await sql`update notification set at = at - ${by} where person_id = ${personId}`.execute(this.db());
    await sql`update delivery set sent_at = sent_at - ${by}, created_at = created_at - ${by}
      where person_id = ${personId}`.execute(this.db());
  }

  /** Tells somebody, as a change does that commits: of one approval, unless said otherwise. */
  async tell(personId: string, ...more: Partial<Notice>[]): Promise<void> {
    const notices = (more.length > 0 ? more : [{}]).map(
      (notice) => ({ personId, kind: 'APPROVED', ...notice }) as Notice,
    );
    await this.em().transactional((tx) => notify(this.services, tx, notices));
    hintNotices(this.services, notices);
  }

  /** Somebody with a confirmed address and no quiet hours; the address is theirs alone. */
  async reachable(language = 'en'): Promise<{ viewer: Viewer; address: string }> {
    const viewer = await newcomer(this.services, aHandle());
    const address = `${viewer.handle.toLowerCase()}@union.example`;
    await setEmail(this.services, viewer, { address, language, timeZone: 'UTC' });
    await confirmEmail(this.services, viewer, await this.codeFor(viewer));
    await updateNotificationChoice(this.services, viewer, { quietFrom: 0, quietUntil: 0 });
    this.post.caught.length = 0;
    return { viewer, address };
  }

  /** The code as it comes by mail. */
  async codeFor({ personId }: Viewer): Promise<string> {
    const job = (await this.jobsOf<DeliveryJob>(DELIVERY_QUEUE, personId)).at(-1);
    await runDeliveryJob(this.services, this.carriers, job!.data);
    return /^\d{6}$/m.exec(this.post.caught.at(-1)!.raw)![0];
  }
}
