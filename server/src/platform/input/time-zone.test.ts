import { expect, test } from 'vitest';
import { InvalidInput } from '../refusal/refusal.ts';
import { takeTimeZone } from './time-zone.ts';

test.each([
  ['America/Chicago', 'America/Chicago'],
  ['america/chicago', 'America/Chicago'],
  ['America/Argentina/Buenos_Aires', 'America/Buenos_Aires'],
  ['US/Central', 'America/Chicago'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
  ['UTC', 'UTC'],
  ['Etc/UTC', 'UTC'],
])('%s is a zone', (name, known) => expect(takeTimeZone(name)).toBe(known));

test.each([
  'Etc/Unknown',
  'Mars/Olympus',
  '+02:00',
  '-0500',
  '+02',
  'UTC+2',
  'GMT-3',
  'Z',
  'CST',
  'IST',
  'EST',
  'SystemV/EST5',
  'Factory',
  'localtime',
  '../etc/passwd',
  'Europe/Madrid\u0000',
  ' Europe/Madrid',
  '',
])('%j is none', (name) => {
  const refused = () => takeTimeZone(name, 'answers.timeZone');
  expect(refused).toThrow(InvalidInput);
  expect(refused).toThrow('time zone');
});
