import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasNginx, planNginx, planSmallEdge } from '../../server/test/support/edge.ts';
import { openBoard } from './support/board.ts';
import { useOwnServer } from './support/own-server.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

// Behind nginx with nchan where this machine has them, else behind what the server expects of an edge.

const edge = await (hasNginx ? planNginx() : planSmallEdge());
const server = useOwnServer('edge_journey', { DEMO: 'on', EDGE_URLS: edge.publishUrl });
const stage = useStage();

beforeAll(() => edge.open(server.url));
afterAll(() => edge.close());

test('the crowd watches a public board through the edge, loses it, and has all when it is back; who signs in has a socket', async () => {
  const olga = await stage.visitor({ url: server.url });
  await olga.join('edge-olga');
  const strike = await callStrike(olga, 'edge-olga', 'edge-strike');
  await strike.card('First');

  const stranger = await stage.visitor({ url: edge.url });
  stranger.allow(
    /ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|INCOMPLETE_CHUNKED|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)|50[234]/,
  );
  const sockets: string[] = [];
  const streams: string[] = [];
  stranger.page.on('websocket', (socket) => sockets.push(socket.url()));
  stranger.page.on('request', (request) => {
    if (request.resourceType() === 'eventsource')
      streams.push(new URL(request.url()).searchParams.get('operationName') ?? '');
  });
  const board = await openBoard(stranger, strike.board);
  await board.live();
  await board.shows('First', 'OPEN');
  await strike.card('Second');
  await board.shows('Second', 'OPEN');
  expect(sockets).toEqual([]);
  expect([...new Set(streams)].sort()).toEqual(['BoardChanges', 'BoardPresence']);

  await edge.close();
  await stranger.sees(/^Offline since/);
  await strike.card('Third');
  await edge.open(server.url);
  await board.live();
  await board.shows('Third', 'OPEN');
  await strike.card('Fourth');
  await board.shows('Fourth', 'OPEN');
  await board.equalsFreshLoad();
  expect(sockets).toEqual([]);

  await stranger.join('edge-stranger');
  await stranger.page.reload();
  await board.live();
  expect(sockets.length).toBeGreaterThan(0);
  await board.chooseMove('Fourth', /^Take it/);
  await board.shows('Fourth', 'CLAIMED');
});
