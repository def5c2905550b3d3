import type { AskAnswers } from '../ask/ask-answers.ts';
import type { Phase } from '../../core/board/card.entity.ts';
import type { Edition } from '../template/card-templates.ts';
import type { LeftOut, PlanItem } from './plan.entity.ts';
import {
  onlyFor,
  type PlanReason,
  type PlanRule,
  planRules,
  REALISTIC,
  uselessOnceBegun,
} from './plan-rules.ts';

/** A plan as the rules make it. */
export interface ProposedPlan {
  /** In the order in which a strike needs them. */
  items: PlanItem[];
  /** Hours of work that can be found and looked after in the time there is. */
  hoursRealistic: number;
}

const HOUR = 3_600_000;
/** A card that was due before now, and still helps, is due so many hours from now. */
const SOON_HOURS = 24;
/** The longest that a card may be due after T-0; longer ones have no due moment. */
const MAX_OFFSET = 24 * 365;
const FIRST_HOURS = 72;

/**
 * The plan for these answers: which of the templates, each with the rule that proposes it and when it is due. What
 * comes too late and what is more than realistic is in it too, unticked. The same answers, templates and moment give
 * the same plan; the order in which things were ticked does not matter. Retired templates are left aside.
 */
export function planFor(answers: AskAnswers, templates: readonly Edition[], now: Date): ProposedPlan {
  const startsAt = startOf(answers);
  const hoursRealistic = realisticHours(answers, now);
  const proposed = propose(answers, templates).map((card) => ({
    ...card,
    ...dueFor(card.template, startsAt, now),
  }));
  let left = hoursRealistic;
  const items = new Map<string, PlanItem>();
  // By importance: a small card may still fit where a larger one did not.
  for (const { template, reason, late, dueOffsetHours } of proposed) {
    const leftOut: LeftOut | null = late ? 'LATE' : template.hours > left ? 'TOO_MUCH' : null;
    if (!leftOut) left -= template.hours;
    const { key: templateKey, version: templateVersion } = template;
    items.set(templateKey, {
      templateKey,
      templateVersion,
      included: !leftOut,
      reason,
      leftOut,
      dueOffsetHours,
    });
  }
  return { items: templates.flatMap(({ key }) => items.get(key) ?? []), hoursRealistic };
}

/** Every card that a rule proposes, once, with the most important rule that does; the most important first. */
function propose(
  answers: AskAnswers,
  templates: readonly Edition[],
): { template: Edition; reason: PlanReason }[] {
  const usable = templates.filter((template) => !template.retired && fits(template, answers));
  const found = new Map<string, { template: Edition; reason: PlanReason }>();
  for (const rule of planRules) {
    if (!rule.when(answers)) continue;
    for (const template of proposedBy(rule, usable)) {
      if (!found.has(template.key)) found.set(template.key, { template, reason: rule.reason });
    }
  }
  return [...found.values()];
}

/** The templates that a rule proposes, in the order it names them. */
export function proposedBy({ proposes }: PlanRule, templates: readonly Edition[]): Edition[] {
  if ('skill' in proposes) return templates.filter(({ skill }) => skill === proposes.skill);
  return proposes.flatMap((wanted) => templates.find(({ key }) => key === wanted) ?? []);
}

const fits = ({ key }: Edition, { kind }: AskAnswers) =>
  kind === undefined || kind === null || (onlyFor[key]?.includes(kind) ?? true);

/**
 * When a card is due, in hours after T-0, and whether it comes too late. What was due before now moves to now, unless
 * it was for the first 72 hours and they are over, or it is of no use once the fight has begun.
 */
function dueFor(
  { key, phase, dueOffsetHours }: Edition,
  startsAt: Date | null,
  now: Date,
): { dueOffsetHours: number | null; late: boolean } {
  if (dueOffsetHours === null || !startsAt) return { dueOffsetHours, late: false };
  const hoursIn = (now.getTime() - startsAt.getTime()) / HOUR;
  if (dueOffsetHours > hoursIn) return { dueOffsetHours, late: false };
  if (isOver(key, phase, hoursIn)) return { dueOffsetHours: null, late: true };
  const soon = Math.ceil(hoursIn + SOON_HOURS);
  return { dueOffsetHours: soon <= MAX_OFFSET ? soon : null, late: false };
}

function isOver(key: string, phase: Phase, hoursIn: number): boolean {
  return uselessOnceBegun.includes(key) ? hoursIn >= 0 : phase === 'FIRST_72_HOURS' && hoursIn >= FIRST_HOURS;
}

/**
 * Hours of work that can be found and looked after: days until a week after T-0, times the volunteers we usually find
 * on a day, times two hours each; no more than the local's own hours carry.
 */
export function realisticHours(answers: AskAnswers, now: Date): number {
  const startsAt = startOf(answers);
  const days = startsAt
    ? (startsAt.getTime() - now.getTime()) / (24 * HOUR) + REALISTIC.daysAfterStart
    : REALISTIC.daysWithoutStart;
  const bounded = Math.min(REALISTIC.maxDays, Math.max(REALISTIC.minDays, days));
  const found = bounded * REALISTIC.volunteersADay * REALISTIC.hoursEach;
  const carried =
    answers.localHoursPerWeek == null
      ? Infinity
      : (answers.localHoursPerWeek * bounded * REALISTIC.hoursCarriedByLocalHour) / 7;
  return Math.max(REALISTIC.minHours, Math.floor(Math.min(found, carried)));
}

/** T-0; null when it is not known. */
export function startOf({ startsAt }: AskAnswers): Date | null {
  const moment = startsAt ? new Date(startsAt) : null;
  return moment && !Number.isNaN(moment.getTime()) ? moment : null;
}
