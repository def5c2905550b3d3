import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../server/test/support/until.ts';
import type { Engine, InputSource } from './engine.ts';
import { endOf } from './program.ts';

const START_LIMIT_MS = 90_000;
/** It asks nobody anything at its first start, and starts nothing that is not the page. */
const SETTINGS = {
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.security.https_first': false,
  'intl.accept_languages': 'en-US',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'browser.aboutwelcome.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

interface Answer {
  readonly type: 'success' | 'error';
  readonly id: number;
  readonly result?: Record<string, unknown>;
  readonly error?: string;
  readonly message?: string;
}

/** Starts Firefox without a window and speaks WebDriver BiDi with it. */
export async function launchFirefox(program: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'strikeboard-firefox-'));
  const settings = Object.entries(SETTINGS).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), settings.join('\n'));
  const words = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const child = spawn(program, words, {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: profile,
      TZ: 'America/Chicago',
      MOZ_HEADLESS_WIDTH: '1440',
      MOZ_HEADLESS_HEIGHT: '900',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = endOf(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = await until(
      'Firefox to listen',
      () => {
        if (child.exitCode !== null) throw new Error(`Firefox ended with ${child.exitCode}:\n${said}`);
        return /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      },
      START_LIMIT_MS,
    );
    return await speak(`${address}/session`, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function speak(address: string, end: () => Promise<void>): Promise<Engine> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Answer) => void>();
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('Firefox took no connection')));
  });
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const send = async <T>(method: string, params: object): Promise<T> => {
    const id = (last += 1);
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer.type === 'error') throw new Error(`${method}: ${answer.error}: ${answer.message}`);
    return answer.result as T;
  };

  await send('session.new', { capabilities: {} });
  // A tab of our own: in the first one the address bar has the focus, and what is typed arrives nowhere.
  const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
  return {
    name: 'Firefox',
    async goto(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate<T>(expression: string) {
      // As text, since the protocol has a shape of its own for values.
      const answer = await send<{
        type: string;
        result?: { value?: string };
        exceptionDetails?: { text: string };
      }>('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
        target: { context },
        awaitPromise: true,
      });
      if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
      return JSON.parse(answer.result?.value ?? 'null') as T;
    },
    async step(by) {
      await send('browsingContext.traverseHistory', { context, delta: by });
    },
    async act(actions: readonly InputSource[]) {
      await send('input.performActions', { context, actions });
      await send('input.releaseActions', { context });
    },
    async picture() {
      return (await send<{ data: string }>('browsingContext.captureScreenshot', { context })).data;
    },
    async close() {
      socket.close();
      await end();
    },
  };
}
