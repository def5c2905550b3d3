import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { Asset, type AskAnswers } from './ask-answers.ts';
import { type AskAnswersInput, mergeAnswers, takeAnswers, takeContact } from './take-answers.ts';

const reasonOf = (input: AskAnswersInput): [string, string] | null => {
  try {
    takeAnswers(input);
    return null;
  } catch (error) {
    if (error instanceof InvalidInput) return [error.field, error.reason];
    throw error;
  }
};

const inYears = (years: number) => new Date(Date.now() + years * 365 * 86_400_000);
const people = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join('\n');

test.each<[string, AskAnswersInput, string, string]>([
  ['a name with a bell', { organizationName: 'a\u0007b' }, 'organizationName', 'CONTROL_CHARACTERS'],
  ['an over-long role', { role: 'x'.repeat(161) }, 'role', 'TOO_LONG'],
  ['an over-long story', { happening: 'x'.repeat(4001) }, 'happening', 'TOO_LONG'],
  ['words with a NUL', { unsaid: 'a\0b' }, 'unsaid', 'CONTROL_CHARACTERS'],
  ['a start in three years', { startsAt: inYears(3) }, 'startsAt', 'OUT_OF_RANGE'],
  ['a start three years ago', { startsAt: inYears(-3) }, 'startsAt', 'OUT_OF_RANGE'],
  ['no moment at all', { startsAt: new Date(Number.NaN) }, 'startsAt', 'OUT_OF_RANGE'],
  ['a zone that is none', { timeZone: 'Mars/Base' }, 'timeZone', 'UNKNOWN'],
  ['a link to a script', { lookHere: [{ url: 'javascript:alert(1)' }] }, 'lookHere', 'BAD_URL'],
  ['a link to a file', { lookHere: [{ url: 'ftp://41.example/list' }] }, 'lookHere', 'BAD_URL'],
  ['a link with a password', { lookHere: [{ url: 'https://a:b@41.example' }] }, 'lookHere', 'BAD_URL'],
  [
    '13 links',
    { lookHere: Array.from({ length: 13 }, () => ({ url: 'a.example' })) },
    'lookHere',
    'TOO_MANY',
  ],
  ['a language that is none', { languages: ['!'] }, 'languages', 'UNKNOWN'],
  ['more hours than a week has', { localHoursPerWeek: 169 }, 'localHoursPerWeek', 'OUT_OF_RANGE'],
  ['less than no time', { localHoursPerWeek: -1 }, 'localHoursPerWeek', 'OUT_OF_RANGE'],
  [
    'addresses of members',
    { happening: people(6, (n) => `Member ${n} m${n}@home.example`) },
    'happening',
    'LIST_OF_PEOPLE',
  ],
  [
    'numbers of members',
    { needWords: people(6, (n) => `Ana ${n}: (312) 555-010${n}`) },
    'needWords',
    'LIST_OF_PEOPLE',
  ],
])('%s is refused', (_what, input, field, reason) => {
  expect(reasonOf(input)).toEqual([field, reason]);
});

test('a strike that is already running, dates in a story and a few ways to reach people are fine', () => {
  const days = people(9, (n) => `2026-11-1${n} 18:00 we met`);
  expect(reasonOf({ startsAt: inYears(-1.9), happening: days })).toBeNull();
  expect(reasonOf({ startsAt: inYears(1.9), unsaid: 'a@b.example, 312 555 0101' })).toBeNull();
  expect(takeContact(' Signal line.41\r\n+1 312 555 0101 ')).toBe('Signal line.41\n+1 312 555 0101');
  expect(() => takeContact(people(6, (n) => `m${n}@home.example`))).toThrow(/list of people/);
});

// One answer after another, by people who do not know of each other.

