import { randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { hashOf } from './secret.ts';
import { newTokenText, readTokenText } from './token-text.ts';

test('a token says which row it is of, and is known by its hash', () => {
  for (const id of [
    newId(),
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ]) {
    const text = newTokenText(id);
    expect(text).toMatch(/^sbt_[0-9A-Za-z]{60}$/);
    expect(readTokenText(text)).toEqual({ id, hash: hashOf(text) });
  }
  const id = newId();
  expect(newTokenText(id)).not.toBe(newTokenText(id));
});

test('each sign counts: what is mistyped or invented is told without a look at the database', () => {
  const text = newTokenText(newId());
  for (let at = 0; at < text.length; at += 1) {
    const other = text[at] === 'x' ? 'y' : 'x';
    expect(readTokenText(text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
  }
  const invented = () => `sbt_${randomBytes(90).toString('base64').replace(/\W/g, '').slice(0, 60)}`;
  expect(Array.from({ length: 200 }, invented).filter(readTokenText)).toEqual([]);
  for (const odd of ['', 'sbt_', ` ${text}`, `${text}\n`, `${text}0`, text.toLowerCase()])
    expect(readTokenText(odd)).toBeNull();
});

test('mutant: without its checksum a mistyped token would have to be looked for', () => {
  const withoutChecksum = (text: string) => /^sbt_[0-9A-Za-z]{60}$/.test(text);
  const text = newTokenText(newId());
  const mistyped = `${text.slice(0, 30)}${text[30] === 'x' ? 'y' : 'x'}${text.slice(31)}`;
  expect([withoutChecksum(mistyped), readTokenText(mistyped)]).toEqual([true, null]);
});
