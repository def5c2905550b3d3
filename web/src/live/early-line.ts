import { isAsleep } from '#web/hydration/turns.ts';

declare global {
  interface Window {
    /** The line that a live page asked for while its scripts came, and the answer to its hello: `app.html` opens it. */
    earlyLine?: (WebSocket & { answer?: MessageEvent }) | undefined;
  }
}

/**
 * The line that this page asked for before its scripts had come, once: on a phone it stands by now, which is three or
 * four round trips saved. Whoever takes it begins as with a new one. None where it has gone since, or where another page
 * has come in between, perhaps for another person.
 */
export function takeEarlyLine(): WebSocket | undefined {
  const line = window.earlyLine;
  window.earlyLine = undefined;
  if (!line) return undefined;
  if (!isAsleep() || line.readyState > WebSocket.OPEN) {
    line.close();
    return undefined;
  }
  if (line.readyState === WebSocket.OPEN) queueMicrotask(() => beginAgain(line));
  return line;
}

/** It is open and has said hello: who takes it hears of both as if it were now, and its own hello is not said. */
function beginAgain(line: NonNullable<Window['earlyLine']>): void {
  const { send } = line;
  line.send = () => void (line.send = send);
  line.onopen?.(new Event('open'));
  if (line.answer) line.onmessage?.(line.answer);
}
