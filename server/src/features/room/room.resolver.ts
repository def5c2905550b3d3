import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { epochAt } from '../../core/board/read-board.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { CardType } from '../../core/card/card.type.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import type { PresenceMessage } from '../../core/stream/presence.ts';
import { stream, type Subscribing } from '../../core/stream/stream.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { notFound, nullIfRefused } from '../../platform/refusal/refusal.ts';
import { eventLoader } from '../event/event.loader.ts';
import { EventSessionType, EventType } from '../event/event.type.ts';
import { findSession } from '../event/find-session.ts';
import { QuestionType, toQuestion } from '../question/question.type.ts';
import { voterOf } from '../question/voter.ts';
import { choiceLoader, noteLoader, outcomeLoader, placeLoader, pollLoader, roomLoader } from './read-room.ts';
import { pollsOf, resultKeyOf } from './result-key.ts';
import { type RoomMessage, visibleRows } from './room-log.ts';
import { leadsRoom, roomLevelOf, whyClosed } from './room.policy.ts';
import { EventCursorInput } from './room.inputs.ts';
import {
  EventChangeType,
  EventPresenceType,
  EventRoomType,
  PollType,
  QuestionBecame,
  RoomNoteType,
  RoomNowType,
  toEventChange,
  toNote,
  toNow,
  toPoll,
} from './room.type.ts';

@Resolver(() => EventType)
export class EventRoom {
  @FieldResolver(() => EventRoomType, { description: 'Its live page at this moment.' })
  async room(@Root() { row }: EventType, @Ctx() context: Context): Promise<EventRoomType> {
    const { loaders, viewer } = context;
    const rows = await loaders.of(roomLoader).load(row.id);
    // The event was read with the same reader a moment ago.
    if (!rows) throw notFound('event');
    const { place, nowOn } = rows;
    const level = roomLevelOf(viewer, place) ?? 'PUBLIC';
    const moderates = level === 'TEAM';
    const leads = moderates && viewer !== null && leadsRoom(viewer, place);
    const { questions, polls } = visibleRows(level, rows);
    const isClosed = whyClosed(place) !== null;
    return Object.assign(new EventRoomType(), {
      rows,
      epoch: epochAt(place.epoch, level),
      revision: place.revision,
      questions: questions.map(toQuestion),
      polls: polls.map((poll) => toPoll(poll, moderates || isClosed)),
      notes: rows.notes.map(toNote),
      nowOn: toNow(nowOn),
      viewerLeads: leads,
      viewerModerates: moderates,
      shownAtOnce: place.shownAtOnce,
      open: !isClosed,
    });
  }
}

@Resolver(() => EventRoomType)
export class EventRoomChair {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description:
      'Who moderates beside those who lead; null for nobody, and for all but those who lead and the chair.',
  })
  chair(
    @Root() { rows: { place }, viewerModerates }: EventRoomType,
    @Ctx() { loaders }: Context,
  ): Promise<PersonType> | null {
    return viewerModerates && place.chairId ? loaders.of(personLoader).load(place.chairId) : null;
  }
}

@Resolver(() => PollType)
export class PollResolver {
  @FieldResolver(() => [Int], {
    nullable: true,
    description:
      'How many chose each option, in their order. Null until one voted oneself, or it is closed; those who lead see it.',
  })
  async result(@Root() poll: PollType, @Ctx() context: Context): Promise<number[] | null> {
    const sees = poll.seesResult || (await choiceOf(poll, context)) !== null;
    return sees ? poll.row.counts : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'What you, or this browser, chose, counted from 0; null for nothing, and in streams.',
  })
  viewerVote(@Root() poll: PollType, @Ctx() context: Context): Promise<number | null> {
    return choiceOf(poll, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'For who voted in an open poll: name it in the `resultKeys` of `eventChanges`, and messages tell how it stands.',
  })
  async resultKey(@Root() poll: PollType, @Ctx() context: Context): Promise<string | null> {
    if (poll.state !== 'OPEN' || (await choiceOf(poll, context)) === null) return null;
    return resultKeyOf(context.services, poll.row.id);
  }
}

async function choiceOf({ row }: PollType, context: Context): Promise<number | null> {
  const voter = voterOf(context, row.eventId);
  const choice = voter && (await context.loaders.of(choiceLoader).load(`${row.id} ${voter}`));
  return choice ? choice - 1 : null;
}

@Resolver(() => RoomNoteType)
export class RoomNoteResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'Who wrote it; null once they left.' })
  author(@Root() { row }: RoomNoteType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.personId ? loaders.of(personLoader).load(row.personId) : null;
  }
}

@Resolver(() => RoomNowType)
export class RoomNowResolver {
  @FieldResolver(() => EventSessionType, {
    nullable: true,
    description: 'The session that is on; null for none, and in streams of events that are not public.',
  })
  session(
    @Root() { sessionRow }: RoomNowType,
    @Ctx() context: Context,
  ): Promise<EventSessionType | null> | null {
    return sessionRow ? findSession(context, sessionRow) : null;
  }
}

