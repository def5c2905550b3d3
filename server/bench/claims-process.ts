import 'reflect-metadata';
import pg from 'pg';
import { pino } from 'pino';
import { v7 as newId } from 'uuid';
import { claimCard } from '../src/core/card/claim-card.ts';
import { openJobQueue } from '../src/platform/jobs/jobs.ts';
import { createHintBus } from '../src/platform/live/hint-bus.ts';
import { createTestServices } from '../test/support/services.ts';
import type { Claimer } from './claim-ground.ts';
import { timed } from './noise.ts';
import { LEASE_QUEUE } from '../src/core/card/lease-jobs.ts';

// Claims in a process that does nothing else: by the use case, with a hint to other servers after each, or by hand.

/** All of whom begin at once. */
export type Claims = Claimer[];
export type How = 'claimCard' | 'bare' | 'bare together';

interface Claim {
  card: string;
  board: string;
  person: string;
}

interface Side {
  claim(claim: Claim): Promise<unknown>;
  close(): Promise<void>;
}

/** Connections of either side: as many as a server has. */
const POOL = 12;

async function openOurs(databaseUrl: string): Promise<Side> {
  const own = await createTestServices(databaseUrl);
  const bus = createHintBus({ databaseUrl, log: pino({ level: 'silent' }) });
  await bus.connected();
  const services = { ...own, hints: bus };
  return {
    claim: ({ card, person }) => claimCard(services, person, { cardId: card }),
    close: async () => {
      await bus.close();
      await own.close();
    },
  };
}

async function openBare(databaseUrl: string, { together }: { together: boolean }): Promise<Side> {
  const queue = await openJobQueue(databaseUrl, pino({ level: 'silent' }));
  // The queue fills in its own settings, so that its statement is part of what a claim writes.
  const { sql: enqueue } = await queue.statement({ queue: LEASE_QUEUE, jobs: [] });
  await queue.stop();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL, pipeline: together } as pg.PoolConfig);
  return { claim: (claim) => claimByHand(pool, { ...claim, enqueue, together }), close: () => pool.end() };
}

/** A statement under the name by which it is prepared. */
type Named = { name: string; text: string; values: unknown[] };

/**
 * The transaction of a claim, by somebody who writes nothing but that: every statement prepared, and the rows that
 * claimCard leaves behind. It locks the board and the person, reads what decides (campaign, standing, role, block,
 * promise, card), takes the card if it is open, counting those already held, writes the claim, the two jobs of its
 * lease, the event and the next revision. It has neither hints nor refusals in words, nor turns, nor an answer.
 * `together` sends at once what does not depend on what was read, as claimCard does.
 */
async function claimByHand(
  pool: pg.Pool,
  { card, person, board, enqueue, together }: Claim & { enqueue: string; together: boolean },
): Promise<void> {
  const client = await pool.connect();
  const send = async (...statements: (Named | string)[]) => {
    const answers: Promise<pg.QueryResult>[] = [];
    for (const statement of statements) {
      const answer = typeof statement === 'string' ? client.query(statement) : client.query(statement);
      answers.push(answer);
      if (!together) await answer;
    }
    return Promise.all(answers);
  };
  try {
    const [, , read] = await send(
      'begin',
      { name: 'hold', text: HOLD, values: [board, person] },
      { name: 'rights', text: RIGHTS, values: [board, person, card] },
    );
    const rights = read?.rows[0] as Rights | undefined;
    if (!rights || !mayClaim(rights)) throw new Error('Not allowed.');
    const claim = newId();
    const values = [card, person, claim, board, rights.lease_hours];
    const [took] = await send({ name: 'take', text: TAKE, values });
    const taken = took?.rows[0] as { held: number; lease_expires_at: Date } | undefined;
    if (!taken || taken.held >= rights.claim_limit) throw new Error('Not open.');
    const due = taken.lease_expires_at.getTime();
    const jobs = [
      { data: { cardId: card, claimId: claim, what: 'warn' }, startAfter: new Date(due - 6 * 3_600_000) },
      { data: { cardId: card, claimId: claim, what: 'expire' }, startAfter: new Date(due) },
    ];
    await send(
      { name: 'jobs', text: enqueue, values: [JSON.stringify(jobs)] },
      { name: 'event', text: EVENT, values: [board, person, card] },
      'commit',
    );
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

interface Rights {
  lease_hours: number;
  claim_limit: number;
  ended_at: Date | null;
  standing: string;
  blocked: boolean;
  sensitivity: string;
}

function mayClaim(rights: Rights): boolean {
  if (rights.ended_at || rights.standing === 'SUSPENDED' || rights.blocked) return false;
  return rights.sensitivity === 'PUBLIC';
}

const HOLD = `select board.id, person.id from (select id from board where id = $1 for update) board
  left join lateral (select id from person where id = $2 and board.id is not null for share) person on true`;

const RIGHTS = `select board.revision, campaign.organization_id, campaign.ended_at, lease_hours, claim_limit,
    newcomer_claim_limit, standing, coordinator, role, card.status, card.sensitivity,
    exists (select from campaign_block where campaign_id = campaign.id and person_id = person.id) as blocked,
    exists (select from conduct_statement where person_id = person.id and version = 1) as agreed
  from board join campaign on campaign.id = campaign_id join card on card.id = $3 and card.board_id = board.id
  join person on person.id = $2
  left join membership on membership.person_id = person.id
    and membership.organization_id = campaign.organization_id
  where board.id = $1`;

const TAKE = `with held as (
    select count(*)::int as count from card where board_id = $4 and holder_id = $2 and status = 'CLAIMED'),
  taken as (
    update card set status = 'CLAIMED', holder_id = $2, claim = $3, claimed_at = clock_timestamp(),
      lease_expires_at = clock_timestamp() + make_interval(hours => $5), extensions = 0,
      changes_requested_at = null, updated_at = clock_timestamp()
    where id = $1 and status = 'OPEN' returning *),
  claimed as (insert into claim (id, card_id, person_id, claimed_at) select claim, id, holder_id, claimed_at from taken)
  select taken.*, held.count as held from taken, held`;

const EVENT = `with head as (update board set revision = revision + 1 where id = $1 returning revision)
  insert into board_event (board_id, revision, kind, at, actor_id, cards, fields)
  select $1, revision, 'CARD_CLAIMED', clock_timestamp(), $2, array[$3::uuid], '{}' from head`;

const [databaseUrl = '', how] = process.argv.slice(2);
const side =
  how === 'claimCard'
    ? await openOurs(databaseUrl)
    : await openBare(databaseUrl, { together: how === 'bare together' });

process.on('message', (claimers: Claims) => {
  const round = timed(() =>
    Promise.all(
      claimers.map(async ({ person, cards }) => {
        for (const card of cards) await side.claim({ ...card, person });
      }),
    ),
  );
  round.then(
    (took) => process.send?.(took),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => void side.close().then(() => process.exit(0)));
