import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { claimCard } from '../src/board/claim-card.ts';
import { handBackCard } from '../src/board/hand-back-card.ts';
import { createHintBus } from '../src/live/hint-bus.ts';
import type { Services } from '../src/services.ts';
import { type BusyBoard, makeBusyBoard } from './busy-board.ts';
import { type Figure, median, rangeOf } from './figures.ts';
import type { Section, Stage } from './stage.ts';
import { startSubscribers, type SubscribersOrder } from './subscribers.ts';

const FEW = 10;
const MANY = 1_000;
const EVENTS = 60;
const ROUNDS = 3;
/** Between two events: long enough that none waits for another and they are not sent together. */
const PAUSE_MS = 50;

/** What the replica's process tells of itself. */
export interface ReplicaReport {
  /** Processor time so far, in milliseconds. */
  cpu: number;
  logReads: number;
  executions: number;
  /** Bytes of the last message that went to a subscriber. */
  messageBytes: number;
}

/** What one event costs the server that sends it to all who watch. */
export const fanOut: Section = { name: 'fan-out', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const own = await stage.services(databaseUrl);
  const bus = createHintBus({ databaseUrl, log: pino({ level: 'silent' }) });
  await bus.connected();
  stage.onEnd(() => bus.close());
  const services: Services = { ...own, hints: bus };
  const board = await makeBusyBoard(services, 200);
  const replica = await startReplicaProcess(stage, databaseUrl);
  const follow = { url: replica.url, board: board.board };

  const few: Cost[] = [];
  const many: Cost[] = [];
  const bare: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const events = () => changeBoard(services, board);
    few.push(await costOf(stage, replica, { ...follow, count: FEW, tokens: [null] }, events));
    many.push(await costOf(stage, replica, { ...follow, count: MANY, tokens: [null] }, events));
    const order = { url: replica.bareUrl, count: MANY, tokens: [null], board: null };
    bare.push(await costOf(stage, replica, order, () => replica.broadcast()));
  }
  const tokens = [null, board.vetted.token, board.organizer.token];
  const classes = await costOf(stage, replica, { ...follow, count: 99, tokens }, () =>
    changeBoard(services, board),
  );
  const cpu = (what: string, costs: Cost[]): Figure => {
    const values = costs.map(({ cpu }) => cpu);
    return { what, value: median(values), unit: 'ms', spread: rangeOf(values) };
  };
  const growth = ROUNDS_OF.map((round) => (many[round]?.cpu ?? 0) - (few[round]?.cpu ?? 0));
  const against = ROUNDS_OF.map((round) => (growth[round] ?? 0) / (bare[round]?.cpu ?? 0));
  const per = (what: string, costs: Cost[], atMost: number): Figure => {
    const values = costs.map(({ executions }) => executions);
    return { what, value: median(values), unit: 'count', target: { atMost }, spread: rangeOf(values) };
  };
  return [
    cpu(`processor time per event, ${FEW} subscribers of one class`, few),
    cpu(`processor time per event, ${MANY} subscribers of one class`, many),
    cpu(`  a bare broadcast of the same bytes to ${MANY} sockets`, bare),
    {
      what: `what ${MANY - FEW} more subscribers cost, against the bare broadcast`,
      value: median(against),
      unit: '×',
      spread: rangeOf(against),
    },
    per(`executions per event, ${MANY} subscribers of one class`, many, 1.05),
    per('executions per event, 99 subscribers of three classes', [classes], 3.15),
    {
      what: `reads of the log per event, ${MANY} subscribers`,
      value: median(many.map(({ logReads }) => logReads)),
      unit: 'count',
      target: { atMost: 1.05 },
    },
  ];
}

const ROUNDS_OF = Array.from({ length: ROUNDS }, (_, round) => round);

/** Per event. */
interface Cost {
  cpu: number;
  executions: number;
  logReads: number;
}

/** Runs the events before that many subscribers, and the same time without events, whose cost is taken off. */
async function costOf(
  stage: Stage,
  replica: ReplicaProcess,
  order: SubscribersOrder,
  events: () => Promise<void>,
): Promise<Cost> {
  const subscribers = await startSubscribers(stage, order);
  await events(); // warm
  await settle(subscribers);
  const got = await subscribers.received();
  const start = await replica.report();
  const startedAt = performance.now();
  await events();
  await settle(subscribers);
  const took = performance.now() - startedAt;
  const end = await replica.report();
  const arrived = (await subscribers.received()) - got;
  if (arrived < EVENTS * order.count) throw new Error(`Only ${arrived} messages arrived.`);
  await delay(took);
  const idle = await replica.report();
  await subscribers.stop();
  const perEvent = (name: 'cpu' | 'executions' | 'logReads') =>
    (end[name] - start[name] - (idle[name] - end[name])) / EVENTS;
  return { cpu: perEvent('cpu'), executions: perEvent('executions'), logReads: perEvent('logReads') };
}

/** Resolves when nothing arrives any more. */
async function settle(subscribers: { received(): Promise<number> }): Promise<void> {
  for (let before = -1, now = 0; now !== before;) {
    before = now;
    await delay(150);
    now = await subscribers.received();
  }
}

async function changeBoard(services: Services, board: BusyBoard): Promise<void> {
  const volunteer = board.volunteer.viewer.personId;
  for (let event = 0; event < EVENTS; event += 1) {
    const cardId = board.open[Math.floor(event / 2) % 10]?.id ?? '';
    await (event % 2 === 0 ? claimCard : handBackCard)(services, volunteer, { cardId });
    await delay(PAUSE_MS);
  }
}

interface ReplicaProcess {
  url: string;
  bareUrl: string;
  report(): Promise<ReplicaReport>;
  /** Sends as many messages of the size of the last one to all bare sockets. */
  broadcast(): Promise<void>;
}

async function startReplicaProcess(stage: Stage, databaseUrl: string): Promise<ReplicaProcess> {
  const child = fork(fileURLToPath(new URL('./fan-out-process.ts', import.meta.url)));
  const ended = once(child, 'exit');
  stage.onEnd(async () => {
    child.kill();
    await ended;
  });
  const answer = async <Answer>(order: string): Promise<Answer> => {
    child.send(order);
    const [given] = (await once(child, 'message')) as [Answer];
    return given;
  };
  const { url, bareUrl } = await answer<{ url: string; bareUrl: string }>(databaseUrl);
  const report = () => answer<ReplicaReport>('report');
  return {
    ...{ url, bareUrl, report },
    broadcast: async () => {
      for (let event = 0; event < EVENTS; event += 1) {
        await answer('broadcast');
        await delay(PAUSE_MS);
      }
    },
  };
}
