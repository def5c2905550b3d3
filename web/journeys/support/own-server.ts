import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { type MailCatcher, startMailCatcher } from '../../../server/test/support/mail-catcher.ts';
import { createTestServices, type TestServices } from '../../../server/test/support/services.ts';
import { type ServerProcess, startServer } from '../../../server/test/support/start-server.ts';
import { cloneTemplate, dropDatabase } from '../../../server/test/support/test-cluster.ts';

/** A server of one file alone, on an empty database that the story can reach: what stood before it, and days that pass. */
export interface OwnServer {
  readonly url: string;
  /** What this process reads and writes there without a page. */
  readonly services: TestServices;
  /** Where its mail goes. */
  readonly post: MailCatcher;
  /** Everything it wrote so far. */
  output(): string;
}

/**
 * Opens it for a file, or for a part of one; `name` is that of its database. With `mail` it has a catcher of mail. In the
 * end it must not have logged an error.
 */
export function useOwnServer(
  name: string,
  settings: Record<string, string> = {},
  { mail = false } = {},
): OwnServer {
  let services: TestServices;
  let server: ServerProcess;
  let post: MailCatcher | undefined;
  let folder: string;
  beforeAll(async () => {
    const databaseUrl = await cloneTemplate(inject('adminUrl'), name);
    services = await createTestServices(databaseUrl);
    folder = await mkdtemp(join(tmpdir(), `strikeboard-${name}-`));
    if (mail) post = await startMailCatcher();
    server = await startServer({
      ...{ DATABASE_URL: databaseUrl, DATA_DIR: folder, ...(post && { SMTP_URL: post.url }) },
      ...settings,
    });
  });
  afterAll(async () => {
    await server.stop();
    await post?.stop();
    await services.close();
    await dropDatabase(inject('adminUrl'), name);
    await rm(folder, { recursive: true, force: true });
    const failed = server
      .output()
      .split('\n')
      .filter((line) => /^\{.*"level":[56]0\b/.test(line));
    expect(failed, 'the server logged no errors').toEqual([]);
  });
  return {
    get url() {
      return server.url;
    },
    get services() {
      return services;
    },
    get post() {
      if (!post) throw new Error('This server was opened without mail.');
      return post;
    },
    output: () => server.output(),
  };
}
