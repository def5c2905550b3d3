import { sql } from 'kysely';
import { type ServerProcess, startServer } from '../support/start-server.ts';
import { type FaultReport, openScene, type Scene, untilMore, withServices } from './scene.ts';

const SECRET = 'a secret for tests, thirty-two characters';
/** How far a moment in the database may be from when it happened, by the database's own clock (s). */
const NEAR_SECONDS = 60;

/**
 * Two servers whose clocks are wrong by as much, one ahead and one behind, on one database. Leases, sessions and the
 * log go by the database's clock, so nothing may end early, and no moment may be another than it was.
 */
export async function skewClocks(
  databaseUrl: string,
  { skewMs, cards }: { skewMs: number; cards: number },
): Promise<FaultReport> {
  const servers: ServerProcess[] = [];
  try {
    for (const skew of [skewMs, -skewMs])
      servers.push(await startServer({ DATABASE_URL: databaseUrl, APP_SECRET: SECRET, ...skewed(skew) }));
    const scene = await openScene(databaseUrl, (index) => servers[index % 2]?.url ?? '');
    for (const writer of scene.writers) writer.start();
    while (scene.writers.some((writer) => writer.cards.length < cards)) await untilMore(scene);
    await talkInTurn(servers, scene);
    const found = await scene.finish(databaseUrl);
    const wrong = await withServices(databaseUrl, async ({ orm }) => {
      const { rows } = await sql<{ what: string; times: number }>`
        with moments as (
          select 'an event' as what, at from board_event
          union all select 'a claim', claimed_at from claim
          union all select 'the end of a claim', ended_at from claim
          union all select 'a card', created_at from card
          union all select 'the last change of a card', updated_at from card
          union all select 'a session', created_at from session)
        select what, count(*)::int as times from moments
        where abs(extract(epoch from now() - at)) > ${NEAR_SECONDS} + extract(epoch from now() - pg_postmaster_start_time())
          or at > now() + interval '5 seconds' group by what
        union all
        select 'an event before the one it follows', count(*)::int from board_event event join board_event before
          on before.board_id = event.board_id and before.revision = event.revision - 1
        where event.at < before.at having count(*) > 0
        union all
        select 'a ' || what || ' before the one it follows', count(*)::int from (
          select what, at, lag(at) over (partition by what, whose order by id) as before from (
            select 'comment' as what, id, at, card_id as whose from comment
            union all select 'notice', id, at, person_id from notification) said) told
        where at < before group by what
        union all
        select 'a job that waits too long or not at all', count(*)::int from pgboss.job
        where name = 'notification' and abs(extract(epoch from start_after - created_on) - 60) > 5
        having count(*) > 0
        union all
        select 'a lease that ran out early', count(*)::int from board_event where kind in ('CLAIM_EXPIRED', 'CLAIM_EXPIRING')
        having count(*) > 0`.execute(orm.em.fork().getKysely());
      return rows.map(({ what, times }) => `${what}: ${times} at a wrong moment`);
    });
    return {
      ...{ fault: `clocks ${(2 * skewMs) / 60_000} minutes apart`, times: servers.length, failedStarts: 0 },
      ...found,
      wrong: [...found.wrong, ...wrong],
    };
  } finally {
    for (const server of servers) await server.stop();
  }
}

const TALK = `mutation ($input: AddCommentInput!) { addComment(input: $input) { errors { code } } }`;
const WRITE = `mutation ($input: UpdateCardInput!) { updateCard(input: $input) { card { version } errors { code } } }`;
const CARD = `query ($board: ID!) { node(id: $board) { ... on Board { snapshot { cards { id version } } } } }`;

/** People at both servers talk about one card and write it anew, one after the other, and others are told of it. */
async function talkInTurn(servers: readonly ServerProcess[], { places }: Scene): Promise<void> {
  const [first] = places;
  const ask = async (index: number, token: string, query: string, variables: object): Promise<unknown> => {
    const answer = await fetch(`${servers[index % servers.length]?.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `strikeboard=${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return ((await answer.json()) as { data: unknown }).data;
  };
  const { node } = (await ask(0, first?.token ?? '', CARD, { board: first?.board })) as {
    node: { snapshot: { cards: { id: string; version: number }[] } };
  };
  const { id: cardId, version = 0 } = node.snapshot.cards[0] ?? {};
  for (let turn = 0; turn < 12; turn += 1) {
    const { token = '' } = places[turn % places.length] ?? {};
    const said = await ask(turn, token, TALK, { input: { cardId, text: `Word ${turn}` } });
    if (JSON.stringify(said) !== '{"addComment":{"errors":[]}}') throw new Error(JSON.stringify(said));
    const input = { cardId, version: version + turn, deliverable: `Page ${turn}, ready to print` };
    const written = await ask(turn, token, WRITE, { input });
    if (!JSON.stringify(written).includes('"errors":[]')) throw new Error(JSON.stringify(written));
  }
}

const skewed = (skewMs: number) => ({
  NODE_OPTIONS: `--import ${new URL('./skewed-clock.mjs', import.meta.url).href}`,
  SKEW_MS: String(skewMs),
});
