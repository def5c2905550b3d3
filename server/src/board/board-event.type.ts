import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { BoardEventKind } from './board.entity.ts';
import type { EventOnBoard } from './read-board.ts';

registerEnumType(BoardEventKind, { name: 'BoardEventKind', description: 'What a change of a board was.' });

@ObjectType('BoardEvent', { description: 'One committed change of a board, as an entry of its log.' })
export class BoardEventType {
  @Field(() => Int, { description: 'The revision it made.' })
  revision!: number;

  @Field(() => BoardEventKind, { description: 'What it was.' })
  kind!: BoardEventKind;

  @Field(() => GraphQLDateTimeISO, { description: 'When, by the clock of the database.' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'The card, or the first of them.' })
  cardId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its number.' })
  cardNumber!: number | null;

  @Field(() => String, { nullable: true, description: 'Its title as it is now.' })
  cardTitle!: string | null;

  @Field(() => Int, { description: 'How many cards it touched that you may read.' })
  cardCount!: number;

  actorId!: string | null;
}

export const BoardEventConnection = connectionType('BoardEvent', () => BoardEventType);

/** An event as outsiders see it. */
export function toEventType(event: EventOnBoard): BoardEventType {
  return Object.assign(new BoardEventType(), {
    revision: event.revision,
    kind: event.kind,
    at: new Date(event.at),
    cardId: event.card ? toGlobalId('Card', event.card.id) : null,
    cardNumber: event.card?.number ?? null,
    cardTitle: event.card?.title ?? null,
    cardCount: event.cardCount,
    actorId: event.actorId,
  });
}
