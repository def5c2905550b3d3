import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../server/test/support/until.ts';
import type { Engine, InputSource } from './engine.ts';
import { endOf, freePort } from './program.ts';

const START_LIMIT_MS = 60_000;
/** A driver that says nothing for so long has lost the page that it asked. */
const ANSWER_LIMIT_MS = 20_000;

/** Where a browser of WebKitGTK is, and what stands in for a screen where there is none. */
export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  /** Xvfb, or null where there is a screen. */
  readonly screen: string | null;
}

/** Starts WebKitGTK's small browser through its driver and speaks WebDriver with it. */
export async function launchWebKit({ driver, browser, screen }: WebKitPrograms): Promise<Engine> {
  const home = await mkdtemp(join(tmpdir(), 'strikeboard-webkit-'));
  const display = screen ? await startScreen(screen) : undefined;
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      XDG_RUNTIME_DIR: home,
      TZ: 'America/Chicago',
      LANG: 'C.UTF-8',
      DISPLAY: display?.name ?? process.env.DISPLAY ?? '',
      GSETTINGS_BACKEND: 'memory',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      // It runs as root in a container too; it only ever opens our own pages.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
    stdio: 'ignore',
  });
  const ended = endOf(child);
  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    await display?.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    await until(
      'the driver of WebKit to listen',
      async () => {
        if (child.exitCode !== null) throw new Error(`The driver ended with ${child.exitCode}`);
        return await send('GET', '/status').then(
          () => true,
          () => undefined,
        );
      },
      START_LIMIT_MS,
    );
    const { sessionId } = await send<{ sessionId: string }>('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
      },
    });
    const session = `/session/${sessionId}`;
    await send('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1440, height: 1000 }).catch(
      () => undefined,
    );
    return {
      name: 'WebKit',
      goto: (url) => send('POST', `${session}/url`, { url }),
      async evaluate<T>(expression: string) {
        const script = `const done = arguments[arguments.length - 1];
          Promise.resolve(${expression}).then((value) => done([value ?? null]), (error) => done(String(error)));`;
        const answer = await send<[T] | string>('POST', `${session}/execute/async`, { script, args: [] });
        if (typeof answer === 'string') throw new Error(answer);
        return answer[0];
      },
      step: (by) => send('POST', `${session}/${by < 0 ? 'back' : 'forward'}`, {}),
      async act(actions: readonly InputSource[]) {
        await send('POST', `${session}/actions`, { actions });
        await send('DELETE', `${session}/actions`);
      },
      picture: () => send('GET', `${session}/screenshot`),
      async close() {
        await send('DELETE', session).catch(() => undefined);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts a screen that nobody sees, at a number that was free. */
async function startScreen(program: string): Promise<{ name: string; close(): Promise<void> }> {
  const words = ['-displayfd', '1', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'];
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = endOf(child);
  let number = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (number += text));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    await until('a screen', () => /^\d+\n/.test(number), START_LIMIT_MS);
    return { name: `:${number.trim()}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
