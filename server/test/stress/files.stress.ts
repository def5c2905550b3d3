import 'reflect-metadata';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../support/build.ts';
import { sendThroughKills } from '../files/send-through-kills.ts';

beforeAll(() => build(), 240_000);

test('a video of 200 MB whose server is killed five times comes whole, and is never held whole', async () => {
  const started = performance.now();
  const { kills, sentAgain, same, telltales, memoryMb } = await sendThroughKills(200_000_000, 5);
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(
    `200 MB in ${seconds} s, sent again ${sentAgain} bytes, memory at most ${memoryMb} MB above idle`,
  );
  expect({ kills, same, telltales }).toEqual({ kills: 5, same: true, telltales: [] });
  expect(sentAgain).toBeLessThanOrEqual(5 * 512 * 1024);
  expect(memoryMb).toBeLessThan(200);
}, 600_000);
