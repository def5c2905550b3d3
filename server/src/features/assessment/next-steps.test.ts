import fc from 'fast-check';
import { expect, test } from 'vitest';
import { templateFacts } from '../template/card-templates.ts';
import { nextSteps, OFFERS, STEPS } from './next-steps.ts';
import { AssessmentQuestion, CHOICES, type Choices, EDITION, questionsOf } from './questions.ts';

const questions = questionsOf(EDITION).map(({ question }) => question);
const all = (choice: number): Choices => Object.fromEntries(questions.map((question) => [question, choice]));
const inShort = (choices: Choices) =>
  nextSteps(EDITION, choices).map(({ question, kind, skill, ...more }) =>
    'templateKey' in more ? `${question} ${more.templateKey}` : `${question} ${kind} ${skill}`,
  );

test.each<[string, Choices, string[]]>([
  ['nothing stands', all(1), ['PEERS TRAINING STRATEGY', 'STAGE ADVISER STRATEGY', 'ROOM scope-call']],
  ['nothing was answered', {}, ['PEERS TRAINING STRATEGY', 'STAGE ADVISER STRATEGY', 'ROOM scope-call']],
  [
    'nobody knows the passwords',
    { ...all(4), PASSWORDS: 1 },
    ['PASSWORDS account-audit', 'PEERS TRAINING STRATEGY', 'STAGE ADVISER STRATEGY'],
  ],
  [
    'accounts are one person’s',
    { ...all(3), PASSWORDS: 1, ACCESS: 1 },
    ['PASSWORDS account-audit', 'ACCESS TRAINING SOCIAL_MEDIA', 'PEERS ADVISER STRATEGY'],
  ],
  [
    'nobody reads it in their language, and nobody says yes',
    { ...all(4), LANGUAGES: 1, APPROVAL: 2, MEASURING: 3 },
    ['LANGUAGES core-translation', 'APPROVAL TRAINING SOCIAL_MEDIA', 'MEASURING ADVISER SOCIAL_MEDIA'],
  ],
])('%s', (_what, choices, steps) => {
  expect(inShort(choices)).toEqual(steps);
});

test('there are always three, of three kinds and for three questions, and what stands worst comes first', () => {
  const someChoices = fc
    .array(fc.option(fc.integer({ min: 1, max: CHOICES }), { nil: undefined }), {
      minLength: questions.length,
      maxLength: questions.length,
    })
    .map(
      (choices) =>
        Object.fromEntries(
          questions.flatMap((question, index) =>
            choices[index] === undefined ? [] : [[question, choices[index]]],
          ),
        ) as Choices,
    );
  fc.assert(
    fc.property(someChoices, (choices) => {
      const steps = nextSteps(EDITION, choices);
      expect(steps).toHaveLength(STEPS);
      expect(new Set(steps.map(({ kind }) => kind)).size).toBe(STEPS);
      expect(new Set(steps.map(({ question }) => question)).size).toBe(STEPS);
      const standing = (question: AssessmentQuestion) => choices[question] ?? 1;
      const taken = steps.map(({ question }) => standing(question));
      expect(taken).toEqual(taken.toSorted((one, other) => one - other));
      const worst = Math.min(...questions.map(standing));
      expect(taken[0]).toBe(worst);
      // Nothing that stands worse than the last step was passed over.
      const left = questions.filter((question) => !steps.some((step) => step.question === question));
      for (const question of left) expect(standing(question)).toBeGreaterThanOrEqual(taken.at(-1)!);
      expect(nextSteps(EDITION, choices)).toEqual(steps);
    }),
  );
});

test('every question has an offer of each kind, and every template is there', () => {
  for (const question of Object.values(AssessmentQuestion))
    expect(new Set(OFFERS[question].map(({ kind }) => kind)).size).toBe(3);
  const keys = templateFacts.map(({ key, skill }) => `${key} ${skill}`);
  const offered = Object.values(OFFERS)
    .flat()
    .flatMap((offer) => (offer.kind === 'TEMPLATE' ? [`${offer.templateKey} ${offer.skill}`] : []));
  expect(offered.filter((key) => !keys.includes(key))).toEqual([]);
});
