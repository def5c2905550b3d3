import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Skill } from '../../core/access/skill.ts';
import {
  awakeHours,
  type CardToMatch,
  freeHours,
  isPaused,
  isWorthAsking,
  type Match,
  MatchReasonCode,
  type PersonToMatch,
  rankCards,
  rankPeople,
  scoreMatch,
  WEIGHTS,
  type WhyNot,
} from './match-rules.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

const ana: PersonToMatch = {
  id: 'ana',
  skills: ['WRITING'],
  languages: ['en'],
  standing: 'NEW',
  coordinator: false,
  roles: {},
  vouches: [],
  erased: false,
  weeklyHours: 4,
  pausedFrom: null,
  pausedUntil: null,
  utcOffset: 0,
  notSkills: [],
  notKinds: [],
  heldHours: 0,
  held: 0,
  weekHours: 0,
  heldOn: {},
  doneInSkill: {},
  doneFor: {},
  waitingSince: inHours(-24),
  declined: [],
  blockedOn: [],
};

const leaflet: CardToMatch = {
  id: 'leaflet',
  boardId: 'board',
  campaignId: 'campaign',
  organizationId: 'local',
  kind: 'STRIKE',
  open: true,
  skill: 'WRITING',
  hours: 2,
  languages: ['en'],
  sensitivity: 'PUBLIC',
  campaignSensitivity: 'PUBLIC',
  dueAt: null,
  newcomerClaimLimit: 1,
  claimLimit: 3,
};

const scoreOf = (match: Match) => ('no' in match ? -1 : match.score);
const score = (person: Partial<PersonToMatch>, card: Partial<CardToMatch> = {}) =>
  scoreOf(scoreMatch({ ...ana, ...person }, { ...leaflet, ...card }, NOW));
const reasons = (person: Partial<PersonToMatch>, card: Partial<CardToMatch> = {}) => {
  const match = scoreMatch({ ...ana, ...person }, { ...leaflet, ...card }, NOW);
  return 'no' in match ? match.no : match.reasons;
};

test('a newcomer with time for a card: why, in order', () => {
  expect(reasons({}, { dueAt: inHours(30) })).toEqual([
    { code: 'SKILL' },
    { code: 'LANGUAGE', language: 'en' },
    { code: 'TIME_FREE', hours: 4 },
    { code: 'DUE_IN_TIME', hours: 20 },
  ]);
});

test('what somebody did, for whom, and how long they waited count, and are said', () => {
  const known = { standing: 'LEAD', doneInSkill: { WRITING: 2 }, doneFor: { local: 1 } } as const;
  expect(reasons({ ...known, waitingSince: inHours(-24 * 9), held: 2, heldHours: 3 })).toEqual([
    { code: 'SKILL' },
    { code: 'LANGUAGE', language: 'en' },
    { code: 'TIME_SHORT', hours: 1 },
    { code: 'DID_SKILL', count: 2 },
    { code: 'KNOWS_LOCAL', count: 1 },
    { code: 'TRUSTED' },
    { code: 'WAITED', count: 9 },
    { code: 'HOLDS_MUCH', count: 2 },
  ]);
  expect(score(known)).toBeGreaterThan(score({}));
});

