/** One statement, with its rows. */
export type QueryRows = (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>;

export interface QueueFigures {
  queue: string;
  /** Due later. */
  scheduled: number;
  /** Due, and not begun. */
  waiting: number;
  active: number;
  /** Given up; kept by the queue for a while. */
  failed: number;
  oldestSeconds: number;
}

/** However often and by however many it is scraped, the queues are counted no more often than this. */
const KEEP_MS = 10_000;

/** All queues in one statement, which the queue's own index over jobs that are not done answers. */
const COUNT = `
  select name as queue,
    count(*) filter (where state in ('created', 'retry') and start_after > now())::int as scheduled,
    count(*) filter (where state in ('created', 'retry') and start_after <= now())::int as waiting,
    count(*) filter (where state = 'active')::int as active,
    count(*) filter (where state = 'failed')::int as failed,
    coalesce(extract(epoch from now() - min(start_after)
      filter (where state in ('created', 'retry') and start_after <= now())), 0)::float8 as "oldestSeconds"
  from pgboss.job where name = any($1) and state in ('created', 'retry', 'active', 'failed')
  group by name`;

/** Reads how much there is in each of our queues, and keeps it for a while. Rejects when the database does not answer. */
export function createQueueReader(
  query: QueryRows,
  queues: readonly string[],
  keepMs = KEEP_MS,
): () => Promise<QueueFigures[]> {
  let kept: { figures: Promise<QueueFigures[]>; until: number } | undefined;
  return () => {
    if (kept && kept.until > performance.now()) return kept.figures;
    const figures = readQueues(query, queues);
    kept = { figures, until: performance.now() + keepMs };
    return figures;
  };
}

async function readQueues(query: QueryRows, queues: readonly string[]): Promise<QueueFigures[]> {
  const { rows } = await query(COUNT, [queues]);
  const found = new Map((rows as QueueFigures[]).map((row) => [row.queue, row]));
  return queues.map(
    (queue) =>
      found.get(queue) ?? { queue, scheduled: 0, waiting: 0, active: 0, failed: 0, oldestSeconds: 0 },
  );
}
