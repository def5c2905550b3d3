import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidInput, InvalidReason, Refusal, RefusalCode, StaleFields } from '../refusal/refusal.ts';
import { RefusalWhy, refusalWhys } from '../refusal/refusal-why.ts';
import { objectTypeName } from './node.type.ts';

registerEnumType(RefusalCode, {
  name: 'ErrorCode',
  description: 'Why something was refused. Stable: codes are added, never renamed.',
  valuesConfig: {
    NOT_FOUND: { description: 'There is no such thing, or you may not see it.' },
    NOT_SIGNED_IN: { description: 'Join or sign in first.' },
    NOT_ALLOWED: { description: 'You may see it, and may not do this to it.' },
    SUSPENDED: { description: 'Your account is on hold: it changes nothing.' },
    INVALID_INPUT: { description: 'A value cannot be taken. Comes as InvalidInput.' },
    HANDLE_TAKEN: { description: 'The handle is taken, or looks like one that is. Comes as InvalidInput.' },
    WRONG_STATUS: {
      description:
        'The card is not in a status in which this can be done. Comes as WrongStatus, of many cards as CardInTheWay.',
    },
    CARD_ALREADY_CLAIMED: { description: 'Somebody else was first. Comes as CardAlreadyClaimed.' },
    CLAIM_LIMIT_REACHED: { description: 'You hold as many cards as you may. Comes as ClaimLimitReached.' },
    HANDED_BACK_OFTEN: { description: 'You took and handed back many cards just now. Wait an hour.' },
    NEWCOMERS_HOLD_SHARE: {
      description:
        'People without finished work hold as many cards of this board as they can together (`settings.newcomerShare`).',
    },
    LEASE_EXPIRED: { description: 'Your time for the card has run out.' },
    STALE_CARD: {
      description:
        'Somebody edited the card since you read it. Comes as StaleCard, of many cards as CardInTheWay.',
    },
    STALE_FIELDS: {
      description: 'Somebody changed the same since you read it. Comes as StaleFields.',
    },
    STALE_WORK: {
      description: 'The work was corrected since you read it. Look at what is new, then decide.',
    },
    OWN_WORK: { description: 'It is your own work: somebody else has to look at it.' },
    OTHER_GATE: {
      description:
        'The other gate is yours: you, or somebody in this browser, made the link or looked at the craft.',
    },
    TOO_MANY_REQUESTS: { description: 'Too often in a short time. Wait, then try again.' },
    DAY_LIMIT: { description: 'Often enough for today: go on tomorrow, or ask somebody else.' },
    STATEMENT_NEEDED: {
      description: 'The card is for vetted people who agreed to the code of conduct: agree first.',
    },
    CAUTION_NOT_CLEARED: {
      description: 'The card carries a caution that an organizer has to tick before it opens.',
    },
    LINK_INVALID: { description: 'The link is wrong, was used, was revoked, or has run out.' },
    STALE_PLAN: { description: 'Somebody changed the plan since you read it.' },
    WRONG_STAGE: {
      description:
        'The ask, plan, invitation, campaign, talk, practice or change is not at a point where this can be done.',
    },
    INVITATION_LIMIT: { description: 'The person was asked often enough for today.' },
    BLOCKED: { description: 'The local does not want this person on its campaign.' },
    ALREADY_CHECKED_IN: { description: 'Somebody else was first at the door. Comes as AlreadyCheckedIn.' },
    SLOT_TAKEN: { description: 'The time cannot be booked (any more). Comes as SlotRefused.' },
    BOOKING_LIMIT: { description: 'More talks in that week than may be. Comes as SlotRefused.' },
    TOKEN_NOT_VALID: { description: 'The token is none of ours, was revoked, or has run out.' },
  },
});
registerEnumType(InvalidReason, {
  name: 'InvalidReason',
  description: 'What is wrong with a value.',
  valuesConfig: {
    EMPTY: { description: 'Something is needed here.' },
    UNREADABLE: { description: 'It breaks off, or is nothing that we read.' },
    TOO_DEEP: { description: 'There are more lists within lists in it than we follow.' },
    TOO_SHORT: { description: 'Shorter than `limit`.' },
    TOO_LONG: { description: 'Longer than `limit`.' },
    TOO_MANY: { description: 'More items than `limit`.' },
    CONTROL_CHARACTERS: { description: 'There are invisible control characters in it.' },
    BAD_CHARACTERS: { description: 'There are characters in it that have no place there.' },
    BAD_DOCUMENT: {
      description: 'A GraphQL document that is not in order; `about` says what is wrong with it.',
    },
    BAD_URL: { description: 'Not an http or https address, or one with a password in it.' },
    PAST: { description: 'The moment has passed.' },
    OUT_OF_RANGE: { description: 'Outside of what can be chosen.' },
    UNKNOWN: { description: 'We do not know this value.' },
    RESERVED: { description: 'The word is kept for other uses.' },
    TAKEN: { description: 'Somebody else has it.' },
    CONFUSABLE: { description: 'It could be taken for something else.' },
    REUSED: { description: 'It was used for something else before.' },
    LIST_OF_PEOPLE: { description: 'It looks like a list of people, which we never take.' },
    NO_SUCH_TIME: { description: 'Clocks are put forward in that night: this time does not exist.' },
    TWICE: { description: 'Clocks are put back in that night: this time comes twice, so say which.' },
  },
});

