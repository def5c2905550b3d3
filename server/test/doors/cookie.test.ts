import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Doors } from './doors.ts';

// The cookie of a session, at both doors.

let doors: Doors;
beforeAll(async () => {
  doors = await Doors.open();
});
afterAll(() => doors.close());
beforeEach(() => {
  doors.lines.length = 0;
});

/** A port that was free a moment ago: with a public address the app does not tell its own. */
function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) =>
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    }),
  );
}

describe('the cookie', () => {
  test('is out of reach for scripts and other sites', async () => {
    const { setCookie } = await doors.join();
    expect(setCookie).toMatch(/^strikeboard=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  });

  test('is bound to the host and to https where that is spoken', async () => {
    const port = await freePort();
    const secure = await doors.start({ PUBLIC_URL: 'https://board.example.org', PORT: String(port) });
    try {
      const { cookie, setCookie } = await doors.join(`http://127.0.0.1:${port}`, {
        origin: 'https://board.example.org',
      });
      expect(setCookie).toMatch(
        /^__Host-strikeboard=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
      );
      // The same token under the name that any subdomain could set is no session.
      const query = JSON.stringify({ query: '{ viewer { isCoordinator } }' });
      const { text } = await doors.send(
        query,
        { cookie: cookie.replace('__Host-', '') },
        `http://127.0.0.1:${port}`,
      );
      expect(JSON.parse(text)).toEqual({ data: { viewer: null } });
    } finally {
      await secure.close();
    }
  });

  test('is refused when it is made up', async () => {
    for (const cookie of ['strikeboard=x', `strikeboard=${'A'.repeat(43)}`, 'strikeboard=', 'strikeboard']) {
      expect((await doors.overHttp({ query: '{ viewer { isCoordinator } }' }, { cookie })).data).toEqual({
        viewer: null,
      });
    }
  });

  test('is in no line of the log, whatever goes wrong', async () => {
    const { cookie } = await doors.join();
    const token = cookie.split('=')[1] ?? 'no token';
    await doors.without('person', async () => {
      await doors.send('{"query":"{ viewer { person { handle } } }"}', { cookie });
      await doors.overSocket({ query: '{ __typename }' }, { cookie }).catch(() => undefined);
    });
    expect(doors.lines.length).toBeGreaterThan(0);
    expect(doors.lines.join('')).not.toContain(token);
  });
});
