import { Field, Int, ObjectType } from 'type-graphql';
import { Answers, ErrorType } from '../../platform/graphql/refusal.type.ts';
import { CardStatus } from '../board/card.entity.ts';
import {
  CardAlreadyClaimed,
  CardInTheWay,
  ClaimLimitReached,
  StaleCard,
  WrongStatus,
} from './card-refusals.ts';

@Answers(CardAlreadyClaimed)
@ObjectType('CardAlreadyClaimed', {
  implements: ErrorType,
  description: 'Somebody else was first. `holder`, `card` and `alternatives` show the board as it is now.',
})
export class CardAlreadyClaimedType extends ErrorType {
  cardId!: string;
  holderId!: string;
}

@Answers(ClaimLimitReached)
@ObjectType('ClaimLimitReached', {
  implements: ErrorType,
  description: 'You hold as many cards as this campaign lets you.',
})
export class ClaimLimitReachedType extends ErrorType {
  @Field(() => Int, { description: 'Cards you may hold at once on this campaign.' })
  limit!: number;

  heldCardIds!: string[];
}

@Answers(WrongStatus)
@ObjectType('WrongStatus', {
  implements: ErrorType,
  description: 'This cannot be done to a card in its present status.',
})
export class WrongStatusType extends ErrorType {
  @Field(() => CardStatus, { description: 'The status the card has now.' })
  status!: CardStatus;

  cardId!: string;
}

@Answers(StaleCard)
@ObjectType('StaleCard', {
  implements: ErrorType,
  description: 'Somebody edited the card since the version you sent.',
})
export class StaleCardType extends ErrorType {
  @Field(() => [String], { description: 'Fields of UpdateCardInput that changed since then.' })
  changedFields!: string[];

  cardId!: string;
}

@Answers(CardInTheWay)
@ObjectType('CardInTheWay', {
  implements: ErrorType,
  description: 'One of many cards stands in the way: nothing was changed on any of them.',
})
export class CardInTheWayType extends ErrorType {
  cardId!: string;
}