registerEnumType(RefusalWhy, {
  name: 'RefusalWhy',
  description: 'Why exactly something was refused, next to its code. Stable: names are added, never renamed.',
  valuesConfig: Object.fromEntries(
    Object.entries(refusalWhys).map(([name, description]) => [name, { description }]),
  ),
});

@InterfaceType('Error', {
  description: 'An expected refusal. Nothing was changed.',
  resolveType: objectTypeName,
})
export abstract class ErrorType {
  @Field(() => RefusalCode, { description: 'Stable code for programs.' })
  code!: RefusalCode;

  @Field(() => RefusalWhy, {
    nullable: true,
    description: 'Which of the reasons for this code; null where the code says it all.',
  })
  why!: RefusalWhy | null;

  @Field(() => String, { description: 'Why, and what to do, in plain English.' })
  message!: string;
}

type RefusalClass = abstract new (...given: never[]) => Refusal;
type ErrorClass = new () => ErrorType;

const types = new Map<unknown, ErrorClass>();

/** Decorates the type as which refusals of that class are answered. Those without one are answered as `Refusal`. */
export const Answers = (refusal: RefusalClass) => (type: ErrorClass) => void types.set(refusal, type);

@ObjectType('Refusal', { implements: ErrorType, description: 'A refusal that needs no further fields.' })
export class RefusalType extends ErrorType {}

@Answers(InvalidInput)
@ObjectType('InvalidInput', { implements: ErrorType, description: 'A value of the input cannot be taken.' })
export class InvalidInputType extends ErrorType {
  @Field(() => String, { description: 'Name of the input field.' })
  field!: string;

  @Field(() => InvalidReason, { description: 'What is wrong with it.' })
  reason!: InvalidReason;

  @Field(() => Int, { nullable: true, description: 'The limit that was passed, where there is one.' })
  limit!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The words it is about, where it is not all of the value: what stands before an invisible character, or what a handle would be read as.',
  })
  about!: string | null;
}

@ObjectType('StaleField', { description: 'A field that is not as you read it.' })
export class StaleFieldType {
  @Field(() => String, { description: 'Name of the input field.' })
  field!: string;

  @Field(() => String, { description: 'What it is now, as JSON, in the form in which the input takes it.' })
  now!: string;
}

@Answers(StaleFields)
@ObjectType('StaleFields', {
  implements: ErrorType,
  description:
    'Somebody changed the same since you read it. Only the fields you named in `asRead` are compared.',
})
export class StaleFieldsType extends ErrorType {
  @Field(() => [StaleFieldType], { description: 'The fields that both changed.' })
  fields!: StaleFieldType[];
}

const typeOf = (refusal: Refusal) => types.get(refusal.constructor) ?? RefusalType;

/**
 * Runs a use case and answers its refusals as data. Whatever else it throws goes on, to be masked and logged.
 */
export async function answer<T extends object>(run: () => Promise<T>): Promise<T & { errors: ErrorType[] }>;
export async function answer(run: () => Promise<object>): Promise<object> {
  try {
    return { ...(await run()), errors: [] };
  } catch (error) {
    if (error instanceof Refusal) return { errors: [asData(error)] };
    throw error;
  }
}

/** A copy that is no Error: graphql takes an Error among the data for one that was thrown. */
function asData(refusal: Refusal): ErrorType {
  return Object.assign(new (typeOf(refusal))(), refusal, { message: refusal.message });
}
