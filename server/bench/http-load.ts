import { fileURLToPath } from 'node:url';
import { type Figure, median, rangeOf } from './figures.ts';
import type { Stage } from './stage.ts';

/** What the process of the clients is told to do. */
export interface LoadOrder {
  port: number;
  /** A whole request as it goes over the wire. */
  request: string;
  connections: number;
  seconds: number;
}

export interface LoadReport {
  answers: number;
  /** Answers with another status than 200. */
  failures: number;
  bytes: number;
}

/** A server in a process of its own, and what it is asked. */
export interface Rival {
  name: string;
  port: number;
  request: string;
  /** Processor time that it has spent (ms). */
  cpu(): Promise<number>;
}

/** In a request it stands for the number of the connection, so that no two ask the same. */
export const OWN_NUMBER = '{n}';

const CONNECTIONS = 16;
const SECONDS = 3;
const ROUNDS = 5;

interface Run {
  /** Answers in a second. */
  rate: number;
  /** Processor time for one answer (µs). */
  cpu: number;
}

/** Asks each in turn, round after round, so that what the machine does meanwhile meets all of them. */
export async function compare(
  stage: Stage,
  rivals: readonly Rival[],
  { connections = CONNECTIONS, rounds = ROUNDS }: { connections?: number | undefined; rounds?: number } = {},
): Promise<Map<string, Run[]>> {
  const clients = stage.child(fileURLToPath(new URL('./http-load-process.ts', import.meta.url)));
  const runs = new Map<string, Run[]>(rivals.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const rival of rivals) {
      const { port, request } = rival;
      const before = await rival.cpu();
      // The first round only warms up.
      const seconds = round < 0 ? 1 : SECONDS;
      const order: LoadOrder = { port, request, connections, seconds };
      const { answers, failures } = await clients.ask<LoadReport>(order);
      if (failures > 0) throw new Error(`${rival.name} failed ${failures} times.`);
      if (round < 0) continue;
      const cpu = (((await rival.cpu()) - before) * 1_000) / answers;
      runs.get(rival.name)?.push({ rate: answers / seconds, cpu });
    }
  }
  await clients.stop();
  return runs;
}

/** Answers a second and processor time of each; against the first, those of all the others. */
export function figuresOf(
  what: string,
  runs: ReadonlyMap<string, Run[]>,
  { against, atLeast }: { against: string; atLeast: number },
): Figure[] {
  const [ours = ''] = runs.keys();
  const figures = [...runs].flatMap(([name, all]): Figure[] => {
    const rates = all.map(({ rate }) => rate);
    const cpu = all.map((run) => run.cpu);
    return [
      { what: `${what}: ${name}`, value: median(rates), unit: '/s', spread: rangeOf(rates) },
      { what: '  processor time for one answer', value: median(cpu), unit: 'µs', spread: rangeOf(cpu) },
    ];
  });
  for (const [name, all] of runs) {
    if (name === ours) continue;
    const ratios = (runs.get(ours) ?? []).map(({ rate }, round) => rate / (all[round]?.rate ?? NaN));
    figures.push({
      ...{ what: `  ${ours} against ${name}`, value: median(ratios), unit: '×', spread: rangeOf(ratios) },
      ...(name === against && { target: { atLeast } }),
    });
  }
  return figures;
}

/** A request as it goes over the wire, on a connection that stays. */
export function wireRequest(path: string, { body, ...headers }: Record<string, string> = {}): string {
  const lines = [
    `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : [`content-length: ${Buffer.byteLength(body)}`]),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
}
