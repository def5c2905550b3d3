import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { toGlobalId, toPartId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { BoardEventKind } from './board.entity.ts';
import type { EventOnBoard } from './read-board.ts';

registerEnumType(BoardEventKind, {
  name: 'BoardEventKind',
  description: 'What a change of a board was.',
  valuesConfig: {
    CARD_CREATED: { description: 'New cards stand on the board.' },
    CARD_CREATE_UNDONE: {
      description: 'Who had added cards took them away again within a minute: there are no such cards.',
    },
    CARD_UPDATED: { description: 'The words of a card were edited.' },
    CARD_OPENED: { description: 'A draft can be claimed now.' },
    CARD_RETURNED_TO_DRAFT: { description: 'An open card is a draft again.' },
    CARD_MOVED: { description: 'A card changed its place in its column.' },
    CARD_CLAIMED: { description: 'Somebody took a card.' },
    CARD_JOINED: { description: 'Somebody joined who holds a card for two.' },
    CARD_LEFT: { description: 'One of the two who held a card does no more; the other goes on.' },
    CLAIM_CONFIRMED: { description: 'Who is new said that they are on it, and has a full lease.' },
    CLAIM_EXTENDED: { description: 'The holder got one more lease.' },
    CLAIM_EXPIRING: { description: 'A lease ends soon.' },
    CLAIM_EXPIRED: { description: 'A lease ran out: the card is open again.' },
    CARD_HANDED_BACK: { description: 'The holder gave a card back.' },
    CARD_TAKEN_BACK: { description: 'A card was taken back from its holder.' },
    LOOK_ASKED: { description: 'The holder asks for the look of somebody who knows the craft.' },
    BRIEF_CONFIRMED: { description: 'The holder said that what the card asks for by now is still fine.' },
    CARD_BLOCKED: { description: 'A card waits on the local.' },
    CARD_UNBLOCKED: { description: 'What was missing is there.' },
    CARD_HANDED_IN: { description: 'Work was handed in.' },
    HAND_IN_CORRECTED: {
      description: 'Its author put other words and links in place of the work handed in.',
    },
    HAND_IN_WITHDRAWN: { description: 'Its author took the work back, to go on with it.' },
    CRAFT_REVIEW_PASSED: { description: 'The craft review was passed.' },
    CHANGES_REQUESTED: { description: 'A review sent a card back to its holder.' },
    CARD_APPROVED: { description: 'The local said yes.' },
    CARD_CANCELLED: { description: 'A card was taken off the board.' },
    CARD_CANCEL_UNDONE: {
      description: 'Who took cards off the board undid it within a minute: all is as it was before.',
    },
    CARD_BROUGHT_BACK: { description: 'A cancelled card is a draft again.' },
    CHECKLIST_CHANGED: { description: 'A step was ticked or cleared.' },
    COMMENT_ADDED: { description: 'Somebody said something about a card.' },
    COMMENT_EDITED: { description: 'Somebody wrote their comment anew.' },
    COMMENT_REMOVED: { description: 'A comment was emptied.' },
    COMMENT_REMOVE_UNDONE: {
      description: 'Who had removed a comment of theirs put it back within a minute.',
    },
    PERSON_LEFT: {
      description:
        'Somebody erased their account: their name and words are gone from the cards that come along.',
    },
    CAMPAIGN_UPDATED: {
      description:
        'What is said about the campaign changed, its rules, or its end: ask for what you show of it again. Cards that ' +
        'show something else since come along.',
    },
  },
});

@ObjectType('BoardEvent', {
  implements: Node,
  description: 'One committed change of a board, as an entry of its log.',
})
export class BoardEventType extends Node {
  @Field(() => Int, { description: 'The revision it made.' })
  revision!: number;

  @Field(() => BoardEventKind, { description: 'What it was.' })
  kind!: BoardEventKind;

  @Field(() => GraphQLDateTimeISO, { description: 'When, by the clock of the database.' })
  at!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The card, or the first of them; null when it was the campaign.',
  })
  cardId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its number.' })
  cardNumber!: number | null;

  @Field(() => String, { nullable: true, description: 'Its title as it is now.' })
  cardTitle!: string | null;

  @Field(() => Int, { description: 'How many cards it touched that you may read.' })
  cardCount!: number;

  actorId!: string | null;
  tokenId!: string | null;
  cardUuid!: string | null;
}

export const BoardEventConnection = countedConnection('BoardEvent', () => BoardEventType);

/** An event as outsiders see it. */
export function toEventType(event: EventOnBoard): BoardEventType {
  return Object.assign(new BoardEventType(), {
    id: toPartId('BoardEvent', event.boardId, event.revision),
    revision: event.revision,
    kind: event.kind,
    at: new Date(event.at),
    cardId: event.card ? toGlobalId('Card', event.card.id) : null,
    cardNumber: event.card?.number ?? null,
    cardTitle: event.card?.title ?? null,
    cardCount: event.cardCount,
    actorId: event.actorId,
    tokenId: event.tokenId,
    cardUuid: event.card?.id ?? null,
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    BoardEvent: true;
  }
}
