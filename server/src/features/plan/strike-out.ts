import { plainText } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Plan, PlanItem } from './plan.entity.ts';

/** What a local changes about a plan it reads; what is left out stays as it was. */
export interface LocalChanges {
  /** Every card that the local does not want, of those that are ticked. */
  leaveOut?: readonly string[] | null | undefined;
  /** What the campaign shall be called. */
  title?: string | null | undefined;
}

/** The plan's items with what the local struck out marked. Refuses cards that are not ticked, and an empty board. */
export function strikeOut(plan: Pick<Plan, 'items'>, { leaveOut }: LocalChanges): PlanItem[] {
  if (leaveOut == null) return plan.items;
  const out = new Set(leaveOut);
  const ticked = plan.items.filter(({ included }) => included);
  if ([...out].some((key) => !ticked.some(({ templateKey }) => templateKey === key))) {
    throw new InvalidInput('leaveOut', 'UNKNOWN', 'That card is not in this plan. Read it again.');
  }
  if (ticked.length > 0 && ticked.every(({ templateKey }) => out.has(templateKey))) {
    throw new InvalidInput('leaveOut', 'EMPTY', 'Leave at least one card in. Or write back what you need.');
  }
  return plan.items.map((item) => ({ ...item, struck: item.included && out.has(item.templateKey) }));
}

/** The name the local gives its campaign; the coordinator's where it gives none. */
export function takeLocalTitle(plan: Pick<Plan, 'title'>, { title }: LocalChanges): string | null {
  return title == null ? (plan.title ?? null) : plainText(title, { field: 'title', max: 120 });
}
