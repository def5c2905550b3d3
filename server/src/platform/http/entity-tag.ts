import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The tag of a text: the same for the same words. */
export const tagOf = (text: string | Buffer): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

/** Whether a client has what a tag names, by its `If-None-Match`. */
export function knowsTag(tags: string | undefined, tag: string): boolean {
  if (tags === undefined) return false;
  const bare = (each: string) => each.trim().replace(/^W\//, '');
  return tags.split(',').some((each) => each.trim() === '*' || bare(each) === bare(tag));
}

interface Tagged {
  type: string;
  text: string;
  /** How long a cache may keep it (s); null for what belongs to one person and no cache. */
  maxAge: number | null;
  /** What of the text is the same for as long as nothing changed, where each writing differs: its tag is a weak one. */
  lasting?: string;
}

/**
 * Answers once, and then 304 for as long as it stays the same. It says no `Last-Modified`: what is told may go without
 * anything being written, and then the newest moment of what is left lies further back.
 */
export function answerTagged(
  request: IncomingMessage,
  response: ServerResponse,
  { type, text, maxAge, lasting }: Tagged,
): void {
  const tag = lasting === undefined ? tagOf(text) : `W/${tagOf(lasting)}`;
  const headers = {
    etag: tag,
    'cache-control': maxAge === null ? 'private, no-store' : `public, max-age=${maxAge}`,
  };
  if (knowsTag(request.headers['if-none-match'], tag)) return void response.writeHead(304, headers).end();
  response.writeHead(200, {
    ...headers,
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
