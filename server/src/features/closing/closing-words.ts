import { plainText } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';

/** One thing that is handed over, and to whom. */
export interface Handover {
  what: string;
  to: string;
  done: boolean;
}

/** What is said at the end of a campaign. Undefined and null leave a field as it is. */
export interface ClosingWordsInput {
  thanks?: string | null;
  outcome?: string | null;
  handover?: { what: string; to?: string | null; done?: boolean | null }[] | null;
  eraseAfterDays?: number | null;
}

export const DEFAULT_ERASE_DAYS = 30;
const MIN_ERASE_DAYS = 7;
const MAX_ERASE_DAYS = 180;
const MAX_TEXT = 3000;
const MAX_HANDOVER = 30;

/** The fields that were given, checked. Refuses texts of more than 3000 characters, and fewer than 7 or more than 180 days. */
export function takeClosingWords(input: ClosingWordsInput) {
  const text = (field: 'thanks' | 'outcome') =>
    plainText(input[field], { field, max: MAX_TEXT, multiline: true, optional: true });
  return {
    ...(input.thanks != null && { thanks: text('thanks') }),
    ...(input.outcome != null && { outcome: text('outcome') }),
    ...(input.handover != null && { handover: takeHandover(input.handover) }),
    ...(input.eraseAfterDays != null && { eraseAfterDays: takeDays(input.eraseAfterDays) }),
  };
}

function takeHandover(items: NonNullable<ClosingWordsInput['handover']>): Handover[] {
  const field = 'handover';
  if (items.length > MAX_HANDOVER) {
    throw new InvalidInput(field, 'TOO_MANY', `Keep it to ${MAX_HANDOVER}.`, { limit: MAX_HANDOVER });
  }
  return items.map(({ what, to, done }) => ({
    what: plainText(what, { field, max: 200 }),
    to: plainText(to, { field, max: 120, optional: true }),
    done: done ?? false,
  }));
}

function takeDays(days: number): number {
  if (!Number.isInteger(days) || days < MIN_ERASE_DAYS || days > MAX_ERASE_DAYS) {
    throw new InvalidInput(
      'eraseAfterDays',
      'OUT_OF_RANGE',
      `Choose a number of days from ${MIN_ERASE_DAYS} to ${MAX_ERASE_DAYS}.`,
      { limit: MAX_ERASE_DAYS },
    );
  }
  return days;
}
