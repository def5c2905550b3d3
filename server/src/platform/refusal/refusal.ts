import type { RefusalWhy } from './refusal-why.ts';

/** Every way in which we say no. Outsiders rely on the names: add, never rename. */
export const RefusalCode = {
  NOT_FOUND: 'NOT_FOUND',
  NOT_SIGNED_IN: 'NOT_SIGNED_IN',
  NOT_ALLOWED: 'NOT_ALLOWED',
  SUSPENDED: 'SUSPENDED',
  INVALID_INPUT: 'INVALID_INPUT',
  HANDLE_TAKEN: 'HANDLE_TAKEN',
  WRONG_STATUS: 'WRONG_STATUS',
  CARD_ALREADY_CLAIMED: 'CARD_ALREADY_CLAIMED',
  CLAIM_LIMIT_REACHED: 'CLAIM_LIMIT_REACHED',
  HANDED_BACK_OFTEN: 'HANDED_BACK_OFTEN',
  NEWCOMERS_HOLD_SHARE: 'NEWCOMERS_HOLD_SHARE',
  LEASE_EXPIRED: 'LEASE_EXPIRED',
  STALE_CARD: 'STALE_CARD',
  STALE_FIELDS: 'STALE_FIELDS',
  STALE_WORK: 'STALE_WORK',
  OWN_WORK: 'OWN_WORK',
  OTHER_GATE: 'OTHER_GATE',
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  DAY_LIMIT: 'DAY_LIMIT',
  STATEMENT_NEEDED: 'STATEMENT_NEEDED',
  CAUTION_NOT_CLEARED: 'CAUTION_NOT_CLEARED',
  LINK_INVALID: 'LINK_INVALID',
  STALE_PLAN: 'STALE_PLAN',
  WRONG_STAGE: 'WRONG_STAGE',
  INVITATION_LIMIT: 'INVITATION_LIMIT',
  BLOCKED: 'BLOCKED',
  ALREADY_CHECKED_IN: 'ALREADY_CHECKED_IN',
  SLOT_TAKEN: 'SLOT_TAKEN',
  BOOKING_LIMIT: 'BOOKING_LIMIT',
  TOKEN_NOT_VALID: 'TOKEN_NOT_VALID',
} as const;
export type RefusalCode = keyof typeof RefusalCode;

/**
 * An expected no: thrown inside a change so that it rolls back, and answered as data. The message says why
 * and what to do, in words for a tired person.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Which of the reasons for this code; null where the code says it all. */
  readonly why: RefusalWhy | null;
  constructor(code: RefusalCode, message: string, why: RefusalWhy | null = null) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.why = why;
  }
}

/** For `catch`, where what may not be read is not there. A fault stays one: nobody hears "there is none" of it. */
export function nullIfRefused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

/** What is wrong with a value, for a machine. */
export const InvalidReason = {
  EMPTY: 'EMPTY',
  UNREADABLE: 'UNREADABLE',
  TOO_DEEP: 'TOO_DEEP',
  TOO_SHORT: 'TOO_SHORT',
  TOO_LONG: 'TOO_LONG',
  TOO_MANY: 'TOO_MANY',
  CONTROL_CHARACTERS: 'CONTROL_CHARACTERS',
  BAD_CHARACTERS: 'BAD_CHARACTERS',
  BAD_URL: 'BAD_URL',
  BAD_DOCUMENT: 'BAD_DOCUMENT',
  PAST: 'PAST',
  OUT_OF_RANGE: 'OUT_OF_RANGE',
  UNKNOWN: 'UNKNOWN',
  RESERVED: 'RESERVED',
  TAKEN: 'TAKEN',
  CONFUSABLE: 'CONFUSABLE',
  REUSED: 'REUSED',
  LIST_OF_PEOPLE: 'LIST_OF_PEOPLE',
  NO_SUCH_TIME: 'NO_SUCH_TIME',
  TWICE: 'TWICE',
} as const;
export type InvalidReason = keyof typeof InvalidReason;

/** A value of the input that cannot be taken. */
export class InvalidInput extends Refusal {
  readonly field: string;
  readonly reason: InvalidReason;
  readonly limit: number | null;
  /** Words of the value that the refusal is about; null when it is about all of it. */
  readonly about: string | null;
  constructor(
    field: string,
    reason: InvalidReason,
    message: string,
    options: { limit?: number; about?: string; code?: 'INVALID_INPUT' | 'HANDLE_TAKEN' } = {},
  ) {
    super(options.code ?? RefusalCode.INVALID_INPUT, message);
    this.field = field;
    this.reason = reason;
    this.limit = options.limit ?? null;
    this.about = options.about || null;
  }
}

/** Somebody changed the same since the writer read it. Both can be shown: `now` is what a field says, as JSON. */
export class StaleFields extends Refusal {
  readonly fields: readonly { field: string; now: string }[];
  constructor(fields: readonly { field: string; now: string }[]) {
    super(
      RefusalCode.STALE_FIELDS,
      'Somebody changed the same while you wrote. Look at both, choose, then save again.',
    );
    this.fields = fields;
  }
}

export const notFound = (what: string) =>
  new Refusal(RefusalCode.NOT_FOUND, `We cannot find this ${what}, or you may not see it.`);
/**
 * For a `catch`: whatever was not found on the way is told as a missing `what`, so that the words do not give
 * away that there is one which somebody may not see.
 */
export const asMissing =
  (what: string) =>
  (error: unknown): never => {
    throw error instanceof Refusal && error.code === RefusalCode.NOT_FOUND ? notFound(what) : error;
  };
export const notSignedIn = () =>
  new Refusal(RefusalCode.NOT_SIGNED_IN, 'Join or sign in first. A handle is enough.');
export const tokenNotValid = () =>
  new Refusal(
    RefusalCode.TOKEN_NOT_VALID,
    'This token does not count: it is none of ours, was revoked, or has run out. Make a new one.',
  );
export const notAllowed = (why: RefusalWhy, message: string) =>
  new Refusal(RefusalCode.NOT_ALLOWED, message, why);
export const wrongStage = (why: RefusalWhy, message: string) =>
  new Refusal(RefusalCode.WRONG_STAGE, message, why);
export const suspended = () =>
  new Refusal(RefusalCode.SUSPENDED, 'Your account is on hold. A coordinator can tell you more.');
