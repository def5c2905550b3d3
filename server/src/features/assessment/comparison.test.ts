import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, comparedWith, levelsOf, type RoundState, type SentSheet } from './comparison.ts';
import { levelsOfRound } from './levels-of-round.ts';
import { CHOICES, EDITION, questionsOf } from './questions.ts';

const questions = questionsOf(EDITION).map(({ question }) => question);
const aChoice = fc.integer({ min: 1, max: CHOICES });
const someChoices = fc
  .array(aChoice, { minLength: questions.length, maxLength: questions.length })
  .map((choices) => Object.fromEntries(questions.map((question, index) => [question, choices[index]!])));
const open: RoundState = { edition: EDITION, closedAt: null, completeAt: null };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 29, 9, minute));
const sheets = (all: Record<string, number>[]): SentSheet[] =>
  all.map((choices, index) => ({ choices, sentAt: at(index) }));
const allSay = (choice: number) => Object.fromEntries(questions.map((question) => [question, choice]));

describe('what one hears of others', () => {
  test('of one other: whether they see it alike, and never which answer they gave', () => {
    const told = (other: number) => compare(EDITION, allSay(2), sheets([allSay(other)]))[0];
    expect(told(2)).toEqual({ question: 'PEERS', mine: 2, alike: 1, spread: [], otherwise: 0 });
    expect(told(4)).toEqual({ question: 'PEERS', mine: 2, alike: 0, spread: [], otherwise: 1 });
    expect(told(1)).toEqual(told(4));
  });

  test.each([
    ['two who both see it otherwise', [1, 1], { alike: 0, spread: [], otherwise: 2 }],
    ['two, one of them alike', [2, 1], { alike: 1, spread: [], otherwise: 1 }],
    ['three, two of them together', [1, 1, 3], { alike: 0, spread: [{ choice: 1, count: 2 }], otherwise: 1 }],
    ['three who are of one mind', [4, 4, 4], { alike: 0, spread: [], otherwise: 3 }],
    [
      'four in pairs',
      [1, 1, 3, 3],
      {
        alike: 0,
        spread: [
          { choice: 1, count: 2 },
          { choice: 3, count: 2 },
        ],
        otherwise: 0,
      },
    ],
  ])('of %s', (_what, others, told) => {
    expect(compare(EDITION, allSay(2), sheets(others.map(allSay)))[0]).toMatchObject(told);
  });

  test('no answer is named that one other gave, or that all others gave; and nobody is lost', () => {
    fc.assert(
      fc.property(someChoices, fc.array(someChoices, { maxLength: 9 }), (mine, others) => {
        for (const { spread, alike, otherwise, mine: own } of compare(EDITION, mine, sheets(others))) {
          for (const { choice, count } of spread) {
            expect(choice).not.toBe(own);
            expect(count).toBeGreaterThanOrEqual(2);
            expect(count).toBeLessThan(others.length);
          }
          expect(spread.reduce((sum, { count }) => sum + count, alike + otherwise)).toBe(others.length);
        }
      }),
    );
  });

  test('what is told does not depend on who said what first', () => {
    fc.assert(
      fc.property(someChoices, fc.array(someChoices, { maxLength: 6 }), (mine, others) => {
        expect(compare(EDITION, mine, sheets(others.toReversed()))).toEqual(
          compare(EDITION, mine, sheets(others)),
        );
      }),
    );
  });

  test('whoever looks after each answer learns of nobody alone, from the second on', () => {
    fc.assert(
      fc.property(fc.array(someChoices, { minLength: 2, maxLength: 12 }), (others) => {
        const counts = others.map(
          (_, index) => comparedWith(sheets(others.slice(0, index + 1)), open).length,
        );
        const steps = counts.slice(1).map((count, index) => count - counts[index]!);
        // From one to two, whoever looks hears twice whether somebody sees it alike, and no more.
        expect(steps[0]).toBe(1);
        expect(steps.slice(1).every((step) => step === 0 || step === 2)).toBe(true);
        expect(counts.at(-1)).toBeGreaterThanOrEqual(others.length - 1);
      }),
    );
  });

  test('when all have answered, or the round is closed, everybody counts', () => {
    const three = sheets([allSay(1), allSay(2), allSay(3)]);
    expect(comparedWith(three, open)).toHaveLength(2);
    expect(comparedWith(three, { ...open, completeAt: at(5) })).toHaveLength(3);
    expect(comparedWith(three, { ...open, closedAt: at(5) })).toHaveLength(3);
  });

  test('whoever comes when all had answered is not told by coming', () => {
    const all = sheets([allSay(1), allSay(2), allSay(3), allSay(4), allSay(1)]);
    const complete = { ...open, completeAt: at(2) };
    expect(comparedWith(all.slice(0, 4), complete)).toHaveLength(3);
    expect(comparedWith(all, complete)).toHaveLength(5);
  });
});

describe('how the areas stand', () => {
  test('from nothing to all of it', () => {
    expect(levelsOf(EDITION, [{ choices: allSay(1) }]).map(({ level }) => level)).toEqual([0, 0, 0, 0, 0]);
    expect(levelsOf(EDITION, [{ choices: allSay(CHOICES) }]).map(({ level }) => level)).toEqual(
      Array.from({ length: 5 }, () => 100),
    );
    expect(levelsOf(EDITION, [{ choices: { PASSWORDS: 4, ACCESS: 1 } }])).toEqual([
      { area: 'ACCOUNTS', level: 50 },
    ]);
    expect(levelsOf(EDITION, [])).toEqual([]);
  });

  test('who says more of anything never lowers an area', () => {
    fc.assert(
      fc.property(
        fc.array(someChoices, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...questions),
        (all, question) => {
          const more = all.map((choices) => ({ ...choices, [question]: CHOICES }));
          const before = levelsOf(
            EDITION,
            all.map((choices) => ({ choices })),
          );
          const after = levelsOf(
            EDITION,
            more.map((choices) => ({ choices })),
          );
          for (const [index, { level }] of after.entries())
            expect(level).toBeGreaterThanOrEqual(before[index]!.level);
        },
      ),
    );
  });

  const own = (choice: number, sentAt: Date | null = at(0)) => ({
    answers: allSay(choice),
    notes: {},
    savedAt: at(0),
    sentAt,
  });
  test.each([
    ['a draft of mine, two others', own(1, null), [4, 4], open, null],
    ['mine alone', own(2), [], open, 1],
    ['mine and one other: mine', own(2), [4], open, 1],
    ['mine and two others', own(2), [4, 4], open, 3],
    ['not mine, a closed round of two', null, [4, 4], { ...open, closedAt: at(9) }, null],
    ['not mine, a closed round of three', null, [4, 4, 1], { ...open, closedAt: at(9) }, 3],
    ['nobody', null, [], { ...open, closedAt: at(9) }, null],
  ])('%s', (_what, mine, others, round, of) => {
    expect(levelsOfRound(round, { own: mine, others: sheets(others.map(allSay)) })?.of ?? null).toBe(of);
  });
});
