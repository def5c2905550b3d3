import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideDelivery, type DeliveryState, MOST_A_DAY, type Untold } from './decide-delivery.ts';
import { COLLECT_SECONDS } from '../../platform/config/config.ts';
import { isQuiet } from './quiet-hours.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 2, 6, 12);
const ZONES = [
  'UTC',
  'America/Chicago',
  'Europe/Madrid',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
];

interface Happening {
  /** Milliseconds after the start. */
  at: number;
  kind: Untold['kind'];
  /** Read in the app so long after it happened; null for never. */
  readAfter: number | null;
}

interface Life {
  happenings: Happening[];
  quiet: DeliveryState['quiet'];
  muted: Untold['kind'][];
  decide: typeof decideDelivery;
}

interface Sent {
  at: number;
  notices: string[];
}

/** Plays somebody's days: each happening brings its job, and each decision to wait another, as the queue does. */
function live({ happenings, quiet, muted, decide }: Life) {
  const notices = happenings.map(({ at, kind, readAfter }, index) => ({
    id: String(index),
    kind,
    at: START + at,
    readAt: readAfter === null ? Infinity : START + at + readAfter,
    told: false,
  }));
  const jobs = notices.map(({ at }) => at + COLLECT_SECONDS * 1000);
  const sent: Sent[] = [];
  let wakeAt = 0;
  for (let left = 3000; jobs.length > 0; left -= 1) {
    if (left === 0) throw new Error('It never comes to rest.');
    jobs.sort((one, other) => one - other);
    const now = jobs.shift()!;
    const untold = notices
      .filter((notice) => notice.at <= now && !notice.told && notice.readAt > now)
      .map(({ id, kind, at }) => ({ id, kind, at: new Date(at) }));
    const recent = sent.filter(({ at }) => at > now - 24 * HOUR).map(({ at }) => new Date(at));
    const state = { email: true, push: false, digest: 'none', muted, quiet, sent: recent, untold } as const;
    const decision = decide(state, new Date(now));
    if (decision.do === 'wait') {
      const until = decision.until.getTime();
      expect(until).toBeGreaterThan(now);
      if (wakeAt > now && wakeAt <= until) continue;
      wakeAt = until;
      jobs.push(until);
    }
    if (decision.do !== 'send') continue;
    sent.push({ at: now, notices: decision.notices });
    for (const notice of notices) if (decision.notices.includes(notice.id)) notice.told = true;
  }
  return { notices, sent };
}

/** Days with a little now and then, and a few minutes in which much happens. */
const happenings = (longest: number) =>
  fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: longest }),
      kind: fc.constantFrom('APPROVED', 'COMMENTED', 'CHANGES_REQUESTED'),
      readAfter: fc.oneof(fc.constant(null), fc.constant(null), fc.integer({ min: 0, max: 30 * HOUR })),
    }),
    { maxLength: 30 },
  );
const lives = fc.record({
  happenings: fc.oneof(happenings(4 * 24 * HOUR), happenings(400_000)),
  quiet: fc.record({
    from: fc.integer({ min: 0, max: 1439 }),
    until: fc.integer({ min: 0, max: 1439 }),
    timeZone: fc.constantFrom(...ZONES),
  }),
  muted: fc.constantFrom<Untold['kind'][]>([], ['COMMENTED']),
}) as fc.Arbitrary<Omit<Life, 'decide'>>;

