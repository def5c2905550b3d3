import type { MomentWriter } from '#web/time/moments.svelte.ts';
import type { Translate } from '#web/words/words.ts';

/** When a card of a plan is due, in words: a moment where T-0 is known, else hours from it. */
export function dueWords(
  { dueAt, dueOffsetHours }: { dueAt: string | null; dueOffsetHours: number | null },
  { t, moments, now }: { t: Translate; moments: MomentWriter; now: number },
): string {
  if (dueAt) return t('plan:desk.due', { when: moments.moment(dueAt, now) });
  if (dueOffsetHours === null) return t('plan:desk.dueNone');
  return dueOffsetHours < 0
    ? t('plan:desk.dueBefore', { count: -dueOffsetHours })
    : t('plan:desk.dueHours', { count: dueOffsetHours });
}