/** Each hard condition, broken alone. */
const hard: [WhyNot, Partial<PersonToMatch>, Partial<CardToMatch>][] = [
  ['NOT_OPEN', {}, { open: false }],
  ['ERASED', { erased: true }, {}],
  ['SUSPENDED', { standing: 'SUSPENDED' }, {}],
  ['NOT_READABLE', {}, { sensitivity: 'VETTED' }],
  ['NOT_READABLE', { standing: 'LEAD' }, { sensitivity: 'TEAM' }],
  ['NOT_READABLE', {}, { campaignSensitivity: 'VETTED' }],
  ['NOT_READABLE', { roles: { another: 'ORGANIZER' } }, { sensitivity: 'TEAM' }],
  ['NOT_READABLE', { vouches: ['another'] }, { sensitivity: 'VETTED' }],
  ['NOT_READABLE', { vouches: ['local'] }, { sensitivity: 'TEAM' }],
  ['BLOCKED', { blockedOn: ['campaign'] }, {}],
  ['PAUSED', { weeklyHours: 0 }, {}],
  ['PAUSED', { pausedFrom: '2026-11-25', pausedUntil: '2026-11-25' }, {}],
  ['WILL_NOT_DO', { notSkills: ['WRITING'] }, {}],
  ['WILL_NOT_DO', { notKinds: ['STRIKE'] }, {}],
  ['DECLINED', { declined: ['leaflet'] }, {}],
  ['SKILL', { skills: ['ONLINE_VIDEO'] }, {}],
  ['LANGUAGE', { languages: ['de'] }, {}],
  ['LANGUAGE', { languages: [] }, {}],
  ['CLAIM_LIMIT', { heldOn: { board: 1 } }, {}],
  ['CLAIM_LIMIT', { standing: 'VETTED', heldOn: { board: 3 } }, {}],
];

test.each(hard)('%s rules out: %o %o', (no, person, card) => {
  expect(scoreMatch({ ...ana, ...person }, { ...leaflet, ...card }, NOW)).toEqual({ no });
});

test('what looks like a hard condition and is none', () => {
  expect(score({ roles: { local: 'MEMBER' } }, { sensitivity: 'TEAM' })).toBeGreaterThan(0);
  expect(score({ vouches: ['local'] }, { sensitivity: 'VETTED' })).toBeGreaterThan(0);
  expect(score({ standing: 'VETTED' }, { sensitivity: 'VETTED' })).toBeGreaterThan(0);
  expect(score({ languages: ['en-GB'] }, { languages: ['es', 'en-US'] })).toBeGreaterThan(0);
  expect(score({ languages: [] }, { languages: [] })).toBeGreaterThan(0);
  expect(score({ heldOn: { another: 9 } })).toBeGreaterThan(0);
  expect(score({ declined: ['another'], blockedOn: ['another'] })).toBeGreaterThan(0);
});

test('a break is counted in days of the place where somebody lives', () => {
  const until = (pausedUntil: string, utcOffset: number | null) =>
    isPaused({ weeklyHours: 2, pausedFrom: null, pausedUntil, utcOffset }, new Date('2026-11-25T03:00:00Z'));
  expect(until('2026-11-24', -300)).toBe(true);
  expect(until('2026-11-24', 0)).toBe(false);
  expect(until('2026-11-24', null)).toBe(false);
  const from = { weeklyHours: 2, pausedFrom: '2026-11-26', pausedUntil: null, utcOffset: 0 };
  expect(isPaused(from, NOW)).toBe(false);
  expect(isPaused(from, inHours(24))).toBe(true);
});

test('hours awake: 8 to 22 o’clock, where somebody lives', () => {
  const at = (time: string) => new Date(`2026-11-${time}:00Z`);
  expect(awakeHours(at('25T12:00'), at('25T20:00'), 0)).toBe(8);
  expect(awakeHours(at('25T20:00'), at('26T09:00'), 0)).toBe(3);
  expect(awakeHours(at('25T12:00'), at('27T12:00'), 0)).toBe(28);
  // In Chicago it is six in the morning at noon in London.
  expect(awakeHours(at('25T12:00'), at('25T20:00'), -360)).toBe(6);
  expect(awakeHours(at('25T12:00'), at('26T12:00'), null)).toBe(14);
  expect(awakeHours(at('26T12:00'), at('25T12:00'), 0)).toBe(0);
});

test('a card due while somebody sleeps is tight for them, and not for who is awake', () => {
  const tonight = { dueAt: inHours(8) };
  expect(reasons({ utcOffset: 11 * 60 }, tonight)).toContainEqual({ code: 'DUE_TIGHT', hours: 0 });
  expect(score({ utcOffset: 0 }, tonight)).toBeGreaterThan(score({ utcOffset: 11 * 60 }, tonight));
});

