import 'reflect-metadata';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { moveCard } from '../src/core/card/move-card.ts';
import { aCard, startStrike } from './live/support/strike.ts';
import { ReceiverProcess } from './support/receiver.ts';
import { until } from './support/until.ts';
import { WebhookScene } from './support/webhook-scene.ts';

// A receiver of webhooks as a process that is killed: nothing is missed, nothing comes twice.

let scene: WebhookScene;
beforeAll(async () => {
  scene = await WebhookScene.open();
});
beforeEach(() => scene.clear());
afterAll(() => scene.close());

test('1,000 events, a receiver that is killed twice and loses a part: nothing is missed, nothing comes twice', async () => {
  const hooked = await startStrike(scene.services);
  const file = join(scene.killed.folder, 'kept.jsonl');
  const made = await scene.aWebhook({
    url: `http://127.0.0.1:${scene.killed.port}/`,
    board: hooked.board,
    token: hooked.organizer.token,
  });
  const process = new ReceiverProcess({ port: scene.killed.port, file, secret: made.secret });
  await process.start();
  const { personId } = hooked.organizer.viewer;
  const cardId = await aCard(scene.services, hooked);
  const toRevision = async (target: number) => {
    for (let at = 0; at < target;) at = (await moveCard(scene.services, personId, { cardId })).revision;
  };
  const kept = () => process.kept().map(({ message }) => message);
  await toRevision(400);
  await until('some of it', () => kept().length > 3);
  await process.kill();
  await toRevision(700);
  // It comes back without its last messages, and asks for all after what it has.
  process.forget(3);
  const standsAt = kept().at(-1)!.revision;
  await process.start();
  const again = { webhookId: made.id, fromRevision: standsAt };
  expect(await scene.refusals('redeliver', again, hooked.organizer.token)).toEqual([]);
  await until('it has caught up', () => Math.max(...kept().map(({ revision }) => revision)) >= 700, 60_000);
  await process.kill();
  await toRevision(1_001);
  await process.start();
  await until('it has all', () => Math.max(...kept().map(({ revision }) => revision)) >= 1_001, 60_000);
  await process.kill();
  const told = kept().flatMap(({ data }) => data.boardChanges.events.map(({ revision }) => revision));
  const first = kept()[0]!.previousRevision + 1;
  expect(told.toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 1_001 - first + 1 }, (_each, index) => first + index),
  );
  expect(new Set(process.kept().map(({ id }) => id)).size).toBe(process.kept().length);
  // In order, but for what came again.
  for (const message of kept()) expect(message.revision).toBeGreaterThan(message.previousRevision);
}, 240_000);