/** What has to hold of any life; throws what does not. */
function checkLife(life: Omit<Life, 'decide'>, decide = decideDelivery): void {
  const { notices, sent } = live({ ...life, decide });
  for (const { at } of sent) {
    const inDay = sent.filter((other) => other.at > at - 24 * HOUR && other.at <= at);
    expect(inDay.length, 'messages in 24 hours').toBeLessThanOrEqual(MOST_A_DAY);
    expect(isQuiet(life.quiet, new Date(at)), 'sent in quiet hours').toBe(false);
  }
  const times = new Map(sent.flatMap((message) => message.notices.map((id) => [id, message] as const)));
  expect(
    sent.flatMap((message) => message.notices),
    'told twice',
  ).toHaveLength(times.size);
  for (const { id, kind, readAt, at } of notices) {
    const message = times.get(id);
    if (life.muted.includes(kind)) expect(message).toBeUndefined();
    else if (!message) expect(readAt, 'neither told nor read').toBeLessThan(Infinity);
    else expect(readAt, 'told after it was read').toBeGreaterThan(message.at);
    // Bursts are one: whatever came within a minute of the first of a message is in the same one.
    if (!message) continue;
    const first = Math.min(...message.notices.map((each) => notices[Number(each)]!.at));
    for (const other of notices) {
      const together = other.at >= first && other.at < first + COLLECT_SECONDS * 1000;
      if (!together || life.muted.includes(other.kind) || other.readAt <= message.at) continue;
      expect(times.get(other.id), `with what happened at ${at}`).toBe(message);
    }
  }
}

test('never more than three a day, never in quiet hours, nothing lost, nothing twice, bursts are one', () => {
  fc.assert(
    fc.property(lives, (life) => checkLife(life)),
    { numRuns: 120 },
  );
});

const mutants: Record<string, typeof decideDelivery> = {
  'four a day': (state, now) =>
    decideDelivery(
      { ...state, sent: [...state.sent].sort((a, b) => a.getTime() - b.getTime()).slice(1) },
      now,
    ),
  'no quiet hours': (state, now) =>
    decideDelivery({ ...state, quiet: { ...state.quiet, from: 0, until: 0 } }, now),
  'the oldest is forgotten': (state, now) => {
    const decision = decideDelivery(state, now);
    return decision.do === 'send' && decision.notices.length > 1
      ? { ...decision, notices: decision.notices.slice(1) }
      : decision;
  },
  'what must wait is given up': (state, now) => {
    const decision = decideDelivery(state, now);
    return decision.do === 'wait' ? { do: 'nothing' } : decision;
  },
  'mutes nothing': (state, now) => decideDelivery({ ...state, muted: [] }, now),
  'does not collect': (state, now) =>
    decideDelivery({ ...state, untold: state.untold.map((each) => ({ ...each, at: new Date(0) })) }, now),
};

test.each(Object.entries(mutants))('a decision that is wrong is found: %s', (_name, mutant) => {
  const check = fc.check(
    fc.property(lives, (life) => checkLife(life, mutant)),
    { numRuns: 500, endOnFailure: true },
  );
  expect(check.failed).toBe(true);
});

const state: DeliveryState = {
  email: true,
  push: true,
  digest: 'none',
  muted: [],
  quiet: { from: 0, until: 0, timeZone: 'UTC' },
  sent: [],
  untold: [{ id: 'a', kind: 'APPROVED', at: new Date(START - HOUR) }],
};

const now = new Date(START);

test('a device that takes it goes before e-mail, and without either nothing leaves the house', () => {
  expect(decideDelivery(state, now)).toEqual({ do: 'send', channel: 'PUSH', notices: ['a'] });
  expect(decideDelivery({ ...state, push: false }, now)).toMatchObject({ channel: 'EMAIL' });
  expect(decideDelivery({ ...state, push: false, email: false }, now)).toEqual({ do: 'nothing' });
});

test('a digest takes all along, is sent though there is no news, and keeps to the hours and the three', () => {
  expect(decideDelivery({ ...state, digest: 'later' }, now)).toEqual({ do: 'nothing' });
  const due = { ...state, digest: 'due', untold: [] } as const;
  expect(decideDelivery({ ...state, digest: 'due' }, now)).toMatchObject({
    channel: 'DIGEST',
    notices: ['a'],
  });
  expect(decideDelivery(due, now)).toMatchObject({ do: 'send', channel: 'DIGEST' });
  expect(decideDelivery({ ...due, quiet: { from: 0, until: 1439, timeZone: 'UTC' } }, now)).toEqual({
    do: 'wait',
    until: new Date(Date.UTC(2026, 2, 6, 23, 59)),
  });
  expect(decideDelivery({ ...due, sent: [now, now, now] }, now)).toEqual({
    do: 'wait',
    until: new Date(START + 24 * HOUR),
  });
});
