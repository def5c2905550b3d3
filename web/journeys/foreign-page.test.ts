import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverUrl, useStage } from './support/stage.ts';

// A page of a union's own site, in a real browser whose visitor is signed in here: what its scripts get.

const stage = useStage();
let elsewhere: Server;
let page = '';

beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><html lang="en"><title>Local 412</title><h1>Local 412</h1></html>');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  page = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
});
afterAll(() => elsewhere.close());

test('a page of another site asks, follows and sees figures, and its visitor’s session stays at home', async () => {
  const ana = await stage.visitor();
  // What the browser says of the requests that it stops or that are refused.
  ana.allow(/403|CORS|ERR_FAILED|Failed to load/);
  await ana.join('ana-on-two-sites');
  await ana.page.goto(page);
  const seen = await ana.page.evaluate(async (home) => {
    const ask = async (query: string, more: RequestInit = {}) => {
      const answer = await fetch(`${home}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
        ...more,
      });
      return {
        status: answer.status,
        left: answer.headers.get('ratelimit-remaining'),
        body: await answer.text(),
      };
    };
    const firstEvent = (query: string) =>
      new Promise<{ data: string; id: string }>((resolve, reject) => {
        const source = new EventSource(`${home}/graphql?query=${encodeURIComponent(query)}`);
        source.addEventListener('next', ({ data, lastEventId }: MessageEvent<string>) => {
          source.close();
          resolve({ data, id: lastEventId });
        });
        source.addEventListener('error', () => reject(new Error('The stream was refused.')));
      });
    const overSocket = (query: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`${home.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
        socket.addEventListener('open', () => socket.send('{"type":"connection_init"}'));
        socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
          if (data.includes('connection_ack'))
            socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
          else resolve(data);
        });
      });
    const who = '{ viewer { person { handle } } }';
    return {
      who: await ask(who),
      withCredentials: await ask(who, { credentials: 'include' }).catch(() => 'stopped by the browser'),
      open: await ask('{ openCards(first: 1) { edges { node { title } } } }'),
      change: await ask('mutation { signOut { signedOut } }'),
      stream: await firstEvent('subscription { openCardsChanged { kind revision } }'),
      socket: await overSocket(who),
      snapshot: (await fetch(`${home}/boards/hold-the-line/snapshot`)).headers.get('etag'),
    };
  }, serverUrl());
  expect(seen.who).toMatchObject({ status: 200, body: expect.stringContaining('"viewer":null') as string });
  expect(seen.who.left).toMatch(/^\d+$/);
  expect(seen.withCredentials).toBe('stopped by the browser');
  expect(seen.open.body).toContain('"title"');
  expect(seen.change).toMatchObject({
    status: 403,
    body: expect.stringContaining('FOREIGN_ORIGIN') as string,
  });
  expect(seen.stream.data).toContain('HEARTBEAT');
  expect(seen.stream.id).toMatch(/^[^:]+:\d+$/);
  expect(seen.socket).toContain('"viewer":null');
  expect(seen.snapshot).toMatch(/^(W\/)?"/);
  // At home she is still signed in.
  const own = await ana.page.goto(`${serverUrl()}/me`);
  expect(own?.status()).toBe(200);
  await ana.sees('ana-on-two-sites');
});
