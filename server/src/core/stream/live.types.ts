import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Field, ID, InputType, Int, ObjectType, registerEnumType, Root } from 'type-graphql';
import { BoardEventType, toEventType } from '../board/board-event.type.ts';
import { CardExtent } from '../board/card-extent.ts';
import { CardType, toCardType } from '../card/card.type.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import type { Loaders } from '../access/loaders.ts';
import { peopleAreRead } from '../person/person.loader.ts';
import { PersonType } from '../person/person.type.ts';
import { type BoardChange, BoardChangeKind } from './board-change.ts';
import { ResetReason } from './followed-log.ts';

registerEnumType(BoardChangeKind, {
  name: 'BoardChangeKind',
  description: 'What a message of `boardChanges` asks you to do.',
  valuesConfig: {
    CHANGES: {
      description:
        'Apply it when the epoch is yours and `previousRevision` <= your revision < `revision`. Ignore it when you ' +
        'are at or beyond `revision`. When `previousRevision` is beyond you, take a fresh snapshot.',
    },
    HEARTBEAT: {
      description:
        'The stream lives. When `revision` stays beyond yours, something was lost: take a fresh snapshot.',
    },
    RESET: {
      description:
        'The log cannot be followed from where you are. Take a fresh snapshot, then subscribe after it.',
    },
  },
});

registerEnumType(ResetReason, {
  name: 'ResetReason',
  description: 'Why you start again.',
  valuesConfig: {
    RIGHTS_CHANGED: { description: 'What you may read changed, or who may read the campaign.' },
    OTHER_RIGHTS: {
      description:
        'Your cursor was given to somebody with other rights than this connection has: ask for both with the same ' +
        'session. Until you do, it will happen again.',
    },
    OTHER_HISTORY: {
      description:
        'Your cursor is of another history: the server was restored, or the cursor is none of ours.',
    },
    OUT_OF_REACH: {
      description:
        'Your cursor is too far behind, from before who may read the campaign changed, or ahead of what we have.',
    },
  },
});

registerEnumType(CardExtent, {
  name: 'CardExtent',
  description: 'How much of a card may be other than it was at `previousRevision`.',
  valuesConfig: {
    PLACE: { description: 'It was moved within its column: its `position` and `version`.' },
    STATE: {
      description:
        'What becomes of it: all but its words (`title`, `deliverable`, `localSupplies`, `caution`, `outOfScope`), ' +
        'its `number`, `skill`, `hours`, `phase`, `dueAt`, `languages`, `language`, `sensitivity` and `forTwo`.',
    },
    WHOLE: { description: 'Anything, or you did not have it before.' },
  },
});

@InputType('BoardCursor', {
  description: 'A place in the history of a board: take it from a snapshot or from the last message.',
})
export class BoardCursorInput {
  @Field(() => ID, { description: 'Which history, as you were told.' })
  epoch!: string;

  @Field(() => Int, { description: 'The last revision you have.' })
  revision!: number;
}

@ObjectType('BoardChange', {
  description:
    'A message of the live board. Changes come in the order they were committed, several in one when they come fast.',
})
export class BoardChangeType {
  @Field(() => BoardChangeKind, { description: 'What to do with it.' })
  kind!: BoardChangeKind;

  @Field(() => ResetReason, { nullable: true, description: 'Why you start again; null but in a RESET.' })
  resetReason!: ResetReason | null;

  @Field(() => ID, {
    description: 'Which history. A new one, also when what you may read changed, needs a fresh snapshot.',
  })
  epoch!: string;

  @Field(() => Int, { description: 'The revision after which it begins.' })
  previousRevision!: number;

  @Field(() => Int, { description: 'The revision you have after it; the head of the board in a heartbeat.' })
  revision!: number;

  @Field(() => [BoardEventType], {
    description: 'What happened to cards you may read, and to the campaign itself.',
  })
  events!: BoardEventType[];

  changed!: readonly { extent: CardExtent; card: CardType }[];

  @Field(() => [CardType], {
    description:
      'Each changed card as it is at `revision` or later. Without `extent` all of them, to be taken whole. Who follows ' +
      'without a gap may ask three times under other names, each extent for the fields that it names, and lay the shorter ' +
      'ones over the card they have: every changed card is in one of the three.',
  })
  cards(
    @Root() { changed }: BoardChangeType,
    @Arg('extent', () => CardExtent, { nullable: true, description: 'Only those that changed so far.' })
    extent?: CardExtent | null,
  ): CardType[] {
    const asked = extent ? changed.filter((each) => each.extent === extent) : changed;
    return asked.map(({ card }) => card);
  }

  @Field(() => [ID], { description: 'Cards that you could read, and may not any more.' })
  removedCardIds!: string[];

  @Field(() => GraphQLDateTimeISO, { description: 'When the message was made, by the clock of the server.' })
  at!: Date;
}

@ObjectType('BoardPresence', { description: 'Who is at a board now. It is not part of its history.' })
export class BoardPresenceType {
  @Field(() => Int, { description: 'How many follow the board.' })
  count!: number;

  @Field(() => [PersonType], {
    description: "The signed-in ones; told only to the campaign's own people, else empty.",
  })
  people!: PersonType[];
}

/** A message as outsiders see it. */
export function toBoardChange(change: BoardChange, loaders: Loaders): BoardChangeType {
  const { events, cards, extents, people, ...said } = change;
  if (people.length > 0) peopleAreRead(loaders, people);
  return Object.assign(new BoardChangeType(), said, {
    events: events.map(toEventType),
    changed: cards.map((card) => ({ extent: extents.get(card.id) ?? 'WHOLE', card: toCardType(card) })),
    removedCardIds: change.removedCardIds.map((id) => toGlobalId('Card', id)),
  });
}
