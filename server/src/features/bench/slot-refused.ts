import { Refusal, type RefusalCode } from '../../platform/refusal/refusal.ts';
import type { RefusalWhy } from '../../platform/refusal/refusal-why.ts';
import { type Slot, wallTime } from './slots-of-hours.ts';

/** Why a slot cannot be had, with the code it is told by. The words are followed by what is free instead. */
const WHYS = {
  SLOT_TAKEN: ['SLOT_TAKEN', 'Somebody else was first.'],
  SLOT_NOT_OFFERED: ['SLOT_TAKEN', 'The adviser does not offer this time.'],
  SLOT_TOO_SOON: ['SLOT_TAKEN', 'This is too soon: book an hour ahead at least.'],
  YOU_ARE_BUSY: ['SLOT_TAKEN', 'You have another talk at this time.'],
  ADVISER_PAUSED: ['SLOT_TAKEN', 'This adviser takes a break.'],
  ADVISER_WEEK_FULL: ['BOOKING_LIMIT', 'This adviser gives no more talks in that week.'],
  NEWCOMERS_WEEK_FULL: ['BOOKING_LIMIT', 'People who are new here have booked their share of that week.'],
  YOUR_WEEK_FULL: ['BOOKING_LIMIT', 'You have two talks in that week already.'],
  NEWCOMER_HAS_ONE: ['BOOKING_LIMIT', 'You are new here: one talk at a time.'],
} as const satisfies Partial<Record<RefusalWhy, readonly [RefusalCode, string]>>;
export type SlotWhy = keyof typeof WHYS;

/** Thrown where it is found, in the transaction that has to end first. */
export class NotFree extends Error {
  readonly why: SlotWhy;
  constructor(why: SlotWhy) {
    super(why);
    this.why = why;
  }
}

/** A slot that cannot be had, and what can. */
export class SlotRefused extends Refusal {
  readonly freeSlots: readonly Slot[];
  constructor(why: SlotWhy, freeSlots: readonly Slot[]) {
    const [code, words] = WHYS[why];
    super(code, `${words} ${freeWords(freeSlots)}`, why);
    this.freeSlots = freeSlots;
  }
}

function freeWords(slots: readonly Slot[]): string {
  if (slots.length === 0) return 'Nothing else is free with this adviser now: look for another one.';
  const times = slots.map(({ startsAt, timeZone }) => wallTime(startsAt, timeZone).replace('T', ' '));
  return `Free instead: ${times.join(', ')} (${slots[0]!.timeZone}).`;
}
