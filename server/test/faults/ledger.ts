import { sql } from 'kysely';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Services } from '../../src/platform/services.ts';

/** A new card, taken and handed back: three changes, each with a request id of its own. */
const CHANGES = {
  create: `mutation ($input: CreateCardInput!) { answer: createCard(input: $input) { card { id } errors { code message } } }`,
  claim: `mutation ($input: ClaimCardInput!) { answer: claimCard(input: $input) { card { id } errors { code message } } }`,
  handBack: `mutation ($input: HandBackCardInput!) { answer: handBackCard(input: $input) { card { id } errors { code message } } }`,
};

interface Answer {
  data?: { answer: { card: { id: string } | null; errors: { code: string; message: string }[] } } | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Who writes, and where. */
export interface WriterSetting {
  /** Where the server is now; it may move. */
  url(): string;
  token: string;
  /** As outsiders name it. */
  board: string;
  /** Tells the cards of one writer from those of others. */
  name: string;
}

const AGAIN_MS = 15;
/** A board takes so many cards at most, and the longest run takes an hour. */
const BETWEEN_CARDS_MS = 60;
const ANSWER_LIMIT_MS = 10_000;

/**
 * Changes a board over HTTP as a page does that does not give up: what was not answered is asked again, with the same
 * request id, until it is. What was answered is written down, and has to be found afterwards, once.
 */
export class Writer {
  /** Titles of the cards whose three changes were acknowledged. */
  readonly cards: string[] = [];
  /** Changes that were acknowledged. */
  acknowledged = 0;
  /** How often a change was asked again. */
  repeated = 0;
  /** The codes of the failures it was told of. */
  readonly told = new Set<string>();
  /** Refusals: nobody else is there to be in the way. */
  readonly complaints: string[] = [];
  readonly #setting: WriterSetting;
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #stopped = false;
  #writing: Promise<void> | undefined;

  constructor(setting: WriterSetting) {
    this.#setting = setting;
  }

  /** Writes until it is stopped. */
  start(): this {
    this.#writing = this.#keepWriting();
    return this;
  }

  /** Ends with a whole card; what is under way is finished. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#writing;
    this.#agent.destroy();
  }

  /** One card, in three acknowledged changes. */
  async write(): Promise<void> {
    const title = `${this.#setting.name} ${this.cards.length}`;
    const input = {
      ...{ boardId: this.#setting.board, title, deliverable: 'One page, ready to print' },
      ...{ skill: 'WRITING', hours: 1, phase: 'ONGOING', sensitivity: 'PUBLIC' },
    };
    const cardId = await this.#ask('create', title, input);
    if (cardId === null) return;
    await this.#ask('claim', title, { cardId });
    await this.#ask('handBack', title, { cardId });
    this.cards.push(title);
  }

  async #keepWriting(): Promise<void> {
    while (!this.#stopped && this.complaints.length === 0) {
      await this.write();
      await delay(BETWEEN_CARDS_MS);
    }
  }

  async #ask(change: keyof typeof CHANGES, title: string, input: object): Promise<string | null> {
    const body = JSON.stringify({
      query: CHANGES[change],
      variables: { input: { ...input, requestId: `${title} ${change}` } },
    });
    for (;;) {
      const answer = await this.#post(body).catch(() => null);
      const { data, errors } = answer ?? {};
      // A fault of the server tells nothing about what happened: ask again.
      if (data && !errors) {
        const [refused] = data.answer.errors;
        if (refused) {
          this.complaints.push(`${title} ${change}: ${refused.code} ${refused.message}`);
          return null;
        }
        this.acknowledged += 1;
        return data.answer.card?.id ?? null;
      }
      this.repeated += 1;
      for (const { extensions } of errors ?? []) this.told.add(extensions?.code ?? 'none');
      await delay(AGAIN_MS);
    }
  }

  #post(body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        cookie: `strikeboard=${this.#setting.token}`,
      };
      const asked = request(
        `${this.#setting.url()}/graphql`,
        { method: 'POST', headers, agent: this.#agent, timeout: ANSWER_LIMIT_MS },
        (response) => {
          let text = '';
          response.on('data', (part: Buffer) => (text += part.toString()));
          response.on('error', reject);
          response.on('end', () => {
            try {
              resolve(JSON.parse(text) as Answer);
            } catch (error) {
              reject(error as Error);
            }
          });
        },
      );
      asked.on('timeout', () => asked.destroy(new Error('no answer')));
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

/** What became of what was acknowledged. */
export interface Audit {
  acknowledged: number;
  repeated: number;
  /** In words, one for each. */
  lost: string[];
  doubled: string[];
  /** What else is wrong with what the database holds. */
  wrong: string[];
}

/** Compares what was acknowledged with what there is: cards, claims, jobs, and the log. */
export async function audit(services: Pick<Services, 'orm'>, writers: readonly Writer[]): Promise<Audit> {
  const db = services.orm.em.fork().getKysely();
  const { rows } = await sql<{ title: string; cards: number; claims: number; jobs: number; kinds: string[] }>`
    select title, count(*)::int as cards,
      (select count(*)::int from claim where claim.card_id = any(array_agg(card.id))) as claims,
      (select count(*)::int from pgboss.job where name = 'lease' and data->>'cardId' = any(array_agg(card.id::text))) as jobs,
      (select coalesce(array_agg(kind::text order by revision), '{}') from board_event
        where board_event.board_id = min(card.board_id::text)::uuid and cards && array_agg(card.id)
          and kind not in ('COMMENT_ADDED', 'CARD_UPDATED')) as kinds
    from card group by title`.execute(db);
  const found = new Map(rows.map((row) => [row.title, row]));
  const [lost, doubled, wrong]: [string[], string[], string[]] = [[], [], []];
  const whole = 'CARD_CREATED,CARD_CLAIMED,CARD_HANDED_BACK';
  for (const writer of writers) {
    wrong.push(...writer.complaints);
    for (const title of writer.cards) {
      const row = found.get(title);
      if (!row || row.claims < 1 || row.jobs < 2 || row.kinds.length < 3) lost.push(title);
      else if (row.cards > 1 || row.claims > 1 || row.jobs > 2 || row.kinds.length > 3) doubled.push(title);
      else if (row.kinds.join() !== whole) wrong.push(`${title}: ${row.kinds.join()}`);
    }
  }
  const { rows: boards } = await sql<{ id: string }>`
    select id from board where revision <> (select count(*) from board_event where board_id = board.id)
      or revision <> coalesce((select max(revision) from board_event where board_id = board.id), 0)
      or next_number <> coalesce((select max(number) from card where board_id = board.id), 0) + 1`.execute(
    db,
  );
  wrong.push(...boards.map(({ id }) => `board ${id}: its log has a gap`));
  return {
    acknowledged: writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    repeated: writers.reduce((sum, { repeated }) => sum + repeated, 0),
    ...{ lost, doubled, wrong },
  };
}
