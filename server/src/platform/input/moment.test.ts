import { expect, test } from 'vitest';
import { InvalidInput } from '../refusal/refusal.ts';
import { takeMoment } from './moment.ts';

test.each([
  '0026-03-02T11:00:00Z',
  '1999-12-31T23:59:59Z',
  '2100-01-01T00:00:00Z',
  '+012027-03-02T11:00:00Z',
  'no',
])('a year that nobody means is refused: %s', (text) => {
  try {
    takeMoment(new Date(text), 'startsAt');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    expect(error).toMatchObject({ field: 'startsAt', reason: 'OUT_OF_RANGE' });
  }
});

test('whole moments pass, and none is none', () => {
  const moment = new Date('2026-03-02T11:00:00Z');
  expect([takeMoment(moment, 'startsAt'), takeMoment(null, 'startsAt')]).toEqual([moment, null]);
});
