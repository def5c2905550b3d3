import { expect, test } from 'vitest';
import type { ErrorWordsFragment } from '#web/gql/graphql.ts';
import { SavedSwitch } from './saved-switch.svelte.ts';
import { Sending } from './sending.svelte.ts';

const refusal = { code: 'INVALID_INPUT' } as ErrorWordsFragment;

/** A switch, the answers that it waits for, and what the server has. */
function aSwitch(saved = false) {
  const server = { has: saved, asked: [] as boolean[] };
  const waiting: ((errors: readonly ErrorWordsFragment[]) => void)[] = [];
  const box = new SavedSwitch(
    new Sending(((key: string) => key) as never),
    saved,
    (on) =>
      new Promise((resolve) => {
        server.asked.push(on);
        waiting.push((errors) => {
          if (errors.length === 0) server.has = on;
          resolve(errors);
        });
      }),
  );
  const tick = () => {
    box.on = !box.on;
    return box.save();
  };
  const answer = async (errors: readonly ErrorWordsFragment[] = []) => {
    waiting.shift()?.(errors);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { box, server, tick, answer };
}

test('ticked again while it is on its way, the server has in the end what stands there', async () => {
  for (const ticks of [1, 2, 3, 4]) {
    const { box, server, tick, answer } = aSwitch();
    for (let count = 0; count < ticks; count += 1) void tick();
    for (let count = 0; count < ticks; count += 1) await answer();
    expect([ticks, server.has]).toEqual([ticks, box.on]);
    expect(box.on).toBe(ticks % 2 === 1);
  }
});

test('what is not taken goes back to what the server has', async () => {
  const { box, server, tick, answer } = aSwitch(true);
  void tick();
  await answer([refusal]);
  expect([box.on, server.has]).toEqual([true, true]);
  void tick();
  await answer();
  expect([box.on, server.has]).toEqual([false, false]);
});