/** Every answer with two values it can have. */
const VALUES: { [Key in keyof AskAnswersInput]-?: [AskAnswersInput[Key], AskAnswersInput[Key]] } = {
  organizationName: ['Local 41', 'TWU 41'],
  organizationKind: ['UNION_LOCAL', 'COALITION'],
  role: ['Steward', 'Driver'],
  kind: ['STRIKE', 'BOYCOTT'],
  happening: ['They cut the night shift', 'We walk out'],
  startsAt: [inYears(0.1), inYears(-0.1)],
  timeZone: ['America/Chicago', 'Europe/Madrid'],
  lookHere: [[{ url: 'https://41.example/', label: 'Us' }], [{ url: 'https://b.example/', label: 'B' }]],
  assets: [[{ asset: 'LOGO', has: true }], [{ asset: 'PHOTOS', has: false }]],
  approver: ['Olga', 'Alba'],
  worries: [['PRESS'], ['MONEY', 'LEGAL']],
  worryWords: ['Nobody calls', 'Everybody calls'],
  languages: [['en'], ['es', 'en']],
  needs: [['WRITING'], ['ONLINE_VIDEO']],
  suggestForUs: [true, false],
  needWords: ['A leaflet', 'A page'],
  hideEmployer: [true, false],
  hideStart: [true, false],
  employer: ['Metro Lines', 'Metro'],
  unsaid: ['The depot', 'The day'],
  localHoursPerWeek: [3, 0],
};
type Key = keyof AskAnswersInput;
const keys = Object.keys(VALUES) as Key[];

/** A save: some answers, each with one of its values, or "not sure". */
const aSave = fc
  .dictionary(fc.constantFrom(...keys), fc.constantFrom(0, 1, null), { noNullPrototype: true })
  .map((chosen) =>
    Object.fromEntries(
      Object.entries(chosen).map(([key, which]) => [key, which === null ? null : VALUES[key as Key][which]]),
    ),
  ) as fc.Arbitrary<AskAnswersInput>;
const savedAs = (before: AskAnswers, input: AskAnswersInput) => mergeAnswers(before, takeAnswers(input));

test('what looks like a list of people is taken from who says that it is none', () => {
  const needWords = people(6, (n) => `Ana ${n}: (312) 555-010${n}`);
  expect(takeAnswers({ needWords }, { noListOfPeople: true })).toEqual({ needWords });
  expect(takeContact(needWords, { noListOfPeople: true })).toBe(needWords);
});

test('saves of different answers come out the same in any order, and none is lost', () => {
  fc.assert(
    fc.property(
      aSave,
      fc.array(fc.nat({ max: 4 }), { minLength: keys.length, maxLength: keys.length }),
      aSave,
      fc.func(fc.integer()),
      (all, share, before, order) => {
        const start = savedAs({}, before);
        // Each answer belongs to one of five saves.
        const saves = [0, 1, 2, 3, 4].map((who) =>
          Object.fromEntries(Object.entries(all).filter(([key]) => share[keys.indexOf(key as Key)] === who)),
        );
        const shuffled = saves
          .map((save, index) => ({ save, at: order(index) }))
          .sort((one, other) => one.at - other.at)
          .map(({ save }) => save);
        const atOnce = savedAs(start, all);
        expect(shuffled.reduce(savedAs, start)).toEqual(atOnce);
        for (const [key, value] of Object.entries(all)) {
          if (key !== 'assets') expect(key in atOnce).toBe(value !== null);
        }
        for (const key of Object.keys(start)) {
          if (!(key in all)) expect(atOnce[key as keyof AskAnswers]).toEqual(start[key as keyof AskAnswers]);
        }
      },
    ),
  );
});

test('what exists is kept thing by thing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          asset: fc.constantFrom(...Object.values(Asset)),
          has: fc.constantFrom(true, false, null),
        }),
      ),
      (said) => {
        const should = new Map<Asset, boolean>();
        for (const { asset, has } of said) {
          if (has === null) should.delete(asset);
          else should.set(asset, has);
        }
        const one = said.reduce<AskAnswers>((answers, each) => savedAs(answers, { assets: [each] }), {});
        expect(one.assets ?? {}).toEqual(Object.fromEntries(should));
      },
    ),
  );
});

test('saying the same again changes nothing', () => {
  fc.assert(
    fc.property(aSave, aSave, (before, save) => {
      const once = savedAs(savedAs({}, before), save);
      expect(savedAs(once, save)).toEqual(once);
    }),
  );
});
