import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Skill } from '../../core/access/skill.ts';
import {
  CARDS_TO_THE_BENCH,
  type Facts,
  firstMonth,
  FIRST_MONTH_DAYS,
  type NextStep,
  nextStep,
  type PathFacts,
} from './next-step-rules.ts';

const skill = fc.constantFrom(...Object.values(Skill));
const id = fc.option(fc.uuid(), { nil: null });
const facts: fc.Arbitrary<Facts> = fc.record({
  standing: fc.constantFrom('NEW' as const, 'VETTED' as const, 'LEAD' as const),
  vouched: fc.boolean(),
  skills: fc.uniqueArray(skill, { maxLength: 3 }),
  done: fc.nat(12),
  heldCard: id,
  cameBack: fc.boolean(),
  tryAgain: id,
  toPractise: id,
  fit: id,
  training: fc.option(
    fc.record({
      eventId: fc.uuid(),
      uses: fc.option(skill, { nil: null }),
      lacks: fc.option(skill, { nil: null }),
    }),
    { nil: null },
  ),
  opening: fc.option(fc.record({ openingId: fc.uuid(), skill }), { nil: null }),
  advises: fc.boolean(),
  advisersThere: fc.boolean(),
  asked: fc.boolean(),
});

/** Whether a step can be done at all: it leads to what is there, for whom it is. */
function isPossible(given: Facts, found: NextStep): boolean {
  const { standing, skills, fit, heldCard, training, tryAgain, toPractise } = given;
  switch (found.step) {
    case 'FINISH_CARD':
      return found.cardId === heldCard && heldCard !== null;
    case 'CARD':
      return found.cardId === fit && fit !== null;
    case 'PRACTICE':
      return found.practiceCardId !== undefined && [tryAgain, toPractise].includes(found.practiceCardId);
    case 'TRAINING':
      return (
        found.eventId === training?.eventId && [training?.uses, training?.lacks].includes(found.skill ?? null)
      );
    case 'VOUCH':
      return standing === 'NEW' && !given.vouched && given.done > 0;
    case 'OPENING':
      return standing !== 'NEW' && found.openingId === given.opening?.openingId && found.skill !== undefined;
    case 'BENCH_OFFER':
      return standing !== 'NEW' && !given.advises && given.done > 0;
    case 'BENCH_ASK':
      return given.advisersThere && !given.asked;
    case 'PROFILE':
      return skills.length === 0;
    case 'LOOK_AROUND':
      return fit === null && heldCard === null;
  }
}

test('there always is one step, it can be done, and the same facts give the same one', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const found = nextStep(given);
      expect(isPossible(given, found)).toBe(true);
      expect(nextStep({ ...given })).toEqual(found);
    }),
    { numRuns: 2000 },
  );
});

test('what somebody holds, or was asked to try again, comes before anything new', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const { step } = nextStep(given);
      if (given.heldCard) expect(['FINISH_CARD', 'BENCH_ASK']).toContain(step);
      else if (given.tryAgain || given.toPractise) expect(['PRACTICE', 'BENCH_ASK']).toContain(step);
      else if (given.fit) expect(['CARD', 'BENCH_OFFER', 'OPENING', 'BENCH_ASK']).toContain(step);
    }),
  );
});

const BLANK: Facts = {
  ...{ standing: 'NEW', vouched: false, skills: ['WRITING'], done: 0, heldCard: null, cameBack: false },
  ...{ tryAgain: null, toPractise: null, fit: null, training: null, opening: null, advises: false },
  ...{ advisersThere: false, asked: false },
};
const opening = { openingId: 'o', skill: 'WRITING' as const };
const training = { eventId: 'e', uses: 'WRITING' as const, lacks: 'STRATEGY' as const };

