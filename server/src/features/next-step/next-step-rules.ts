import type { Skill } from '../../core/access/skill.ts';
import type { Standing } from '../../core/access/standing.ts';

/** What one can do next. */
export const NextStepKind = {
  FINISH_CARD: 'FINISH_CARD',
  CARD: 'CARD',
  PRACTICE: 'PRACTICE',
  TRAINING: 'TRAINING',
  VOUCH: 'VOUCH',
  BENCH_OFFER: 'BENCH_OFFER',
  OPENING: 'OPENING',
  BENCH_ASK: 'BENCH_ASK',
  PROFILE: 'PROFILE',
  LOOK_AROUND: 'LOOK_AROUND',
} as const;
export type NextStepKind = keyof typeof NextStepKind;

/** Why that. */
export const NextStepReason = {
  YOU_HOLD_ONE: 'YOU_HOLD_ONE',
  WORK_CAME_BACK: 'WORK_CAME_BACK',
  TRY_AGAIN: 'TRY_AGAIN',
  TRAINED_NOT_PRACTISED: 'TRAINED_NOT_PRACTISED',
  ONE_MORE_TO_VETTED: 'ONE_MORE_TO_VETTED',
  FITS_YOU: 'FITS_YOU',
  TEACHES_WHAT_YOU_USE: 'TEACHES_WHAT_YOU_USE',
  TEACHES_WHAT_YOU_LACK: 'TEACHES_WHAT_YOU_LACK',
  YOUR_WORK_IS_KNOWN: 'YOUR_WORK_IS_KNOWN',
  OTHERS_LEARN_FROM_YOU: 'OTHERS_LEARN_FROM_YOU',
  YOUR_RECORD_FITS: 'YOUR_RECORD_FITS',
  SOMEBODY_TO_ASK: 'SOMEBODY_TO_ASK',
  NO_SKILLS_SAID: 'NO_SKILLS_SAID',
  NOTHING_FITS_NOW: 'NOTHING_FITS_NOW',
} as const;
export type NextStepReason = keyof typeof NextStepReason;

/** What the rules look at. Ids are row ids; null for none. */
export interface Facts {
  standing: Standing;
  /** Whether somebody of a local vouches for them. */
  vouched: boolean;
  skills: readonly Skill[];
  /** Cards they finished. */
  done: number;
  /** A card they hold; whether it came back with a wish. */
  heldCard: string | null;
  cameBack: boolean;
  /** A practice card that they were asked to try again; one of a training they came to that they have not finished. */
  tryAgain: string | null;
  toPractise: string | null;
  /** The open card that fits them best. */
  fit: string | null;
  /** A training to come at which they have no place, and what it teaches that they can do, or cannot. */
  training: { eventId: string; uses: Skill | null; lacks: Skill | null } | null;
  /** An open role that asks for a skill which they showed on several cards, and that they have not answered. */
  opening: { openingId: string; skill: Skill } | null;
  /** Whether they are an adviser, whether there are others, and whether they ever asked one. */
  advises: boolean;
  advisersThere: boolean;
  asked: boolean;
}

/** One step with its reason, and what it leads to. */
export interface NextStep {
  step: NextStepKind;
  reason: NextStepReason;
  cardId?: string;
  practiceCardId?: string;
  eventId?: string;
  openingId?: string;
  skill?: Skill;
}

/** Every so many finished cards the bench is named before the next card. */
export const CARDS_TO_THE_BENCH = 3;

/** Every so many finished cards an opening that fits is named before the next card. */
export const CARDS_TO_AN_OPENING = 5;

type Rule = (facts: Facts) => NextStep | null;
const step = (kind: NextStepKind, reason: NextStepReason, to: Partial<NextStep> = {}): NextStep => ({
  step: kind,
  reason,
  ...to,
});
const isTrusted = ({ standing }: Facts) => standing === 'VETTED' || standing === 'LEAD';
const toOpening = (facts: Facts): NextStep | null =>
  facts.opening && isTrusted(facts) ? step('OPENING', 'YOUR_RECORD_FITS', facts.opening) : null;

/**
 * The table: the first rule that has something to say says it. What somebody has begun comes first, then what they
 * learnt and have not tried, then what makes them trusted, then what fits, then whom they can ask.
 */
