import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { WebSocketServer } from 'ws';
import type { Stage } from './stage.ts';

const TAKER = `<!doctype html><title>taker</title><button>Take it</button><script>
  document.querySelector('button').onclick = (event) => {
    clicked = performance.timeOrigin + event.timeStamp;
    fetch('/', { method: 'POST', body: '{}' });
  };
</script>`;
const WATCHER = `<!doctype html><title>watcher</title><script>
  const socket = new WebSocket(location.href.replace('http', 'ws'));
  const told = () => new Promise((resolve) => {
    socket.onmessage = (event) => resolve(performance.timeOrigin + event.timeStamp);
  });
</script>`;

/**
 * What lies under a claim in these browsers on this machine: two pages without a product, and a server that writes to
 * the one as soon as the other asks. Each call of the answer is one click, and tells how long until the message (ms).
 */
export async function openFloor(stage: Stage, browser: Browser): Promise<() => Promise<number>> {
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      for (const socket of sockets.clients) socket.send('{}');
      response.end('{}');
    } else {
      response.setHeader('content-type', 'text/html');
      response.end(request.url === '/watch' ? WATCHER : TAKER);
    }
  });
  const sockets = new WebSocketServer({ server });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  stage.onEnd(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = async (path: string) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(url + path);
    return page;
  };
  const [taker, watcher] = [await open('/'), await open('/watch')];
  await watcher.waitForFunction('socket.readyState === 1');
  return async () => {
    await watcher.evaluate('void (pending = told())');
    await taker.click('button');
    const told = await watcher.evaluate<number>('pending');
    return told - (await taker.evaluate<number>('clicked'));
  };
}
