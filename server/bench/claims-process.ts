import 'reflect-metadata';
import pg from 'pg';
import { pino } from 'pino';
import { v7 as newId } from 'uuid';
import { claimCard } from '../src/board/claim-card.ts';
import { createHintBus } from '../src/live/hint-bus.ts';
import { createTestServices } from '../test/support/services.ts';

export type ClaimsOrder = { person: string; cards: { card: string; board: string }[] }[];
export interface ClaimsReport {
  took: number;
  cpu: number;
}
type Claim = (claim: { card: string; board: string; person: string }) => Promise<unknown>;

const [databaseUrl = '', how] = process.argv.slice(2);
const { claim, close } = await (how === 'bare' ? openBare() : openOurs());

process.on('message', (order: ClaimsOrder) => {
  void run(order).then((report) => process.send?.(report));
});
process.on('disconnect', () => void close().then(() => process.exit(0)));

async function run(order: ClaimsOrder): Promise<ClaimsReport> {
  const { user, system } = process.cpuUsage();
  const start = performance.now();
  await Promise.all(
    order.map(async ({ person, cards }) => {
      for (const card of cards) await claim({ ...card, person });
    }),
  );
  const took = performance.now() - start;
  const end = process.cpuUsage();
  return { took, cpu: (end.user + end.system - user - system) / 1_000 };
}

async function openOurs(): Promise<{ claim: Claim; close(): Promise<void> }> {
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

async function openBare(): Promise<{ claim: Claim; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
  return { claim: (claim) => claimByHand(pool, claim), close: () => pool.end() };
}

async function claimByHand(
  pool: pg.Pool,
  { card, person, board }: { card: string; person: string; board: string },
): Promise<void> {
  const client = await pool.connect();
  const query = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  try {
    const claim = newId();
    await client.query('begin');
    await query(
      'lock',
      `select board.id, person.id from (select id from board where id = $1 for update) board
      left join lateral (select id from person where id = $2 and board.id is not null for share) person on true`,
      [board, person],
    );
    const { rows } = await query(
      'rights',
      `select board.id, board.revision, campaign.id, campaign.organization_id, campaign.sensitivity, campaign.ended_at,
        lease_hours, newcomer_claim_limit, claim_limit, person.standing, person.coordinator, membership.role,
        exists (select from campaign_block where campaign_id = campaign.id and person_id = person.id) as blocked,
        exists (select from conduct_statement where person_id = person.id and version = 1) as agreed,
        card.status, card.sensitivity
      from board join campaign on campaign.id = campaign_id join card on card.id = $3 and card.board_id = board.id
      join person on person.id = $2
      left join membership on membership.person_id = person.id
        and membership.organization_id = campaign.organization_id
      where board.id = $1`,
      [board, person, card],
    );
    if (rows[0]?.blocked) throw new Error('Not allowed');
    await query(
      'take',
      `with held as (select count(*) from card where board_id = $4 and holder_id = $2 and status = 'CLAIMED'),
      taken as (
        update card set status = 'CLAIMED', holder_id = $2, claim = $3, claimed_at = clock_timestamp(),
          lease_expires_at = clock_timestamp() + make_interval(hours => 48), extensions = 0,
          changes_requested_at = null, updated_at = clock_timestamp()
        where id = $1 and status = 'OPEN' returning *),
      claimed as (insert into claim (id, card_id, person_id, claimed_at) select $3, id, $2, claimed_at from taken)
      select *, (select count from held) from taken`,
      [card, person, claim, board],
    );
    await query(
      'jobs',
      `insert into pgboss.job (name, data, start_after)
      select 'lease', jsonb_build_object('cardId', $1::text, 'claimId', $2::text, 'what', what), now() + lead
      from (values ('warn', interval '42 hours'), ('expire', interval '48 hours')) as due (what, lead)`,
      [card, claim],
    );
    await query(
      'event',
      `with head as (update board set revision = revision + 1 where id = $1 returning revision)
      insert into board_event (board_id, revision, kind, at, actor_id, cards, fields)
      select $1, revision, 'CARD_CLAIMED', clock_timestamp(), $2, array[$3::uuid], '{}' from head`,
      [board, person, card],
    );
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
