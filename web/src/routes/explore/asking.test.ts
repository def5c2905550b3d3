import { expect, test } from 'vitest';
import { messagesOf } from './asking.ts';

const streamOf = (...parts: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });

async function all(...parts: string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const message of messagesOf(streamOf(...parts))) found.push(message);
  return found;
}

test('messages come one by one, wherever the line is cut', async () => {
  const text = ': hello\n\nevent: next\nid: 1:2\ndata: {"data":{"ñ":1}}\n\nevent: next\ndata: {"data":2}\n\n';
  for (let at = 1; at < text.length; at += 1)
    expect(await all(text.slice(0, at), text.slice(at))).toEqual([{ data: { ñ: 1 } }, { data: 2 }]);
});

test('what comes after the end is not heard', async () => {
  expect(await all('event: complete\ndata: \n\nevent: next\ndata: {"data":1}\n\n')).toEqual([]);
});
