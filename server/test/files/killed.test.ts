import 'reflect-metadata';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../support/build.ts';
import { sendThroughKills } from './send-through-kills.ts';

// 200 MB in `npm run stress`.

beforeAll(() => build(), 240_000);

test('a video whose server is killed while it comes goes on where it was, and comes whole', async () => {
  const { kills, sentAgain, same, telltales } = await sendThroughKills(12_000_000, 2);
  expect({ kills, same, telltales }).toEqual({ kills: 2, same: true, telltales: [] });
  // Of each piece that was under way, and no more.
  expect(sentAgain).toBeLessThanOrEqual(2 * 512 * 1024);
}, 240_000);
