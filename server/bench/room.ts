import { type Server, startServer, tell } from './fan-out.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import type { Section, Stage } from './stage.ts';
import { startSubscribers, type Subscribers } from './subscribers.ts';

const MANY = 5_000;
const ROUNDS = 3;
const RATE = 50;
const SECONDS = 10;
const MOST = 1.2;

/** What a live page costs before thousands while they vote, against a board of which as many hear as much. */
export const room: Section = { name: 'room', measure };

interface Watched {
  server: Server;
  people: Subscribers;
  rounds: Round[];
}

interface Round {
  /** Microseconds of processor time for one message to one watcher, when nothing else happens. */
  cpu: number;
  /** From the commit to the arrival at the last, then (ms). */
  last: number;
  /** Processors that are busy at the rate. */
  cores: number;
  /** From the last commit at the rate to the arrival at the last watcher (ms). */
  lag: number;
  /** Messages a second to each, at the rate. */
  messages: number;
  /** Changes at the rate that were not done. */
  failed: number;
}

async function measure(stage: Stage): Promise<Figure[]> {
  const open = async (name: 'strikeboard' | 'room') =>
    startServer(stage, name, { databaseUrl: await stage.newDatabase(), message: '' });
  const [boards, rooms] = [await open('strikeboard'), await open('room')];
  const watched = async (server: Server, resultKey?: string): Promise<Watched> => {
    const { url, board } = server;
    const people = await startSubscribers(stage, { url, board, count: MANY, resultKey });
    return { server, people, rounds: [] };
  };
  const board = await watched(boards);
  const page = await watched(rooms);
  // One after the other, so that what else the machine does meets both.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const each of [board, page]) each.rounds.push(await oneRound(each));
  }
  const figures = [...(await seen('board', board)), ...(await seen('live page', page))];
  await page.people.stop();

  const voted = await watched(rooms, rooms.resultKey);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const each of [board, voted]) each.rounds.push(await oneRound(each));
  }
  figures.push(...(await seen('live page, half have voted', voted)));
  const before = board.rounds.slice(0, ROUNDS);
  const beside = board.rounds.slice(ROUNDS);
  return [
    ...figures,
    ...ratios('live page', page.rounds, before),
    ...ratios('live page, half have voted', voted.rounds, beside),
    // The same thing twice: how far two ratios may lie apart without meaning anything.
    ...ratios('noise: the board', beside, before, false),
  ];
}

async function oneRound({ server, people }: Watched): Promise<Round> {
  const { cpu, last } = await tell(server, people);
  const start = await server.report('time');
  const { revision, wallMs, at, failed } = await server.rate(RATE, SECONDS);
  const lag = (await people.until(revision)) - at;
  const end = await server.report('time');
  const messages = ((end.logReads ?? 0) - (start.logReads ?? 0)) / (wallMs / 1_000);
  return { cpu, last, cores: (end.cpu - start.cpu) / wallMs, lag, messages, failed };
}

async function seen(what: string, { people, rounds }: Watched): Promise<Figure[]> {
  const { gaps, sample } = await people.report();
  const figure = (words: string, unit: Figure['unit'], of: (round: Round) => number): Figure => ({
    ...{ what: `  ${words}`, value: median(rounds.map(of)), unit, spread: rangeOf(rounds.map(of)) },
  });
  return [
    { what: `${what}: bytes of a message to ${MANY}`, value: sample.length, unit: 'count' },
    figure('processor time per delivery', 'µs', ({ cpu }) => cpu),
    figure('commit → last', 'ms', ({ last }) => last),
    figure(`${RATE} changes a second: processor`, 'cores', ({ cores }) => cores),
    figure('  messages a second to each', '/s', ({ messages }) => messages),
    figure('  last commit → last watcher', 'ms', ({ lag }) => lag),
    {
      ...{ what: '    changes that were not done', unit: 'count', target: { atMost: 0 } },
      value: rounds.reduce((sum, { failed }) => sum + failed, 0),
    },
    { what: '  gaps seen by watchers', value: gaps, unit: 'count', target: { atMost: 0 } },
  ];
}

function ratios(what: string, these: Round[], those: Round[], isBound = true): Figure[] {
  const ratio = (words: string, of: (round: Round) => number): Figure => {
    const values = these.map((round, index) => of(round) / of(those[index] ?? round));
    return {
      ...{ what: `${what} against the board: ${words}`, value: median(values), unit: '×' as const },
      ...{ spread: rangeOf(values), ...(isBound && { target: { atMost: MOST } }) },
    };
  };
  return [
    ratio('processor time per delivery', ({ cpu }) => cpu),
    ratio('commit → last', ({ last }) => last),
    ratio(`processor at ${RATE} a second`, ({ cores }) => cores),
    ratio('last watcher at that rate', ({ lag }) => lag),
  ];
}