test.each<[string, Partial<Facts>, string, string]>([
  ['new, nothing there', {}, 'LOOK_AROUND', 'NOTHING_FITS_NOW'],
  ['one card done, another fits', { done: 1, fit: 'c' }, 'CARD', 'ONE_MORE_TO_VETTED'],
  ['new, one fits', { fit: 'c' }, 'CARD', 'FITS_YOU'],
  [
    'vetted, three done',
    { standing: 'VETTED', done: CARDS_TO_THE_BENCH, fit: 'c' },
    'BENCH_OFFER',
    'OTHERS_LEARN_FROM_YOU',
  ],
  ['vetted, four done', { standing: 'VETTED', done: 4, fit: 'c' }, 'CARD', 'FITS_YOU'],
  ['an adviser, three done', { standing: 'VETTED', done: 3, fit: 'c', advises: true }, 'CARD', 'FITS_YOU'],
  [
    'vetted, five done, a role asks for it',
    { standing: 'VETTED', done: 5, fit: 'c', opening },
    'OPENING',
    'YOUR_RECORD_FITS',
  ],
  [
    'vetted, four done, a role asks for it',
    { standing: 'VETTED', done: 4, fit: 'c', opening },
    'CARD',
    'FITS_YOU',
  ],
  [
    'vetted, no card fits, a role does',
    { standing: 'VETTED', done: 4, opening, training },
    'OPENING',
    'YOUR_RECORD_FITS',
  ],
  ['new, a role asks for it', { opening }, 'LOOK_AROUND', 'NOTHING_FITS_NOW'],
  ['nothing fits, a training uses what they can', { training }, 'TRAINING', 'TEACHES_WHAT_YOU_USE'],
  ['known, nothing fits', { done: 1, training: { ...training, uses: null } }, 'VOUCH', 'YOUR_WORK_IS_KNOWN'],
  [
    'vouched for, nothing fits',
    { done: 1, vouched: true, training: { ...training, uses: null } },
    'TRAINING',
    'TEACHES_WHAT_YOU_LACK',
  ],
  ['work came back', { heldCard: 'c', cameBack: true, advisersThere: true }, 'BENCH_ASK', 'WORK_CAME_BACK'],
  [
    'work came back, asked before',
    { heldCard: 'c', cameBack: true, advisersThere: true, asked: true },
    'FINISH_CARD',
    'YOU_HOLD_ONE',
  ],
  ['practice sent back', { tryAgain: 'p', fit: 'c' }, 'PRACTICE', 'TRY_AGAIN'],
  ['trained', { toPractise: 'p', fit: 'c' }, 'PRACTICE', 'TRAINED_NOT_PRACTISED'],
  ['said nothing of themselves', { skills: [] }, 'PROFILE', 'NO_SKILLS_SAID'],
  ['somebody to ask', { advisersThere: true }, 'BENCH_ASK', 'SOMEBODY_TO_ASK'],
])('%s', (_who, given, step, reason) => {
  expect(nextStep({ ...BLANK, ...given })).toMatchObject({ step, reason });
});

const path: fc.Arbitrary<PathFacts> = fc.record({
  standing: fc.constantFrom('NEW' as const, 'VETTED' as const, 'LEAD' as const),
  ...{ vouched: fc.boolean(), done: fc.nat(4), advises: fc.boolean(), asked: fc.boolean() },
  ...{ daysHere: fc.nat(40), tookCard: fc.boolean(), learnt: fc.nat(3) },
});

test('the first month shows its six steps until it is over or all is done, and what is done stays done', () => {
  fc.assert(
    fc.property(path, fc.nat(3), (given, more) => {
      const shown = firstMonth(given);
      if (given.daysHere > FIRST_MONTH_DAYS) expect(shown).toBeNull();
      if (!shown) return;
      expect(shown).toHaveLength(6);
      expect(shown.some(({ isDone }) => !isDone)).toBe(true);
      const later = firstMonth({
        ...given,
        done: given.done + more,
        learnt: given.learnt + more,
        tookCard: true,
      });
      for (const [index, { isDone }] of shown.entries())
        if (isDone && later) expect(later[index]!.isDone).toBe(true);
    }),
  );
});
