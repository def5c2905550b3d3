import type { RefusalWhy } from '../../platform/refusal/refusal-why.ts';
import { Refusal, RefusalCode } from '../../platform/refusal/refusal.ts';
import type { CardStatus } from '../board/card.entity.ts';

/** Somebody else was first. */
export class CardAlreadyClaimed extends Refusal {
  readonly cardId: string;
  readonly holderId: string;
  constructor(cardId: string, holder: { id: string; handle: string }) {
    super(RefusalCode.CARD_ALREADY_CLAIMED, `${holder.handle} was first.`);
    this.cardId = cardId;
    this.holderId = holder.id;
  }
}

/** The person already holds as many cards as the campaign lets them. */
export class ClaimLimitReached extends Refusal {
  readonly limit: number;
  readonly heldCardIds: string[];
  constructor(limit: number, heldCardIds: string[]) {
    super(
      RefusalCode.CLAIM_LIMIT_REACHED,
      limit === 1
        ? 'You can hold one card at a time. Hand in or hand back the one you have first.'
        : `You can hold ${limit} cards at a time. Hand in or hand back one first.`,
    );
    this.limit = limit;
    this.heldCardIds = heldCardIds;
  }
}

/** The card is not in a status in which this can be done. */
export class WrongStatus extends Refusal {
  readonly cardId: string;
  readonly status: CardStatus;
  constructor(cardId: string, status: CardStatus, message: string, why: RefusalWhy | null = null) {
    super(RefusalCode.WRONG_STATUS, message, why);
    this.cardId = cardId;
    this.status = status;
  }
}

/** Somebody edited the card since the editor read it. */
export class StaleCard extends Refusal {
  readonly cardId: string;
  readonly changedFields: string[];
  constructor(cardId: string, changedFields: string[]) {
    super(
      RefusalCode.STALE_CARD,
      'Somebody changed this card while you wrote. Look at what is new, then save again.',
    );
    this.cardId = cardId;
    this.changedFields = changedFields;
  }
}

/** One of many cards stands in the way of a change of all of them. */
export class CardInTheWay extends Refusal {
  readonly cardId: string;
  constructor(cardId: string, code: RefusalCode, message: string, why: RefusalWhy | null = null) {
    super(code, message, why);
    this.cardId = cardId;
  }
}

export const statementNeeded = () =>
  new Refusal(
    RefusalCode.STATEMENT_NEEDED,
    'This card is for people who agreed to the code of conduct. Read it, agree, and the card is yours.',
  );
export const cautionNotCleared = () =>
  new Refusal(
    RefusalCode.CAUTION_NOT_CLEARED,
    'This card carries a caution. See to it, tick it, and the card can open.',
  );