const RULES: readonly Rule[] = [
  ({ cameBack, advisersThere, asked }) =>
    cameBack && advisersThere && !asked ? step('BENCH_ASK', 'WORK_CAME_BACK') : null,
  ({ heldCard }) => (heldCard ? step('FINISH_CARD', 'YOU_HOLD_ONE', { cardId: heldCard }) : null),
  ({ tryAgain }) => (tryAgain ? step('PRACTICE', 'TRY_AGAIN', { practiceCardId: tryAgain }) : null),
  ({ toPractise }) =>
    toPractise ? step('PRACTICE', 'TRAINED_NOT_PRACTISED', { practiceCardId: toPractise }) : null,
  ({ standing, done, fit }) =>
    standing === 'NEW' && done === 1 && fit ? step('CARD', 'ONE_MORE_TO_VETTED', { cardId: fit }) : null,
  (facts) =>
    isTrusted(facts) && !facts.advises && facts.done > 0 && facts.done % CARDS_TO_THE_BENCH === 0
      ? step('BENCH_OFFER', 'OTHERS_LEARN_FROM_YOU')
      : null,
  (facts) => (facts.done > 0 && facts.done % CARDS_TO_AN_OPENING === 0 ? toOpening(facts) : null),
  ({ fit }) => (fit ? step('CARD', 'FITS_YOU', { cardId: fit }) : null),
  toOpening,
  ({ training }) =>
    training?.uses
      ? step('TRAINING', 'TEACHES_WHAT_YOU_USE', { eventId: training.eventId, skill: training.uses })
      : null,
  ({ skills }) => (skills.length === 0 ? step('PROFILE', 'NO_SKILLS_SAID') : null),
  ({ standing, done, vouched }) =>
    standing === 'NEW' && done > 0 && !vouched ? step('VOUCH', 'YOUR_WORK_IS_KNOWN') : null,
  ({ training }) =>
    training?.lacks
      ? step('TRAINING', 'TEACHES_WHAT_YOU_LACK', { eventId: training.eventId, skill: training.lacks })
      : null,
  ({ advisersThere, asked }) => (advisersThere && !asked ? step('BENCH_ASK', 'SOMEBODY_TO_ASK') : null),
];

/** The one next step of somebody, with its reason. There always is one. */
export function nextStep(facts: Facts): NextStep {
  for (const rule of RULES) {
    const found = rule(facts);
    if (found) return found;
  }
  return step('LOOK_AROUND', 'NOTHING_FITS_NOW');
}

/** The steps of a newcomer's first month, in their order. */
export const FirstMonthStep = {
  JOINED: 'JOINED',
  FIRST_CARD: 'FIRST_CARD',
  REVIEWED: 'REVIEWED',
  SECOND: 'SECOND',
  VETTED: 'VETTED',
  BENCH: 'BENCH',
} as const;
export type FirstMonthStep = keyof typeof FirstMonthStep;

export const FIRST_MONTH_DAYS = 31;

/** What the path of the first month looks at. */
export interface PathFacts extends Pick<Facts, 'standing' | 'vouched' | 'done' | 'advises' | 'asked'> {
  daysHere: number;
  /** Whether they ever took a card, and how many trainings and practices they have behind them. */
  tookCard: boolean;
  learnt: number;
}

/** The path, with what is done; null once the month is over or all of it is done. */
export function firstMonth(facts: PathFacts): { step: FirstMonthStep; isDone: boolean }[] | null {
  const { daysHere, done, tookCard, learnt, standing, vouched, advises, asked } = facts;
  if (daysHere > FIRST_MONTH_DAYS) return null;
  const isDone: Record<FirstMonthStep, boolean> = {
    JOINED: true,
    FIRST_CARD: tookCard || done > 0,
    REVIEWED: done > 0,
    SECOND: done > 1 || learnt > 0,
    VETTED: standing === 'VETTED' || standing === 'LEAD' || vouched,
    BENCH: advises || asked,
  };
  const path = Object.values(FirstMonthStep).map((name) => ({ step: name, isDone: isDone[name] }));
  return path.every(({ isDone }) => isDone) ? null : path;
}
