import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { type FilePart } from './file.entity.ts';
import { takenType } from './file-kinds.ts';
import { readPieces } from './pieces.ts';
import type { FileRow } from './read-file.ts';

/** How long one may take, however slow the line (ms). */
const LONGEST_MS = 15 * 60_000;
/** A page of thumbnails, and a video that is looked at from several places. */
const MOST_OF_ONE = 24;

/** What is asked of a file by the end of its address: the file to keep, or to look at, or a smaller picture. */
export type Showing = 'download' | 'view' | 'large' | 'small';

/**
 * Sends a file, or the stretch of it that was asked for. Its rights are the caller's to check. Nothing of it can run: it
 * says its true type, which is none that runs, forbids everything to whatever would show it, and only pictures, which
 * we made ourselves, are shown in a page; all else is to be saved. No cache keeps it without asking again.
 */
export async function sendFile(
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
  file: FileRow,
  showing: Showing,
): Promise<void> {
  const shown = partOf(file, showing);
  if (!shown) return say(response, 404, 'There is no such file, or you may not see it.');
  const { part, type, isInline } = shown;
  const bytes = part === 'WHOLE' ? file.bytes : await partBytes(services, file.id, part);
  const tag = `"${file.id}-${part.toLowerCase()}"`;
  const headers = {
    'content-type': type,
    'content-disposition': disposition(isInline, file.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    vary: 'cookie, authorization',
    etag: tag,
  };
  if (request.headers['if-none-match'] === tag) return void response.writeHead(304, headers).end();
  const range = rangeOf(request, bytes, tag);
  if (range === 'OUTSIDE') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes}` }).end();
    return;
  }
  const { from, to } = range ?? { from: 0, to: bytes };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': to - from,
    ...(range && { 'content-range': `bytes ${from}-${to - 1}/${bytes}` }),
  });
  if (request.method === 'HEAD') return void response.end();
  const em = services.orm.em.fork();
  const parts =
    part === 'WHOLE'
      ? fileBytes(services, em, file, from, to)
      : readPieces(em.getKysely(), { fileId: file.id, part }, from, to);
  await pipeline(parts, response, { signal: AbortSignal.timeout(LONGEST_MS) });
}

/** The bytes of a file from `from` up to, and without, `to`, wherever they lie. */
export function fileBytes(
  { files: { storage } }: Pick<Services, 'files'>,
  em: Em,
  file: Pick<FileRow, 'id' | 'outside'>,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  if (!file.outside) return readPieces(em.getKysely(), { fileId: file.id, part: 'WHOLE' }, from, to);
  if (!storage) throw new Error('A file lies in S3, and S3_URL is not set.');
  return storage.read(file.id, from, to);
}

/** Which bytes, and whether a page may show them. */
function partOf(
  file: FileRow,
  showing: Showing,
): { part: FilePart; type: string; isInline: boolean } | undefined {
  if (file.state !== 'READY') return undefined;
  const whole = { part: 'WHOLE' as const, type: file.mediaType };
  if (showing === 'download') return { ...whole, isInline: false };
  const isPicture = takenType(file.mediaType)?.kind === 'PICTURE';
  if (!isPicture) return undefined;
  if (showing === 'view') return { ...whole, isInline: true };
  const part = showing === 'large' ? 'LARGE' : 'SMALL';
  const isThere = file.thumbnails.some((each) => each.part === part);
  return isThere ? { part, type: 'image/webp', isInline: true } : undefined;
}

async function partBytes({ orm }: Services, fileId: string, part: FilePart): Promise<number> {
  const { count } = await orm.em
    .fork()
    .getKysely()
    .selectFrom('file_piece')
    .select(({ fn }) => fn.sum<string>(fn('length', ['data'])).as('count'))
    .where('file_id', '=', fileId)
    .where('part', '=', part)
    .executeTakeFirstOrThrow();
  return Number(count ?? 0);
}

/** RFC 6266: the name in ASCII for old programs, and whole. */
function disposition(isInline: boolean, name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** One stretch, as players ask; whoever asks for several gets the whole. */
function rangeOf(
  { headers }: IncomingMessage,
  bytes: number,
  tag: string,
): { from: number; to: number } | 'OUTSIDE' | undefined {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '');
  const isSame = headers['if-range'] === undefined || headers['if-range'] === tag;
  if (!asked || !isSame || (asked[1] === '' && asked[2] === '')) return undefined;
  const [, first, last] = asked;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes : Math.min(bytes, Number(last) + 1);
  return from < to ? { from, to } : 'OUTSIDE';
}

/** Lets one person, or one link, have so many answers under way, and no more. */
export function holdingFew(): (key: string) => (() => void) | null {
  const holding = new Map<string, number>();
  return (key) => {
    const count = holding.get(key) ?? 0;
    if (count >= MOST_OF_ONE) return null;
    holding.set(key, count + 1);
    return () => {
      const left = (holding.get(key) ?? 1) - 1;
      if (left > 0) holding.set(key, left);
      else holding.delete(key);
    };
  };
}

export function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}
