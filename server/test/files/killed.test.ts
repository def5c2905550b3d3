import 'reflect-metadata';
import { beforeAll, expect, test } from 'vitest';
import { setRole } from '../../src/core/trust/set-role.ts';
import { anEvent, hosts } from '../support/an-event.ts';
import { build } from '../support/build.ts';
import { aHandle } from '../support/local-on-strike.ts';
import { joinAs } from '../support/people.ts';
import { sendThroughKills } from './send-through-kills.ts';

// 200 MB in `npm run stress`.

beforeAll(() => build(), 240_000);

test('a video whose server is killed while it comes goes on where it was, and comes whole', async () => {
  const { kills, sentAgain, same, telltales } = await sendThroughKills(12_000_000, 2);
  expect({ kills, same, telltales }).toEqual({ kills: 2, same: true, telltales: [] });
  // Of each piece that was under way, and no more.
  expect(sentAgain).toBeLessThanOrEqual(2 * 512 * 1024);
}, 240_000);

test('a film for an event, too, whose server is killed while it comes', async () => {
  const { kills, same } = await sendThroughKills(3_000_000, 1, async (services) => {
    const people = await hosts(services);
    const { token, viewer } = await joinAs(services, aHandle());
    const { organizationId } = people;
    await setRole(services, people.coordinator, { organizationId, handle: viewer.handle, role: 'ORGANIZER' });
    return { token, place: { eventId: await anEvent(services, people) } };
  });
  expect({ kills, same }).toEqual({ kills: 1, same: true });
}, 240_000);
