import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What we use of s3rver, which comes without types. */
interface S3rver {
  run(): Promise<{ address: string; port: number }>;
  close(): Promise<void>;
}

export interface S3Server {
  /** As in `S3_URL`. */
  url: string;
  /** The folder in which what is kept lies, in files. */
  folder: string;
  stop(): Promise<void>;
}

/** The other end of the S3 protocol, in this process, with one bucket. */
export async function startS3Server(): Promise<S3Server> {
  const Server = createRequire(import.meta.url)('s3rver') as new (options: object) => S3rver;
  const folder = await mkdtemp(join(tmpdir(), 'strikeboard-s3-'));
  const options = { port: 0, address: '127.0.0.1', silent: true, directory: folder };
  const server = new Server({ ...options, configureBuckets: [{ name: 'files', configs: [] }] });
  const { port } = await server.run();
  return {
    // The keys that s3rver takes.
    url: `http://S3RVER:S3RVER@127.0.0.1:${port}/files?region=us-east-1`,
    folder,
    stop: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
