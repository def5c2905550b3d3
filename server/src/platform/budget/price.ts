import { costOf } from '../graphql/limits.ts';
import type { Reckoned } from '../graphql/reckon.ts';
import type { Price } from './budgets.ts';

/** What our own pages ask is counted by operations. */
export const KNOWN: Price = { known: true, cost: 1 };

/** What anything else costs at least: it is read, and its session is looked up, whatever it asks for. */
const LEAST_COST = 100;
export const LEAST: Price = { known: false, cost: LEAST_COST };

/** What is not in order costs more: it is read and checked to the end, and told what is wrong with it. */
export const FAULTY: Price = { known: false, cost: 2 * LEAST_COST };

/** What the schema tells about itself is made without the database, and costs so much less. */
const SCHEMA_SHARE = 1 / 20;

/** What an operation is counted at before it is carried out: our own pages' as one, any other by its fields. */
export function priceOf({ known }: { known: boolean }, reckoned: Reckoned): Price {
  return known ? KNOWN : { known: false, cost: Math.max(LEAST_COST, fieldsOf(reckoned)) };
}

/** What came on top, as it turned out: a board may have more cards than the usual one. */
export function surplusOf({ known }: { known: boolean }, reckoned: Reckoned, cards: number): Price {
  return { known, cost: known ? 0 : Math.max(0, fieldsOf(reckoned, cards) - fieldsOf(reckoned)) };
}

/** What is to be paid beside the price of what is not in order, for an operation that was all the same. */
export function overFaulty(reckoned: Reckoned): Price {
  return { known: false, cost: Math.max(0, fieldsOf(reckoned) - FAULTY.cost) };
}

function fieldsOf(reckoned: Reckoned, cards?: number): number {
  return Math.ceil(costOf({ ...reckoned, ofSchema: reckoned.ofSchema * SCHEMA_SHARE }, cards));
}
