import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './data-folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strikeboard-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a data folder has one owner at a time', () => {
  const first = lockDataFolder(join(folder, 'data'));
  expect(() => lockDataFolder(join(folder, 'data'))).toThrow(/Another Strikeboard server is using/);
  first.release();
  lockDataFolder(join(folder, 'data')).release();
});

test('a data folder that is a file is refused in a sentence', async () => {
  await writeFile(join(folder, 'data'), 'not a folder');
  expect(() => lockDataFolder(join(folder, 'data'))).toThrow(/cannot be written/);
});
