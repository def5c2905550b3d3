import { dueMoment } from '../../core/board/due-moment.ts';
import { numberBetween, plainText } from '../../platform/input/text.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { Edition } from '../template/card-templates.ts';
import { startOf } from './plan-for.ts';
import type { PlanItem } from './plan.entity.ts';
import { lockPlan, requirePlanner } from './plan.policy.ts';

/** What changes about one card of a plan; what is left out stays. */
export interface PlanItemChange {
  templateKey: string;
  included?: boolean | null;
  /** Hours after T-0; null for no due moment. */
  dueOffsetHours?: number | null;
}

const MAX_OFFSET = 24 * 365;
const MIN_OFFSET = -24 * 90;

/**
 * Ticks cards of a plan, moves when they are due, adds one of another template, changes the language of all or the
 * word to the local; returns the new version. Also while the local reads it: what they agree to is the version they read. For coordinators.
 */
export async function updatePlan(
  services: Services,
  viewer: Viewer,
  input: {
    planId: string;
    version: number;
    items?: PlanItemChange[] | null;
    language?: string | null;
    note?: string | null;
    now?: Date;
  },
): Promise<{ version: number }> {
  const { now = new Date() } = input;
  const version = await services.orm.em.fork().transactional(async (em) => {
    await requirePlanner(em, viewer);
    const { plan, ask } = await lockPlan(em, input);
    const startsAt = startOf(ask.answers);
    const changes = input.items ?? [];
    const templates = changes.length > 0 ? await services.templates.newest(em, plan.language) : [];
    plan.items = changes.reduce(
      (items, change) => changeItem(items, change, { templates, startsAt, now }),
      plan.items,
    );
    if (input.language != null) plan.language = takeLanguage(services, input.language);
    if (input.note !== undefined) {
      plan.note = plainText(input.note, { field: 'note', max: 2000, multiline: true, optional: true });
    }
    plan.version += 1;
    await em.flush();
    return plan.version;
  });
  services.hints.send({ desk: true });
  return { version };
}

function takeLanguage({ languages }: Services, language: string): string {
  if (languages.tags.includes(language)) return language;
  throw new InvalidInput('language', 'UNKNOWN', 'We have no plans in this language.');
}

function changeItem(
  items: PlanItem[],
  { templateKey, included, dueOffsetHours }: PlanItemChange,
  { templates, startsAt, now }: { templates: Edition[]; startsAt: Date | null; now: Date },
): PlanItem[] {
  const known = items.find((item) => item.templateKey === templateKey);
  const before = known ?? newItem(templates, templateKey);
  const after = {
    ...before,
    included: included ?? before.included,
    // Ticked or not, the coordinator has seen what the local wanted.
    ...(included != null && { struck: false }),
    dueOffsetHours: dueOffsetHours === undefined ? before.dueOffsetHours : takeOffset(dueOffsetHours),
  };
  const due = dueMoment({ dueAt: null, dueOffsetHours: after.dueOffsetHours }, startsAt);
  if (due && due <= now) {
    if (dueOffsetHours != null) {
      throw new InvalidInput('dueOffsetHours', 'PAST', 'This moment has passed. Choose a later one.');
    }
    after.dueOffsetHours = null;
  }
  return known ? items.map((item) => (item === known ? after : item)) : [...items, after];
}

function newItem(templates: Edition[], templateKey: string): PlanItem {
  const template = templates.find(({ key, retired }) => key === templateKey && !retired);
  if (!template) throw new InvalidInput('templateKey', 'UNKNOWN', 'We have no such template.');
  return {
    templateKey,
    templateVersion: template.version,
    included: true,
    reason: 'COORDINATOR',
    leftOut: null,
    dueOffsetHours: template.dueOffsetHours,
  };
}

function takeOffset(hours: number | null): number | null {
  return hours === null ? null : Math.round(numberBetween(hours, 'dueOffsetHours', MIN_OFFSET, MAX_OFFSET));
}
