import pg from 'pg';

const { Client } = pg;

/** What the keeper of the queue asks by the clock, whatever else goes on. */
const OF_THE_KEEPER =
  /\bpgboss\.(queue|version)\b|pgboss\.job_now\(\)\) \* 1000\) as time|set local lock_timeout = 30000/i;

/** How many statements of this process reach PostgreSQL while `run` runs, but for those that `ignored` fits. */
export async function countStatements(run: () => Promise<unknown>, ignored?: RegExp): Promise<number> {
  const send = Client.prototype.query;
  let statements = 0;
  Client.prototype.query = function (this: pg.Client, ...words: unknown[]) {
    const text = typeof words[0] === 'string' ? words[0] : (words[0] as { text?: string } | undefined)?.text;
    if (!ignored?.test(text ?? '') && !OF_THE_KEEPER.test(text ?? '')) statements += 1;
    return Reflect.apply(send, this, words) as never;
  } as typeof send;
  try {
    await run();
    return statements;
  } finally {
    Client.prototype.query = send;
  }
}
