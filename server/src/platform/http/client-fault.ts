import type { IncomingMessage, ServerResponse } from 'node:http';

/** How Node says that the other side has gone, while reading what it sends and while writing to it. */
const GONE = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);

/**
 * Whether a request failed because whoever asked has gone: half an upload, a download that was broken off. That is
 * nothing of ours, and anybody can do it as often as they like.
 */
export function hasLeft(error: unknown, request: IncomingMessage, response: ServerResponse): boolean {
  const { code } = error as { code?: unknown };
  const isGone = request.socket.destroyed || response.destroyed;
  return isGone && typeof code === 'string' && GONE.has(code);
}
