import type { GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import { type OwnHosts, postOutside } from '../../platform/http/post-outside.ts';
import type { Services } from '../../platform/services.ts';
import { deliverNext, type Deliverer } from './deliver-next.ts';
import { sendTest } from './send-test.ts';
import { readStoredDocument, type StoredDocument } from './stored-document.ts';

/** How often each server looks for boards that moved (ms). */
const LOOK_MS = 1_000;
/** So many webhooks are delivered at once by one server; more wait for its next look. */
const AT_ONCE = 32;
/** A retry that its job did not wake is taken up after so long (s). */
const JOB_LATE_SECONDS = 30;
/** How long a server that stops waits for receivers (ms): what it had in hand comes again, under the same id. */
const STOP_MS = 1_000;
/** What no change of a board says, such as a token that ran out, is found after so long (s). */
const LOOK_AGAIN_SECONDS = 300;
/** Documents kept as they were read, the latest ones. */
const MOST_KEPT = 200;

/**
 * Brings what happened on boards to the receivers of webhooks. It follows after the commit, by the log alone: nothing
 * waits in a change's transaction, and a server that dies leaves nothing behind but a place in the log. Of several
 * servers one has a webhook in hand; its messages go one after the other, in the order of the log.
 */
export class Courier implements Deliverer {
  readonly services: Services;
  readonly ownHosts: OwnHosts;
  #schema: GraphQLSchema | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  readonly #running = new Map<string, Promise<void>>();
  readonly #documents = new Map<string, StoredDocument | string>();

  constructor(services: Services) {
    this.services = services;
    this.ownHosts = services.config.webhookHosts;
  }

  get schema(): GraphQLSchema {
    if (!this.#schema) throw new Error('The courier has not started.');
    return this.#schema;
  }

  /** Begins to look, for as long as a server runs. */
  start(schema: GraphQLSchema): { stop(): Promise<void> } {
    this.#schema = schema;
    this.#timer = setTimeout(() => void this.#tick(), LOOK_MS);
    return {
      stop: async () => {
        this.#stopped = true;
        clearTimeout(this.#timer);
        await Promise.race([Promise.allSettled(this.#running.values()), delay(STOP_MS)]);
      },
    };
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** A webhook may have something to deliver. Does not wait for it. */
  wake(webhookId: string): void {
    if (!this.#schema || this.#stopped || this.#running.has(webhookId) || this.#running.size >= AT_ONCE)
      return;
    this.#run(webhookId, () => deliverNext(this, webhookId));
  }

  /** Rights of somebody changed: their webhooks look whether they are told of the same boards in the same way. */
  async rightsChanged(personId: string): Promise<void> {
    const { rows } = await sql<{ id: string }>`
      update webhook set looked_at = to_timestamp(0) where person_id = ${personId} and off is null returning id`.execute(
      this.services.orm.em.fork().getKysely(),
    );
    for (const { id } of rows) this.wake(id);
  }

  /** Sends a test, beside all else and once. Does not wait for it. */
  test(deliveryId: string): void {
    if (this.#schema && !this.#stopped) this.#run(deliveryId, () => sendTest(this, deliveryId));
  }

  /** A stored document as this schema reads it; words where it does not. */
  read(text: string): StoredDocument | string {
    const known = this.#documents.get(text);
    if (known !== undefined) return known;
    const read = readStoredDocument(this.schema, text);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size >= MOST_KEPT && oldest !== undefined) this.#documents.delete(oldest);
    this.#documents.set(text, read);
    return read;
  }

  post(url: string, message: { headers: Record<string, string>; body: string }) {
    return postOutside(url, message, { ownHosts: this.ownHosts });
  }

  /** What breaks here breaks for one webhook alone. */
  #run(id: string, work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => {
        if (!this.#stopped)
          this.services.log.warn({ err: error, webhook: id }, 'a webhook could not be delivered');
      })
      .finally(() => this.#running.delete(id));
    this.#running.set(id, running);
  }

  async #tick(): Promise<void> {
    try {
      for (const id of await this.#due()) this.wake(id);
    } catch (error) {
      if (!this.#stopped) this.services.log.warn({ err: error }, 'webhooks could not be looked for');
    }
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#tick(), LOOK_MS);
  }

  /** Those of whose boards one moved, that have something waiting, or were not looked at for long, and that nobody has in hand. */
  async #due(): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select id from webhook
      where off is null and (held_until is null or held_until < clock_timestamp())
        and case when next_attempt_at is null
          then looked_at < clock_timestamp() - make_interval(secs => ${LOOK_AGAIN_SECONDS})
            or exists (select from webhook_board join board on board.id = board_id
              where webhook_id = webhook.id and webhook_board.epoch <> ''
                and (board.revision <> webhook_board.revision
                  or not starts_with(webhook_board.epoch, board.epoch::text)))
            or exists (select from webhook_delivery
              where webhook_id = webhook.id and state = 'WAITING' and kind = 'CHANGES')
          else next_attempt_at < clock_timestamp() - make_interval(secs => ${JOB_LATE_SECONDS}) end
      order by held_until nulls first limit ${AT_ONCE}`.execute(this.services.orm.em.fork().getKysely());
    return rows.map(({ id }) => id);
  }
}

declare module '../../platform/services.ts' {
  interface Services {
    courier: Courier;
  }
}
