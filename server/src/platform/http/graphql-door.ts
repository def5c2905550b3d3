import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerSocket } from '../socket/server-socket.ts';

/** What answers behind `/graphql`. The HTTP server has checked size and origin before it asks. */
export interface GraphqlDoor {
  /** Answers one request, whose whole body is `body`. */
  answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void>;
  /** Lets go, within so long (ms), of answers that never end by themselves. */
  letGo?(spreadMs: number): Promise<void>;
  /** Speaks graphql-transport-ws on a socket this server has accepted. */
  serveSocket(socket: ServerSocket, request: IncomingMessage): void;
}

/**
 * The largest request body. The longest hand-in is sent beside what its writer read, both of 20,000 characters, which
 * emoji and some scripts write in four bytes.
 */
export const BODY_LIMIT_BYTES = 256 * 1024;
/** The largest message on a socket, of which one client holds many: questions go there, and no long words. */
export const MESSAGE_LIMIT_BYTES = 64 * 1024;
/** As much of a body that is too large, and for as long, is still let in unkept: who is cut off hears nothing. */
const HEARD_OUT = { bytes: 4 * 1024 * 1024, ms: 1_500 };

/** Reads a whole body, or gives undefined when it passes the limit; the rest is left in the request then. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  return (await readBytes(request, BODY_LIMIT_BYTES))?.toString('utf8');
}

/** The same of at most so many bytes, as they came. */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of partsOf(request)) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Refuses a body that was found too large, while it is perhaps still being sent. */
export async function refuseTooLarge(
  request: IncomingMessage,
  response: ServerResponse,
  limit = BODY_LIMIT_BYTES,
): Promise<void> {
  response.setHeader('connection', 'close');
  const ended = sendRefusal(response, 413, 'BODY_TOO_LARGE', `A request may have ${limit} bytes at most.`, {
    limit,
  });
  // The line is closed only now: a browser that is still sending would take it for a broken one.
  const longEnough = new Promise<void>((resolve) => setTimeout(resolve, HEARD_OUT.ms).unref());
  await Promise.race([hearOut(request), longEnough]).catch(() => undefined);
  ended();
}

async function hearOut(request: IncomingMessage): Promise<void> {
  let size = 0;
  for await (const part of partsOf(request)) if ((size += part.length) > HEARD_OUT.bytes) return;
}

const partsOf = (request: IncomingMessage) =>
  request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;

/**
 * Why this body cannot be read, whatever is in it: undefined for one that comes as it is, in UTF-8. Told before it is
 * read, so that nobody takes packed JSON for broken JSON.
 */
export function whyUnreadable({ headers }: IncomingMessage): string | undefined {
  const packed = headers['content-encoding']?.trim().toLowerCase();
  if (packed && packed !== 'identity') return 'Send the body as it is: we do not unpack Content-Encoding.';
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset && !/^utf-?8$/i.test(charset)) return 'Send the body in UTF-8: we read no other charset.';
  return undefined;
}

/** Refuses in the shape a GraphQL client reads, with a stable code. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  more: object = {},
): void {
  sendRefusal(response, status, code, message, more)();
}

/** Sends a refusal whole, and returns how to end it. */
function sendRefusal(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  more: object,
): () => void {
  const extensions = { code, ...more, logId: response.getHeader('x-request-id') };
  const text = JSON.stringify({ errors: [{ message, extensions }] });
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  response.write(text);
  return () => response.end();
}

/**
 * Whether a request comes from our own pages, or from no browser at all. A browser always names the page's
 * origin on a socket and on a POST, so a foreign page cannot act with a visitor's cookie.
 */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site';
  if (publicUrl !== undefined && origin === publicUrl) return true;
  const from = URL.parse(origin);
  if (from === null || from.host !== host) return false;
  // Whoever sits in the network between can put a page at the http address of an https board, but not on this machine.
  return publicUrl === undefined || from.protocol === new URL(publicUrl).protocol || isThisMachine(from);
}

const isThisMachine = ({ hostname }: URL) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
