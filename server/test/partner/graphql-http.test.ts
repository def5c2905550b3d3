import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Doors } from '../doors/doors.ts';

// GraphQL over HTTP as its specification has it (graphql-http's audits): all that a server MUST do, and what it SHOULD.

/** What the specification recommends and we do not do, and why. */
const A_MISTAKE = 'a mistake of the client is answered 400 in either type, so that a log and a proxy see it';
const NOT_OURS: Record<string, string> = { '572B': A_MISTAKE, FDE2: A_MISTAKE, '7B9B': A_MISTAKE };

let doors: Doors;
beforeAll(async () => {
  doors = await Doors.open();
});
afterAll(() => doors.close());

const audits = serverAudits({ url: () => `${doors.app.url}/graphql` });

test('all audits of the specification are here', () => {
  expect(audits.length).toBeGreaterThan(50);
  expect(audits.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(NOT_OURS)));
});

test.each(audits)('$id: $name', async (audit) => {
  const result = await audit.fn();
  // What a server MAY do is no promise.
  if (audit.name.startsWith('MAY')) return;
  // Both ways: what is recommended and done after all is no exception any more.
  expect(result.status === 'ok' ? 'ok' : result.reason).toEqual(
    audit.id in NOT_OURS ? expect.not.stringMatching(/^ok$/) : 'ok',
  );
});
