import { sql } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import { usualMailLimits } from '../../src/platform/mail/mail-limits.ts';
import type { Services } from '../../src/platform/services.ts';
import { aHandle } from '../support/local-on-strike.ts';
import type { MailCatcher } from '../support/mail-catcher.ts';
import { joinAs } from '../support/people.ts';
import { until } from '../support/until.ts';

const SET_EMAIL = `mutation ($input: SetEmailInput!) { setEmail(input: $input) { errors { code why message } } }`;
const AGAIN_MS = 15;
const BETWEEN_MS = 250;
const ANSWER_LIMIT_MS = 10_000;
/** How long mails are waited for at the end; later ones have to be under way. */
const PATIENCE_MS = 5_000;

/** What came of the mails that were promised. */
export interface MailAudit {
  /** Addresses that were taken: each brings a mail with a code. */
  promised: number;
  /** Not there yet, with a job that will send it. */
  underWay: number;
  /** Came twice under one Message-ID: sent, and nobody could write down any more that it was. */
  twice: number;
  /** Addresses with neither a mail nor a job. */
  lost: string[];
}

interface Correspondent {
  token: string;
  personId: string;
  address: string;
}

/** People who leave their address one after the other while things break, until each is told that it was taken. */
export class Correspondents {
  readonly complaints: string[] = [];
  readonly #people: readonly Correspondent[];
  readonly #promised: Correspondent[] = [];
  #stopped = false;
  readonly #asking: Promise<void>;

  constructor(url: () => string, people: readonly Correspondent[]) {
    this.#people = people;
    this.#asking = this.#ask(url);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#asking;
  }

  async audit(services: Pick<Services, 'orm'>, { caught }: MailCatcher): Promise<MailAudit> {
    const arrived = () => new Set(caught.flatMap(({ to }) => to));
    const missing = () => this.#promised.filter(({ address }) => !arrived().has(address));
    await until('all mails are there', () => missing().length === 0, PATIENCE_MS).catch(() => undefined);
    const { rows } = await sql<{ personId: string }>`select data->>'codeFor' as "personId" from pgboss.job
      where name = 'delivery' and state in ('created', 'retry', 'active')`.execute(
      services.orm.em.fork().getKysely(),
    );
    const waiting = new Set(rows.map(({ personId }) => personId));
    const late = missing();
    const lost = late.filter(({ personId }) => !waiting.has(personId));
    const ids = caught.map(({ raw }) => /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? raw);
    return {
      promised: this.#promised.length,
      underWay: late.length - lost.length,
      twice: ids.length - new Set(ids).size,
      lost: lost.map(({ address }) => `the mail to ${address}`),
    };
  }

  async #ask(url: () => string): Promise<void> {
    for (const person of this.#people) {
      let unheard = 0;
      for (;;) {
        if (this.#stopped) return;
        const answer = await setEmail(url(), person);
        if (answer === 'taken') this.#promised.push(person);
        if (typeof answer === 'object' && !hadItsCodes(answer, unheard))
          this.complaints.push(`${person.address}: ${answer.code} ${answer.message}`);
        if (answer === 'taken' || typeof answer === 'object') break;
        if (answer === 'unheard') unheard += 1;
        await delay(AGAIN_MS);
      }
      await delay(BETWEEN_MS);
    }
  }
}

interface Refused {
  code: string;
  why: string | null;
  message: string;
}
/** `away`: nobody took the question. `unheard`: somebody did, and what came of it nobody heard. */
type Answer = 'taken' | 'away' | 'unheard' | Refused;

/** An answer that was not heard may have been a yes each time, up to what a day allows: then the refusal is right. */
function hadItsCodes({ why }: Refused, unheard: number): boolean {
  return why === 'CODES_TODAY' && unheard >= usualMailLimits.codesPerMailbox;
}

async function setEmail(url: string, { token, address }: Correspondent): Promise<Answer> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `strikeboard=${token}` },
      body: JSON.stringify({ query: SET_EMAIL, variables: { input: { address } } }),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    const { data, errors } = (await response.json()) as {
      data?: { setEmail: { errors: Refused[] } } | null;
      errors?: unknown;
    };
    if (!data || errors) return 'unheard';
    return data.setEmail.errors[0] ?? 'taken';
  } catch (failure) {
    const { cause } = failure as { cause?: { code?: unknown } };
    return cause?.code === 'ECONNREFUSED' ? 'away' : 'unheard';
  }
}

/** So many who have not given an address yet. */
export async function makeCorrespondents(services: Services, count: number): Promise<Correspondent[]> {
  const people: Correspondent[] = [];
  for (let index = 0; index < count; index += 1) {
    const { viewer, token } = await joinAs(services, aHandle());
    people.push({ token, personId: viewer.personId, address: `${viewer.handle.toLowerCase()}@mail.example` });
  }
  return people;
}