@Resolver(() => QuestionType)
export class QuestionOutcomeResolver {
  @FieldResolver(() => QuestionBecame, {
    nullable: true,
    description: 'What it became; null for a question that stayed one.',
  })
  async became(@Root() { row }: QuestionType, @Ctx() { loaders }: Context): Promise<QuestionBecame | null> {
    const outcome = await loaders.of(outcomeLoader).load(row.id);
    if (!outcome) return null;
    return outcome.cardId ? 'CARD' : outcome.madeEventId ? 'EVENT' : null;
  }

  @FieldResolver(() => CardType, {
    nullable: true,
    description: 'The card it became; null for none, and for one you may not read.',
  })
  async card(@Root() { row }: QuestionType, @Ctx() { loaders }: Context): Promise<CardType | null> {
    const outcome = await loaders.of(outcomeLoader).load(row.id);
    return outcome?.cardId ? loaders.of(cardLoader).load(outcome.cardId).catch(nullIfRefused) : null;
  }

  @FieldResolver(() => EventType, {
    nullable: true,
    description: 'The event that was announced because of it; null for none, and for one you may not read.',
  })
  async madeEvent(@Root() { row }: QuestionType, @Ctx() { loaders }: Context): Promise<EventType | null> {
    const outcome = await loaders.of(outcomeLoader).load(row.id);
    return outcome?.madeEventId
      ? loaders.of(eventLoader).load(outcome.madeEventId).catch(nullIfRefused)
      : null;
  }
}

const atEvent = ({ eventId }: { eventId: string }) => ({ at: `event ${eventId}` });

interface Follow {
  eventId: string;
  after?: EventCursorInput | null;
  resultKeys: string[];
}

@Resolver()
export class RoomStream {
  @Subscription(() => EventChangeType, {
    description:
      'Every change of the live page of an event after a place in its history, or from now, without gaps and in order, as ' +
      'far as you may read it; then live. The first message comes at once. The rules are those of `boardChanges`.',
    subscribe: ({ args, context }: Subscribing<Follow>) =>
      stream(context, atEvent(args), async ({ rooms }, subscriber) => {
        pollsOf(context.services, args.resultKeys);
        return rooms.hub.follow(subscriber, { id: rowId('Event', args.eventId), after: args.after ?? null });
      }),
  })
  eventChanges(
    @Root() change: RoomMessage,
    @Ctx() { services }: Context,
    @Arg('eventId', () => ID, { description: 'The event to follow.' }) _eventId: string,
    @Arg('after', () => EventCursorInput, {
      nullable: true,
      description: 'Where you are: from `Event.room`, or the last message. Without it the stream begins now.',
    })
    _after: EventCursorInput | null,
    @Arg('resultKeys', () => [String], {
      defaultValue: [],
      description: 'Of the open polls in which you voted, three at most, sorted: their results come along.',
    })
    resultKeys: string[],
  ): EventChangeType {
    return toEventChange(change, pollsOf(services, resultKeys));
  }

  @Subscription(() => EventPresenceType, {
    description: 'How many are at an event: now, and after people came or went. May be a few seconds late.',
    subscribe: ({ args, context }: Subscribing<{ eventId: string }>) =>
      stream(context, atEvent(args), ({ rooms }, subscriber) =>
        rooms.presence.watch(subscriber, rowId('Event', args.eventId)),
      ),
  })
  eventPresence(
    @Root() { count }: PresenceMessage,
    @Arg('eventId', () => ID, { description: 'The event.' }) _eventId: string,
  ): EventPresenceType {
    return Object.assign(new EventPresenceType(), { count });
  }
}

/** A poll by its row id, for who may read it. */
export async function findPoll(context: Context, uuid: string): Promise<PollType | null> {
  const row = await context.loaders.of(pollLoader).load(uuid);
  const place = row && (await context.loaders.of(placeLoader).load(row.eventId));
  const level = place && roomLevelOf(context.viewer, place);
  if (!level || (row.state === 'DRAFT' && level !== 'TEAM')) return null;
  // As in its room: where nobody votes any more, everybody sees how it went.
  return toPoll(row, level === 'TEAM' || whyClosed(place) !== null);
}

/** A line by its row id, for who may read the event. */
export async function findNote(context: Context, uuid: string): Promise<RoomNoteType | null> {
  const row = await context.loaders.of(noteLoader).load(uuid);
  return row && (await levelAt(context, row.eventId)) ? toNote(row) : null;
}

async function levelAt({ loaders, viewer }: Context, eventId: string) {
  const place = await loaders.of(placeLoader).load(eventId);
  return place && roomLevelOf(viewer, place);
}
