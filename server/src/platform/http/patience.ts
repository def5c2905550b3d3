import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long what somebody sends may take to come (ms). */
export const PATIENCE_MS = 30_000;
/** The longest that a door may give (ms). */
export const MOST_PATIENCE_MS = 300_000;

/** What comes, and when it is given up. Whoever sends a request has it for as long as the request is there. */
const waits = new WeakMap<IncomingMessage, (ms: number) => void>();

/** Gives up what does not come in time: 408, and the line is closed. What has no body has come already. */
export function expectBody(request: IncomingMessage, response: ServerResponse, ms = PATIENCE_MS): void {
  const { headers } = request;
  if (headers['transfer-encoding'] === undefined && !Number(headers['content-length'] ?? 0)) return;
  let timer: NodeJS.Timeout | undefined;
  const wait = (patience: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp(request, response), patience);
    timer.unref();
  };
  wait(ms);
  waits.set(request, wait);
  request.once('close', () => clearTimeout(timer));
}

/** Gives a request more time to come, from now on. For doors that know who sends, and hold few of them. */
export function givePatience(request: IncomingMessage, ms: number): void {
  waits.get(request)?.(Math.min(ms, MOST_PATIENCE_MS));
}

function giveUp(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  if (response.headersSent) return void request.destroy();
  response.writeHead(408, { connection: 'close' });
  response.end(() => request.destroy());
}
