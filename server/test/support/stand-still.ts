import { setImmediate as nextTurn } from 'node:timers/promises';

/** Keeps this process for so long (ms), as thousands do who connect in one moment. */
export function standStill(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** It is read when all timers that are due have gone off, as what comes over a line is. */
export async function anAnswer(): Promise<void> {
  await nextTurn();
  await nextTurn();
}
