import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { readTrustedProxies } from './client-address.ts';
import { PASS_HEADER, type VisitedRequest, visitorAddress, Visits } from './visits.ts';

function request(peer: string, headers: Record<string, string> = {}): VisitedRequest {
  return { headers, socket: { remoteAddress: peer } } as unknown as IncomingMessage;
}

const visits = new Visits(readTrustedProxies('1'));

/** What a page that is made for somebody asks of the API, from this machine. */
function askedByPageFor(page: VisitedRequest, by = visits): VisitedRequest {
  const asked = request('127.0.0.1', page.pass === undefined ? {} : { [PASS_HEADER]: page.pass });
  by.arrive(asked);
  return asked;
}

function page(peer: string, headers: Record<string, string> = {}): VisitedRequest {
  const arrived = request(peer, headers);
  visits.arrive(arrived);
  visits.writePass(arrived);
  return arrived;
}

test('what a page asks on behalf of a visitor is that visitor’s', () => {
  const asked = askedByPageFor(page('10.0.0.1', { 'x-forwarded-for': '203.0.113.7' }));
  expect(visitorAddress(asked)).toBe('203.0.113.7');
  expect(asked.headers[PASS_HEADER]).toBeUndefined();
});

test('where a visitor is not counted, neither is what their page asks', () => {
  expect(visitorAddress(askedByPageFor(page('10.0.0.1')))).toBeUndefined();
});

test('nobody writes a pass of their own, and none of another server counts', () => {
  const { pass = '' } = page('203.0.113.7');
  for (const forged of ['', '203.0.113.9', ' 203.0.113.9', pass.replace('.7', '.9'), `${pass} x`.slice(1)]) {
    const stranger = request('198.51.100.4', { [PASS_HEADER]: forged });
    visits.arrive(stranger);
    expect(visitorAddress(stranger), forged).toBe('198.51.100.4');
  }
  const elsewhere = new Visits(undefined);
  const asked = request('198.51.100.4', { [PASS_HEADER]: pass });
  elsewhere.arrive(asked);
  expect(visitorAddress(asked)).toBe('198.51.100.4');
});

test('mutant: a pass without a seal lets everybody choose whose limits they bear', () => {
  const unsealed = (asked: VisitedRequest) => String(asked.headers[PASS_HEADER]).split(' ')[1];
  const stranger = request('198.51.100.4', { [PASS_HEADER]: 'x 203.0.113.9' });
  expect(unsealed(stranger)).toBe('203.0.113.9');
  visits.arrive(stranger);
  expect(visitorAddress(stranger)).toBe('198.51.100.4');
});
