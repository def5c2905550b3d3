import { expect, test } from 'vitest';
import type { AskToWriteFragment } from '#web/gql/graphql.ts';
import { UNFINISHED } from '#web/time/typed-moment.ts';
import {
  changedAnswers,
  FIELDS,
  isBlank,
  layOver,
  nothingTyped,
  QUESTIONS,
  toAnswers,
  toTyped,
  type Typed,
} from './typed.ts';

const nothing: AskToWriteFragment['answers'] = {
  organizationName: null,
  organizationKind: null,
  role: null,
  kind: null,
  happening: null,
  startsAt: null,
  timeZone: null,
  approver: null,
  worryWords: null,
  suggestForUs: null,
  needWords: null,
  hideEmployer: null,
  hideStart: null,
  employer: null,
  unsaid: null,
  localHoursPerWeek: null,
  lookHere: [],
  assets: [],
  worries: [],
  languages: [],
  needs: [],
};
const everything: AskToWriteFragment['answers'] = {
  organizationName: 'Local 41',
  organizationKind: 'UNION_LOCAL',
  role: 'Steward',
  kind: 'STRIKE',
  happening: 'They cut the night shift.',
  startsAt: '2026-11-23T12:00:00.000Z',
  timeZone: 'America/Chicago',
  lookHere: [
    { url: 'https://a.example/', label: 'A' },
    { url: 'https://b.example/', label: 'B' },
  ],
  assets: [
    { asset: 'LOGO', has: true },
    { asset: 'PHOTOS', has: false },
  ],
  approver: 'Olga',
  worries: ['PRESS'],
  worryWords: 'Nobody calls',
  languages: ['es'],
  needs: ['WRITING'],
  suggestForUs: true,
  needWords: 'A leaflet',
  hideEmployer: true,
  hideStart: true,
  employer: 'Metro',
  unsaid: 'The depot',
  localHoursPerWeek: 5,
};

test('every answer belongs to one question', () => {
  const fields = QUESTIONS.flatMap((question) => FIELDS[question]);
  expect([...fields].sort()).toEqual(Object.keys(nothingTyped('UTC')).sort());
});

test('what was kept comes back to its fields, and goes out as it came', () => {
  const typed = toTyped({ answers: everything }, 'UTC');
  expect(typed).toMatchObject({
    startsAt: '2026-11-23T06:00',
    lookHere: 'https://a.example/\nhttps://b.example/',
  });
  const out = Object.assign({}, ...QUESTIONS.map((question) => toAnswers(typed, question))) as object;
  expect(out).toEqual({ ...everything, lookHere: everything.lookHere.map(({ url }) => ({ url })) });
  for (const question of QUESTIONS) expect(isBlank(typed, question)).toBe(false);
});

test('nothing said is "not sure" for each question, and neither yes nor no', () => {
  const typed = toTyped({ answers: nothing }, 'Europe/Madrid');
  expect(typed).toEqual(nothingTyped('Europe/Madrid'));
  for (const question of QUESTIONS) {
    expect(isBlank(typed, question)).toBe(true);
    for (const value of Object.values(toAnswers(typed, question))) {
      expect(value === null || value === '' || (Array.isArray(value) && value.length === 0)).toBe(true);
    }
  }
  expect(toAnswers({ ...typed, unsaid: 'The depot' }, 9)).toMatchObject({ hideEmployer: null });
  // An answer that is taken back has to say so.
  expect(toAnswers({ ...typed, assets: { LOGO: '' } }, 4)).toEqual({
    assets: [{ asset: 'LOGO', has: null }],
  });
});

test('of what an older page kept only what fits is taken', () => {
  const kept = {
    role: 'Steward',
    worries: 'PRESS',
    hours: null,
    suggestForUs: 1,
    gone: 'x',
    needs: ['WRITING'],
  };
  const should: Typed = { ...nothingTyped('UTC'), role: 'Steward', needs: ['WRITING'] };
  expect(layOver(nothingTyped('UTC'), kept)).toEqual(should);
});

test('of a question only what was changed is said anew, and what is half typed is not said', () => {
  const read = { ...nothingTyped('UTC'), happening: 'Before', startsAt: '2026-11-23T06:00' };
  const typed = { ...read, happening: 'After' };
  expect(changedAnswers(typed, read, 2)).toEqual({ happening: 'After' });
  expect(changedAnswers({ ...typed, startsAt: UNFINISHED }, read, 2)).toEqual({ happening: 'After' });
  expect(changedAnswers({ ...read, startsAt: '' }, read, 2)).toEqual({ startsAt: null, timeZone: null });
  expect(changedAnswers(read, read, 1)).toEqual({});
});
