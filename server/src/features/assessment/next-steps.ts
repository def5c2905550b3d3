import type { Skill } from '../../core/access/skill.ts';
import { type AssessmentQuestion, type Choices, questionsOf } from './questions.ts';

export const NextStepKind = { TRAINING: 'TRAINING', TEMPLATE: 'TEMPLATE', ADVISER: 'ADVISER' } as const;
export type NextStepKind = keyof typeof NextStepKind;

/** Something to do now: a training, a card from a template, or an hour with an adviser. */
export type Offer =
  { kind: 'TRAINING' | 'ADVISER'; skill: Skill } | { kind: 'TEMPLATE'; skill: Skill; templateKey: string };

/** An offer with the question that asks for it. */
export type NextStep = Offer & { question: AssessmentQuestion };

/** How many steps there are in the end. */
export const STEPS = 3;

const training = (skill: Skill): Offer => ({ kind: 'TRAINING', skill });
const adviser = (skill: Skill): Offer => ({ kind: 'ADVISER', skill });
const template = (templateKey: string, skill: Skill): Offer => ({ kind: 'TEMPLATE', templateKey, skill });

/** What helps with which question, best first. A test holds the templates against those that are there. */
export const OFFERS: Readonly<Record<AssessmentQuestion, readonly [Offer, ...Offer[]]>> = {
  PEERS: [training('STRATEGY'), adviser('STRATEGY'), template('debrief', 'TRAINING')],
  STAGE: [adviser('STRATEGY'), template('scope-call', 'STRATEGY'), training('STRATEGY')],
  ROOM: [template('scope-call', 'STRATEGY'), adviser('STRATEGY'), training('STRATEGY')],
  OUTSIDERS: [adviser('STRATEGY'), training('STRATEGY'), template('scope-call', 'STRATEGY')],
  RETURN: [adviser('STRATEGY'), template('weekly-metrics', 'SOCIAL_MEDIA'), training('SOCIAL_MEDIA')],
  MEASURING: [template('weekly-metrics', 'SOCIAL_MEDIA'), training('SOCIAL_MEDIA'), adviser('SOCIAL_MEDIA')],
  PASSWORDS: [template('account-audit', 'SOCIAL_MEDIA'), adviser('SOCIAL_MEDIA'), training('SOCIAL_MEDIA')],
  ACCESS: [template('account-audit', 'SOCIAL_MEDIA'), training('SOCIAL_MEDIA'), adviser('SOCIAL_MEDIA')],
  APPROVAL: [training('SOCIAL_MEDIA'), template('message-map', 'WRITING'), adviser('WRITING')],
  LANGUAGES: [template('core-translation', 'WRITING'), adviser('WRITING'), training('WRITING')],
};

/**
 * Three steps for whoever answered like this: what stands worst comes first, the earlier question before the later one.
 * No two steps are of one kind while another kind is to be had. What was not answered counts as not there yet.
 */
export function nextSteps(edition: number, choices: Choices): NextStep[] {
  const worstFirst = questionsOf(edition)
    .map(({ question }) => ({ question, choice: choices[question] ?? 1 }))
    .toSorted((one, other) => one.choice - other.choice);
  const steps: NextStep[] = [];
  for (const { question } of worstFirst) {
    if (steps.length === STEPS) break;
    const offer = OFFERS[question].find(({ kind }) => !steps.some((step) => step.kind === kind));
    if (offer) steps.push({ ...offer, question });
  }
  return steps;
}
