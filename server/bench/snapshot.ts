import { fileURLToPath } from 'node:url';
import { makeManyCards } from '../test/support/many-cards.ts';
import { makeBusyBoard } from './busy-board.ts';
import type { Figure } from './figures.ts';
import { compare, figuresOf, type Rival, wireRequest } from './http-load.ts';
import type { SnapshotServer } from './snapshot-process.ts';
import type { Section, Stage } from './stage.ts';

const FEW = 200;
const MANY = 5_000;

/** A whole board as bytes that are kept, against a handler that has nothing else to do. */
export const snapshot: Section = { name: 'snapshot', measure };

async function measure(stage: Stage): Promise<Figure[]> {
  const databaseUrl = await stage.newDatabase();
  const services = await stage.services(databaseUrl);
  const few = await makeBusyBoard(services, FEW);
  const many = await makeBusyBoard(services, FEW);
  await makeManyCards(services, many, MANY);
  const ours = await start(stage, { open: 'strikeboard', databaseUrl });
  const figures: Figure[] = [];
  for (const [cards, { slug }] of [
    [FEW, few],
    [MANY, many],
  ] as const) {
    const path = `/boards/${slug}/snapshot`;
    const text = await (await fetch(`http://127.0.0.1:${ours.port}${path}`)).text();
    const found = (JSON.parse(text) as { cards: object[] }).cards.length;
    if (found !== cards) throw new Error(`The board has ${found} cards.`);
    const request = wireRequest(path);
    const rivals: Rival[] = [
      { name: 'ours', request, ...ours },
      { name: 'a plain JSON handler', request, ...(await start(stage, { open: 'json', text })) },
      { name: 'ready bytes', request, ...(await start(stage, { open: 'bytes', text })) },
    ];
    const what = `${cards} cards, ${Math.round(text.length / 1_000)} kB`;
    figures.push(
      ...figuresOf(what, await compare(stage, rivals), { against: 'a plain JSON handler', atLeast: 0.8 }),
    );
  }
  return figures;
}

async function start(stage: Stage, server: SnapshotServer): Promise<Pick<Rival, 'port' | 'cpu'>> {
  const child = stage.child(fileURLToPath(new URL('./snapshot-process.ts', import.meta.url)));
  const { port } = await child.ask<{ port: number }>(server);
  return { port, cpu: async () => (await child.ask<{ cpu: number }>({ report: 'cpu' })).cpu };
}
