import type { Log } from './log.ts';

/** Between two lines about the same thing (ms). */
const EVERY = 10_000;

/** What happens by the thousand in one moment, such as sockets after a restart, told in a line each ten seconds. */
export interface LogSums {
  /** One more of these; `fields` say of which kind, and must not differ for each. `err` is told of the first alone. */
  add(message: string, fields: Record<string, string | number>, err?: unknown): void;
  /** Tells what has not been told yet. */
  flush(): void;
}

/** Lines with an error are warnings. */
export function sumUp(log: Log, everyMs: number = EVERY): LogSums {
  const sums = new Map<string, { message: string; fields: object; count: number; err: unknown }>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const { message, fields, count, err } of sums.values()) {
      if (err === undefined) log.info({ ...fields, count }, message);
      else log.warn({ ...fields, count, err }, message);
    }
    sums.clear();
  };
  return {
    flush,
    add: (message, fields, err) => {
      const key = JSON.stringify([message, fields]);
      const sum = sums.get(key);
      if (sum) sum.count += 1;
      else sums.set(key, { message, fields, count: 1, err });
      timer ??= setTimeout(flush, everyMs).unref();
    },
  };
}
