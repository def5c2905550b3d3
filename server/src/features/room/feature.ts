import { sql } from 'kysely';
import { older, TRACE_DAYS } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { MESSAGE } from '../../platform/graphql/list-bounds.ts';
import { askedAboutEvents } from './asked-about-events.ts';
import { chairOf } from './chair.ts';
import { forgetPerson } from './forget-person.ts';
import { hearEvents } from './hear-events.ts';
import { MAX_OPTIONS } from './polls.ts';
import { MOST_HIDDEN, MOST_NOTES, MOST_OPEN, MOST_POLLS, MOST_WAITING } from './read-room.ts';
import { Poll, PollVote, QuestionOutcome, Room, RoomEvent, RoomNote } from './room.entity.ts';
import { RoomMutations } from './room.mutations.ts';
import {
  EventRoom,
  EventRoomChair,
  findNote,
  findPoll,
  PollResolver,
  QuestionOutcomeResolver,
  RoomNoteResolver,
  RoomNowResolver,
  RoomStream,
} from './room.resolver.ts';
import { Rooms } from './rooms.ts';

export const room: Feature = {
  name: 'room',
  entities: [Room, RoomEvent, Poll, PollVote, RoomNote, QuestionOutcome],
  resolvers: [
    ...[EventRoom, EventRoomChair, PollResolver, RoomNoteResolver, RoomNowResolver, QuestionOutcomeResolver],
    ...[RoomMutations, RoomStream],
  ],
  nodes: { Poll: findPoll, RoomNote: findNote },
  lists: {
    'EventRoom.questions': MOST_OPEN + MOST_WAITING + MOST_HIDDEN,
    'EventRoom.polls': MOST_POLLS,
    'EventRoom.notes': MOST_NOTES,
    'Poll.options': MAX_OPTIONS,
    'Poll.result': MAX_OPTIONS,
    'EventChange.questions': MESSAGE,
    'EventChange.removedQuestionIds': MESSAGE,
    'EventChange.polls': MOST_POLLS,
    'EventChange.notes': MESSAGE,
    'EventChange.removedNoteIds': MESSAGE,
  },
  streams: (parts) => ({ rooms: new Rooms(parts) }),
  asksAbout: { Event: askedAboutEvents },
  hearsEvents: hearEvents,
  helpsAtEvents: chairOf,
  hearsBoards: () => ({
    // Whichever of the two goes first: an event of the campaign, or what was asked about it.
    erased: ({ db, campaignId }) =>
      sql`delete from question where subject_kind = 'Event' and (subject_id in
        (select id from event where campaign_id = ${campaignId})
        or not exists (select from event where id = subject_id))`.execute(db),
  }),
  agesOut: [
    // Nobody follows from so far back; what came of it is in the rows.
    sql`with gone as (delete from room_event where ${older('at', TRACE_DAYS)} returning event_id, revision)
      update room set pruned_to = greatest(pruned_to, last) from
        (select event_id, max(revision) as last from gone group by event_id) pruned
      where room.event_id = pruned.event_id`,
    // The numbers stay; whose they were is of no use once the event is over.
    sql`delete from poll_vote using poll, event where poll.id = poll_id and event.id = poll.event_id
      and ${older('event.ends_at', TRACE_DAYS)}`,
    // Of events that went with what they were of.
    sql`delete from question where subject_kind = 'Event' and not exists (select from event where id = subject_id)`,
    sql`delete from room_note where ${older('removed_at', TRACE_DAYS)}`,
  ],
  erasesPerson: { forgotten: { room: ['chair_id'] }, also: forgetPerson },
};
