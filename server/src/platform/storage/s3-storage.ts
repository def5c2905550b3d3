import { ReadableStream as Parts } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';

/** Bytes kept beside the database, each under a key of its own, written once. */
export interface ObjectStorage {
  /** Keeps `bytes` bytes. What breaks on the way leaves nothing behind. */
  put(key: string, bytes: number, parts: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes from `from` up to, and without, `to`. */
  read(key: string, from: number, to: number): AsyncGenerator<Uint8Array>;
  /** Does nothing for what is not there. */
  remove(key: string): Promise<void>;
}

/** How long the other end may take to begin its answer (ms). */
const PATIENCE_MS = 30_000;
/** How long it may take over one file, of the largest size. */
const LONGEST_MS = 15 * 60_000;

/**
 * Storage that speaks the S3 protocol, at `https://KEY:SECRET@host/bucket/prefix?region=…`: addressed by path, which
 * every such service understands. Each file goes over in one request (5 GB at most), so that nothing half sent stays.
 */
export function createS3Storage(address: string): ObjectStorage {
  const { href, user, password, region } = partsOf(address);
  const client = new AwsClient({
    ...{ accessKeyId: user, secretAccessKey: password, service: 's3', region },
    // Whoever asks tries again: a file goes over while it is read, and is read again.
    retries: 0,
  });
  const ask = async (key: string, init: RequestInit & { duplex?: 'half' }, ms: number): Promise<Response> => {
    const signed = await client.sign(`${href}/${key}`, { ...init, body: null });
    const { method = 'GET', body, duplex } = init;
    const answer = await fetch(signed.url, {
      ...{ method, headers: signed.headers, signal: AbortSignal.timeout(ms), redirect: 'error' },
      ...(body && { body, duplex }),
    } as RequestInit);
    if (answer.ok || (method === 'DELETE' && answer.status === 404)) return answer;
    await answer.body?.cancel();
    throw new Error(`The storage for files answered ${method} with ${answer.status}.`);
  };
  const remove = async (key: string) => {
    const answer = await ask(key, { method: 'DELETE' }, PATIENCE_MS);
    await answer.body?.cancel();
  };
  return {
    put: async (key, bytes, parts) => {
      const body = Parts.from(parts) as unknown as ReadableStream<Uint8Array>;
      const headers = { 'content-length': String(bytes), 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
      try {
        const answer = await ask(key, { method: 'PUT', body, headers, duplex: 'half' }, LONGEST_MS);
        await answer.body?.cancel();
      } catch (error) {
        // Some services keep what came.
        await remove(key).catch(() => undefined);
        throw error;
      }
    },
    read: async function* (key, from, to) {
      const answer = await ask(key, { headers: { range: `bytes=${from}-${to - 1}` } }, LONGEST_MS);
      if (answer.status !== 206 && from > 0) {
        await answer.body?.cancel();
        throw new Error('The storage for files does not answer ranges.');
      }
      yield* answer.body as unknown as AsyncIterable<Uint8Array>;
    },
    remove,
  };
}

/** `S3_URL` in its parts. It holds a secret: never to be told. */
function partsOf(address: string): { href: string; user: string; password: string; region: string } {
  const url = new URL(address);
  return {
    href: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
  };
}
