import { GraphQLDateTimeISO } from 'graphql-scalars';
import { InputType, Field, ID, Int, ObjectType } from 'type-graphql';
import { BoardChangeKind } from '../stream/board-change.ts';
import { ResetReason } from '../stream/followed-log.ts';
import { toCardType, CardType } from '../card/card.type.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import type { OpenCardsMessage } from './open-cards-cohort.ts';

@InputType('OpenCardsCursor', {
  description: 'A place in the history of open work: take it from `openCards` or from the last message.',
})
export class OpenCardsCursorInput {
  @Field(() => ID, { description: 'Which history, as you were told.' })
  epoch!: string;

  @Field(() => Int, { description: 'The last revision you have.' })
  revision!: number;
}

@ObjectType('OpenCardsChange', {
  description: 'A message of `openCardsChanged`: what changed among the cards that can be claimed.',
})
export class OpenCardsChangeType {
  @Field(() => BoardChangeKind, {
    description:
      'What to do with it, as of a board. HEARTBEAT: when `previousRevision` <= yours, stand at `revision`; else ' +
      'something was lost. RESET: ask `openCards` again.',
  })
  kind!: BoardChangeKind;

  @Field(() => ResetReason, { nullable: true, description: 'Why you start again; null but in a RESET.' })
  resetReason!: ResetReason | null;

  @Field(() => ID, {
    description: 'Which history, for somebody who may read what you may read.',
  })
  epoch!: string;

  @Field(() => Int, { description: 'The revision after which it begins.' })
  previousRevision!: number;

  @Field(() => Int, { description: 'The revision you have after it.' })
  revision!: number;

  @Field(() => [CardType], { description: 'Cards that can be claimed, new or changed.' })
  opened!: CardType[];

  @Field(() => [ID], {
    description:
      'Cards that you could have claimed and that cannot be claimed any more, or do not fit any more. You may not ' +
      'have known all of them.',
  })
  closedCardIds!: string[];

  @Field(() => GraphQLDateTimeISO, { description: 'When the message was made, by the clock of the server.' })
  at!: Date;
}

/** A message as outsiders see it. */
export function toOpenCardsChange(message: OpenCardsMessage): OpenCardsChangeType {
  return Object.assign(new OpenCardsChangeType(), message, {
    opened: message.opened.map(toCardType),
    closedCardIds: message.closedCardIds.map((id) => toGlobalId('Card', id)),
  });
}