test('worth asking: enough speaks for it, and there is time', () => {
  const worth = (person: Partial<PersonToMatch>, card: Partial<CardToMatch> = {}) => {
    const match = scoreMatch({ ...ana, ...person }, { ...leaflet, ...card }, NOW);
    return 'no' in match ? null : isWorthAsking(match);
  };
  expect(worth({})).toBe(true);
  expect(worth({ weeklyHours: 1 })).toBe(false);
  expect(worth({ waitingSince: inHours(-24 * 30) }, { dueAt: inHours(1) })).toBe(false);
});

test('the weights are a hundred, without what holding cards takes away', () => {
  const { load, ...others } = WEIGHTS;
  expect(Object.values(others).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  expect(load).toBeLessThan(0);
});

// Rules that hold for everybody and everything.

const few = <T>(...values: readonly T[]) => fc.subarray([...values]);
const anyPerson: fc.Arbitrary<PersonToMatch> = fc.record({
  id: fc.uuid(),
  skills: few(...Object.values(Skill)),
  languages: few('en', 'es', 'es-MX', 'de'),
  standing: fc.constantFrom('NEW', 'VETTED', 'LEAD', 'SUSPENDED'),
  coordinator: fc.boolean(),
  roles: fc.constantFrom<PersonToMatch['roles'][]>({}, { local: 'MEMBER' }, { another: 'ORGANIZER' }),
  vouches: few('local', 'another'),
  erased: fc.constantFrom(false, false, false, true),
  weeklyHours: fc.integer({ min: 0, max: 60 }),
  pausedFrom: fc.constantFrom(null, null, '2026-11-20'),
  pausedUntil: fc.constantFrom(null, null, '2026-11-24', '2026-11-30'),
  utcOffset: fc.option(fc.integer({ min: -720, max: 840 })),
  notSkills: few('WRITING', 'ONLINE_VIDEO'),
  notKinds: few('BOYCOTT'),
  heldHours: fc.integer({ min: 0, max: 160 }).map((quarters) => quarters / 4),
  held: fc.nat(9),
  weekHours: fc.integer({ min: 0, max: 80 }).map((quarters) => quarters / 4),
  heldOn: fc.record({ board: fc.nat(4) }),
  doneInSkill: fc.record({ WRITING: fc.nat(5) }),
  doneFor: fc.record({ local: fc.nat(4) }),
  waitingSince: fc.integer({ min: -60, max: 0 }).map((days) => inHours(days * 24)),
  declined: few('leaflet', 'another'),
  blockedOn: few('campaign', 'another'),
});

const anyCard: fc.Arbitrary<CardToMatch> = fc.record({
  id: fc.uuid(),
  boardId: fc.constantFrom('board', 'another'),
  campaignId: fc.constantFrom('campaign', 'third'),
  organizationId: fc.constantFrom('local', 'third'),
  kind: fc.constantFrom('STRIKE', 'BOYCOTT'),
  open: fc.constantFrom(true, true, true, false),
  skill: fc.constantFrom('WRITING', 'ONLINE_VIDEO'),
  hours: fc.integer({ min: 1, max: 160 }).map((quarters) => quarters / 4),
  languages: few('en', 'es', 'fr'),
  sensitivity: fc.constantFrom('PUBLIC', 'VETTED', 'TEAM'),
  campaignSensitivity: fc.constantFrom('PUBLIC', 'VETTED', 'TEAM'),
  dueAt: fc.option(fc.integer({ min: -48, max: 400 }).map(inHours)),
  newcomerClaimLimit: fc.integer({ min: 1, max: 3 }),
  claimLimit: fc.integer({ min: 1, max: 5 }),
});

/** Somebody whom no hard condition rules out. */
const fitting = fc.record({ person: anyPerson, card: anyCard }).map(({ person, card }) => ({
  person: {
    ...person,
    ...{ skills: [card.skill], languages: card.languages, erased: false, declined: [], blockedOn: [] },
    ...{ standing: 'VETTED' as const, roles: { [card.organizationId]: 'MEMBER' as const } },
    ...{ weeklyHours: Math.max(1, person.weeklyHours), pausedUntil: '2026-11-24', pausedFrom: null },
    ...{ notSkills: [], notKinds: [], heldOn: {} },
  },
  card: { ...card, open: true },
}));

test('a score is a number from 0 to 100, with reasons we know', () => {
  fc.assert(
    fc.property(fitting, ({ person, card }) => {
      const match = scoreMatch(person, card, NOW);
      if ('no' in match) throw new Error(match.no);
      expect(match.score).toBeGreaterThanOrEqual(0);
      expect(match.score).toBeLessThanOrEqual(100);
      for (const { code } of match.reasons) expect(code in MatchReasonCode).toBe(true);
    }),
  );
});

test('a hard condition is never outvoted', () => {
  fc.assert(
    fc.property(fitting, fc.constantFrom(...hard), ({ person, card }, [no, badPerson, badCard]) => {
      // Named as the condition names them, and perfect in everything else.
      const ids = { id: 'leaflet', boardId: 'board', campaignId: 'campaign', organizationId: 'local' };
      const words = {
        skill: 'WRITING',
        kind: 'STRIKE',
        languages: ['en'],
        newcomerClaimLimit: 1,
        claimLimit: 3,
      };
      const forAll = { sensitivity: 'PUBLIC', campaignSensitivity: 'PUBLIC' };
      const perfect = { ...person, skills: ['WRITING'], languages: ['en'], coordinator: false, vouches: [] };
      const somewhere = { standing: 'NEW', roles: {}, weeklyHours: 60, utcOffset: 0 };
      const broken = { ...perfect, ...somewhere, ...badPerson } as PersonToMatch;
      const bad = { ...card, ...ids, ...words, ...forAll, ...badCard } as CardToMatch;
      expect(scoreMatch(broken, bad, NOW)).toEqual({ no });
    }),
  );
});

test('more free hours never lower the score', () => {
  fc.assert(
    fc.property(fitting, fc.integer({ min: 0, max: 60 }), ({ person, card }, more) => {
      const freer = { ...person, weeklyHours: person.weeklyHours + more };
      expect(freeHours(freer)).toBeGreaterThanOrEqual(freeHours(person));
      expect(scoreOf(scoreMatch(freer, card, NOW))).toBeGreaterThanOrEqual(
        scoreOf(scoreMatch(person, card, NOW)),
      );
    }),
  );
});

test('the order is total and stable: however they come in, it is the same', () => {
  const people = fc.uniqueArray(anyPerson, { selector: ({ id }) => id, maxLength: 12 });
  const cards = fc.uniqueArray(anyCard, { selector: ({ id }) => id, maxLength: 12 });
  fc.assert(
    fc.property(people, cards, fc.func(fc.nat()), (somebody, some, key) => {
      const mixed = <T extends { id: string }>(list: T[]) =>
        list.toSorted((one, other) => key(one.id) - key(other.id));
      for (const card of some) {
        const order = rankPeople(somebody, card, NOW).map(({ person }) => person.id);
        expect(rankPeople(mixed(somebody), card, NOW).map(({ person }) => person.id)).toEqual(order);
      }
      for (const person of somebody) {
        const order = rankCards(person, some, NOW).map(({ card }) => card.id);
        expect(rankCards(person, mixed(some), NOW).map(({ card }) => card.id)).toEqual(order);
      }
    }),
  );
});

test('of two equal people the one who waited longer comes first, however long both did', () => {
  const days = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(fitting, days, fc.integer({ min: 1, max: 100 }), ({ person, card }, waited, longer) => {
      // Their ids speak against the order that is wanted.
      const before = { ...person, id: 'a', waitingSince: inHours(-24 * waited) };
      const first = { ...person, id: 'b', waitingSince: inHours(-24 * (waited + longer)) };
      expect(rankPeople([before, first], card, NOW).map(({ person: { id } }) => id)).toEqual(['b', 'a']);
    }),
  );
});
