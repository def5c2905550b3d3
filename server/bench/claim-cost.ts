import pg from 'pg';
import { v7 as newId } from 'uuid';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { ClaimCardDocument } from '../../web/src/gql/graphql.ts';
import { Asker, moveCard } from './ask.ts';
import { addOpenCards, CLAIMS_EACH, crowd, makeBusyBoard } from './busy-board.ts';
import { type Figure, median, rangeOf, timeFigures } from './figures.ts';
import { timed } from './noise.ts';
import type { Section, Stage } from './stage.ts';

const ROUNDS = 300;
const WARM_UP = 50;
const CLIENTS = 8;
/** Claims of each side in one round of the throughput. */
const BATCH = 160;
const BATCHES = 3;

/** What the claim costs through every layer, against the same statements sent by hand. */
export const claimCost: Section = { name: 'cost', measure };

interface Side {
  /** Takes a card for somebody. */
  claim(card: string, person: { id: string; token: string }): Promise<void>;
}

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const services = await stage.services(databaseUrl);
  const board = await makeBusyBoard(services, 200);
  const claims = 2 * (ROUNDS + WARM_UP + BATCH * BATCHES);
  const cards = (await addOpenCards(services, board, claims)).map(({ id }) => id);
  const people = (await crowd(services, Math.ceil(claims / CLAIMS_EACH))).flatMap(({ viewer, token }) =>
    Array.from({ length: CLAIMS_EACH }, () => ({ id: viewer.personId, token })),
  );
  const { url } = await stage.server({ DATABASE_URL: databaseUrl });
  const asker = new Asker(url, CLIENTS);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CLIENTS });
  stage.onEnd(() => pool.end());
  stage.onEnd(() => asker.close());
  const http: Side = {
    claim: (card, { token }) =>
      moveCard(asker, token, {
        query: String(ClaimCardDocument),
        mutation: 'claimCard',
        card: toGlobalId('Card', card),
      }),
  };
  const bare: Side = {
    claim: (card, { id }) => claimByHand(pool, { card, person: id, board: board.boardId }),
  };
  const claimNext = (side: Side): Promise<void> => {
    const card = cards.pop();
    const person = people.pop();
    if (card === undefined || !person) throw new Error('There are no open cards left.');
    return side.claim(card, person);
  };

  const byHttp: number[] = [];
  const byHand: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    // In turns, so that whatever else the machine does hits both alike.
    const order = round % 2 === 0 ? [http, bare] : [bare, http];
    for (const side of order) {
      const taken = await timed(() => claimNext(side));
      if (round >= 0) (side === http ? byHttp : byHand).push(taken);
    }
  }
  const rates: { http: number; bare: number }[] = [];
  for (let batch = 0; batch < BATCHES; batch += 1) {
    rates.push({ bare: await rateOf(() => claimNext(bare)), http: await rateOf(() => claimNext(http)) });
  }
  const fifths = Array.from({ length: 5 }, (_, part) => {
    const range = [(part * ROUNDS) / 5, ((part + 1) * ROUNDS) / 5] as const;
    return median(byHttp.slice(...range)) / median(byHand.slice(...range));
  });
  return [
    {
      what: 'claimCard by HTTP against the bare transaction, p50',
      value: median(byHttp) / median(byHand),
      unit: '×',
      target: { atMost: 3 },
      spread: rangeOf(fifths),
    },
    ...timeFigures('  claimCard by HTTP', byHttp, { p50: null, p99: null }),
    ...timeFigures('  the bare transaction', byHand, { p50: null, p99: null }),
    {
      what: `  claims by HTTP, one board, ${CLIENTS} clients`,
      value: median(rates.map(({ http }) => http)),
      unit: '/s',
      spread: rangeOf(rates.map(({ http }) => http)),
    },
    {
      what: `  bare transactions, one board, ${CLIENTS} clients`,
      value: median(rates.map(({ bare }) => bare)),
      unit: '/s',
      spread: rangeOf(rates.map(({ bare }) => bare)),
    },
  ];
}

/** Claims per second of clients that each begin the next as soon as one is done. */
async function rateOf(claim: () => Promise<void>): Promise<number> {
  let left = BATCH;
  const taken = await timed(() =>
    Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        while (left-- > 0) await claim();
      }),
    ),
  );
  return (BATCH / taken) * 1_000;
}

/** The writes of a claim and nothing else: no session, no rights, no answer. Six trips to the database. */
async function claimByHand(
  pool: pg.Pool,
  { card, person, board }: { card: string; person: string; board: string },
): Promise<void> {
  const client = await pool.connect();
  try {
    const claim = newId();
    await client.query('begin');
    await client.query('select id from board where id = $1 for update', [board]);
    await client.query(
      `with taken as (
        update card set status = 'CLAIMED', holder_id = $2, claim = $3, claimed_at = clock_timestamp(),
          lease_expires_at = clock_timestamp() + make_interval(hours => 48), extensions = 0,
          changes_requested_at = null, updated_at = clock_timestamp()
        where id = $1 and status = 'OPEN' returning id, claimed_at)
      insert into claim (id, card_id, person_id, claimed_at) select $3, id, $2, claimed_at from taken`,
      [card, person, claim],
    );
    await client.query(
      `insert into pgboss.job (name, data, start_after)
      select 'lease', jsonb_build_object('cardId', $1::text, 'claimId', $2::text, 'what', what), now() + lead
      from (values ('warn', interval '42 hours'), ('expire', interval '48 hours')) as due (what, lead)`,
      [card, claim],
    );
    await client.query(
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
