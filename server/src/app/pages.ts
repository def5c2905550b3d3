import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Config } from '../platform/config/config.ts';
import { projectDir } from '../platform/startup/project-dir.ts';
import { StartupError } from '../platform/startup/startup-error.ts';
import type { IncomingMessage, ServerResponse } from 'http';

/** The web app, ready to answer. */
export interface Pages {
  handle: PageHandler;
  close(): Promise<void>;
}

/** Opens the web app as `config.pages` says. Refuses, with a StartupError, pages that were never built. */
export async function openPages(
  config: Pick<Config, 'pages' | 'languagesDir'>,
  server: Server,
): Promise<Pages> {
  const webDir = join(projectDir(), 'web');
  // Read by the pages, which have the same languages as messages.
  if (config.languagesDir !== undefined) process.env.LANGUAGES_DIR = config.languagesDir;
  if (config.pages === 'none')
    return { handle: (_request, _response, next) => next(), close: async () => undefined };
  if (config.pages === 'development') return await openDevelopmentPages(webDir, server);
  return await openBuiltPages(webDir);
}

async function openBuiltPages(webDir: string): Promise<Pages> {
  const file = join(webDir, 'build/handler.js');
  if (!existsSync(file))
    throw new StartupError('The pages are not built: start with npm start, which builds them.');
  // Read by the adapter as it loads. Both headers are ours: see `prepare`.
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  process.env.HOST_HEADER = 'x-forwarded-host';
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: PageHandler };
  return { handle: handler, close: async () => undefined };
}

/** Vite inside this process: one port, and its reload socket on the same server. */
async function openDevelopmentPages(webDir: string, server: Server): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root: webDir,
    // Bundling the configuration would write a temporary file beside it, which starts another reload.
    configLoader: 'runner',
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    handle: (request, response, next) => vite.middlewares(request, response, next),
    close: () => vite.close(),
  };
}

/** Answers everything that is not ours: the pages and their files. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
