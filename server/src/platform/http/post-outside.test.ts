import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { mayBePostedTo, postOutside } from './post-outside.ts';

let server: Server | undefined;
afterEach(() => void server?.close().closeAllConnections());

async function receiver(answer: Parameters<typeof createServer>[1]): Promise<string> {
  server = createServer(answer as never).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const message = { headers: { 'content-type': 'application/json' }, body: '{}' };

test.each([
  ['https://union.org/hook', true],
  ['https://union.org:8443/hook', true],
  ['http://union.org/hook', false],
  ['https://union.org@10.0.0.1/', false],
  ['https://localhost/', false],
  ['https://169.254.169.254/latest/meta-data', false],
  ['https://[fd00::1]/', false],
  ['https://[::ffff:192.168.0.1]/', false],
  ['https://017700000001/', false],
  ['file:///etc/passwd', false],
  ['n8n.lan', false],
])('%s may be posted to: %s', (address, may) => expect(mayBePostedTo(address, [])).toBe(may));

test('a name that leads into a private network is not connected to, however it is written', async () => {
  let asked = 0;
  const host = await receiver((_request, response) => {
    asked += 1;
    response.end();
  });
  const { port } = new URL(`http://${host}`);
  // A public name by its look; this machine resolves it to itself or not at all.
  for (const name of [
    `https://localhost.localdomain:${port}/`,
    `https://127.0.0.1:${port}/`,
    `http://${host}/`,
  ]) {
    expect((await postOutside(name, message)).status, name).toBe(null);
  }
  expect(asked).toBe(0);
  // Whoever runs the server may name it.
  expect((await postOutside(`http://${host}/`, message, { ownHosts: [host] })).status).toBe(200);
});

test('a redirect is an answer, and is not followed', async () => {
  let asked = 0;
  const host = await receiver((_request, response) => {
    asked += 1;
    response.writeHead(307, { location: 'http://127.0.0.1/else' }).end('Elsewhere');
  });
  const posted = await postOutside(`http://${host}/`, message, { ownHosts: [host] });
  expect(posted).toEqual({ status: 307, said: 'Elsewhere', failure: null });
  expect(asked).toBe(1);
});

test('an answer without end, or one that never comes, keeps nobody', async () => {
  const endless = await receiver((_request, response) => {
    const write = () => response.write('x'.repeat(1_000), () => setImmediate(write));
    write();
  });
  const posted = await postOutside(`http://${endless}/`, message, { ownHosts: [endless] });
  expect([posted.status, posted.said?.length]).toEqual([200, 200]);
  server?.close().closeAllConnections();
  const silent = await receiver(() => undefined);
  expect(await postOutside(`http://${silent}/`, message, { ownHosts: [silent], patienceMs: 50 })).toEqual({
    ...{ status: null, said: null, failure: 'TIMEOUT' },
  });
});

test('mutant: whoever looks at the name alone would connect where it leads', () => {
  const byName = (address: string) => !/localhost|^https:\/\/(10|127|192)\./.test(address);
  expect(byName('https://[::ffff:10.0.0.1]/')).toBe(true);
  expect(mayBePostedTo('https://[::ffff:10.0.0.1]/', [])).toBe(false);
});
