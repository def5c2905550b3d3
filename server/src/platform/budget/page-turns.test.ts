import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { VisitedRequest } from '../http/visits.ts';
import { usualBudgets } from './budget-settings.ts';
import { Budgets } from './budgets.ts';
import { createPageTurns } from './page-turns.ts';

/** What a page is written to, as far as turns look at it. */
class Answer extends EventEmitter {
  closed = false;
  status = 0;
  text = '';
  readonly headers = new Map<string, unknown>();
  setHeader = (name: string, value: unknown) => void this.headers.set(name, value);
  writeHead = (status: number) => void (this.status = status);
  end = (text: string) => {
    this.text = text;
    this.emit('finish');
  };
}

const log = pino({ level: 'silent' });
const settled = () => new Promise((resolve) => setImmediate(resolve));

function pages(settings: Partial<typeof usualBudgets>) {
  const turns = createPageTurns(new Budgets({ settings: { ...usualBudgets, ...settings }, log }));
  const made: string[] = [];
  const ask = (name: string, visitor: string | undefined) => {
    const answer = new Answer();
    void turns(
      { visitor } as VisitedRequest,
      answer as unknown as ServerResponse,
      () => void made.push(name),
    );
    return answer;
  };
  return { made, ask };
}

test('of one address half as many pages are made at once as operations, and others do not wait', async () => {
  const { made, ask } = pages({ atOnce: 16 });
  const [first] = [ask('a1', '203.0.113.1'), ask('a2', '203.0.113.1'), ask('a3', '203.0.113.1')];
  ask('b1', '203.0.113.2');
  for (let i = 0; i < 5; i += 1) ask('anybody', undefined);
  await settled();
  expect(made.toSorted()).toEqual([...Array<string>(5).fill('anybody'), 'a1', 'a2', 'b1'].toSorted());
  first.emit('close');
  await settled();
  expect(made.at(-1)).toBe('a3');
});

test('an address that had all its pages is told when to come again', async () => {
  const { made, ask } = pages({ pages: 2 });
  ask('a1', '203.0.113.1').emit('finish');
  ask('a2', '203.0.113.1').emit('finish');
  const third = ask('a3', '203.0.113.1');
  await settled();
  expect(made).toEqual(['a1', 'a2']);
  expect(third.status).toBe(429);
  expect(third.headers.get('retry-after')).toBeGreaterThan(0);
  expect(third.text).toContain('Try again');
});

test('a page that nobody waits for any more is not made', async () => {
  const { made, ask } = pages({ atOnce: 8 });
  const first = ask('a1', '203.0.113.1');
  const second = ask('a2', '203.0.113.1');
  await settled();
  second.closed = true;
  first.emit('finish');
  await settled();
  expect(made).toEqual(['a1']);
});
