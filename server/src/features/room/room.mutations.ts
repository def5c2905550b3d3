import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { asMissing, notFound, nullIfRefused } from '../../platform/refusal/refusal.ts';
import { eventLoader } from '../event/event.loader.ts';
import { readableQuestion } from '../question/questions-of.ts';
import { questionRowLoader } from '../question/read-questions.ts';
import { voterToWrite } from '../question/voter.ts';
import { addNote, removeNote, updateNote } from './notes.ts';
import { closePoll, createPoll, openPoll, type PollChanged, voteInPoll, type WhichPoll } from './polls.ts';
import { choiceLoader, noteLoader, outcomeLoader, placeLoader, pollLoader, readNow } from './read-room.ts';
import { findNote, findPoll } from './room.resolver.ts';
import {
  AddNoteInput,
  AddNotePayload,
  ClosePollInput,
  ClosePollPayload,
  CreatePollInput,
  CreatePollPayload,
  OpenPollInput,
  OpenPollPayload,
  RemoveNoteInput,
  RemoveNotePayload,
  SetRoomChairInput,
  SetRoomChairPayload,
  SetNowOnInput,
  SetNowOnPayload,
  TurnQuestionIntoCardInput,
  TurnQuestionIntoCardPayload,
  TurnQuestionIntoEventInput,
  TurnQuestionIntoEventPayload,
  UpdateNoteInput,
  UpdateNotePayload,
  UpdateRoomInput,
  UpdateRoomPayload,
  VoteInPollInput,
  VoteInPollPayload,
} from './room.inputs.ts';
import { toNow } from './room.type.ts';
import { setRoomChair } from './set-chair.ts';
import { setNowOn, updateRoom } from './set-room.ts';
import { turnQuestionIntoCard, turnQuestionIntoEvent } from './turn-question.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class RoomMutations {
  @Mutation(() => CreatePollPayload, {
    description: 'Write a poll down, or open it at once. For those who lead through the event.',
  })
  createPoll(
    @Arg('input', () => CreatePollInput, input) given: CreatePollInput,
    @Ctx() context: Context,
  ): Promise<CreatePollPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const eventId = rowId('Event', given.eventId);
      return pollAgain(context, await createPoll(context.services, viewer, { ...given, eventId }));
    });
  }

  @Mutation(() => OpenPollPayload, { description: 'Let people vote. For those who lead through the event.' })
  openPoll(
    @Arg('input', () => OpenPollInput, input) given: OpenPollInput,
    @Ctx() context: Context,
  ): Promise<OpenPollPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const which = await whichPoll(context, given.pollId);
      const changed = await openPoll(context.services, viewer, which).catch(asMissing('poll'));
      return pollAgain(context, changed);
    });
  }

  @Mutation(() => ClosePollPayload, {
    description: 'End a vote; everybody sees how it went. For those who lead through the event.',
  })
  closePoll(
    @Arg('input', () => ClosePollInput, input) given: ClosePollInput,
    @Ctx() context: Context,
  ): Promise<ClosePollPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const which = await whichPoll(context, given.pollId);
      const changed = await closePoll(context.services, viewer, which).catch(asMissing('poll'));
      return pollAgain(context, changed);
    });
  }

  @Mutation(() => VoteInPollPayload, {
    description:
      'Vote, or vote anew while the poll is open. No account is needed. The answer tells how it stands.',
  })
  voteInPoll(
    @Arg('input', () => VoteInPollInput, input) given: VoteInPollInput,
    @Ctx() context: Context,
  ): Promise<VoteInPollPayload> {
    return answer(async () => {
      const { services, viewer } = context;
      const which = await whichPoll(context, given.pollId);
      const voter = await voterToWrite(context, which.eventId, services.entryLimits.questionVote);
      const vote = { ...which, choice: given.choice, voter };
      const changed = await voteInPoll(services, viewer, vote).catch(asMissing('poll'));
      context.loaders.of(choiceLoader).prime(`${which.pollId} ${voter}`, given.choice + 1);
      return pollAgain(context, changed);
    });
  }

  @Mutation(() => AddNotePayload, {
    description: 'Add a line to the notes. For whoever may read the event and is signed in.',
  })
  addNote(
    @Arg('input', () => AddNoteInput, input) given: AddNoteInput,
    @Ctx() context: Context,
  ): Promise<AddNotePayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const { noteId, revision } = await addNote(context.services, viewer, {
        text: given.text,
        eventId: rowId('Event', given.eventId),
        afterId: given.afterId == null ? null : rowId('RoomNote', given.afterId),
      });
      return { note: await findNote(context, noteId), roomRevision: revision };
    });
  }

  @Mutation(() => UpdateNotePayload, {
    description:
      'Change a line, on the version you read; the refusal of an older one says what it is now. For who wrote it, and those who lead.',
  })
  updateNote(
    @Arg('input', () => UpdateNoteInput, input) given: UpdateNoteInput,
    @Ctx() context: Context,
  ): Promise<UpdateNotePayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const which = await whichNote(context, given.noteId);
      const { text, version } = given;
      const { revision } = await updateNote(context.services, viewer, { ...which, text, version }).catch(
        asMissing('line'),
      );
      context.loaders.of(noteLoader).clearAll();
      return { note: await findNote(context, which.noteId), roomRevision: revision };
    });
  }

  @Mutation(() => RemoveNotePayload, {
    description: 'Take a line away, on the version you read. For who wrote it, and those who lead.',
  })
  removeNote(
    @Arg('input', () => RemoveNoteInput, input) given: RemoveNoteInput,
    @Ctx() context: Context,
  ): Promise<RemoveNotePayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const which = { ...(await whichNote(context, given.noteId)), version: given.version };
      const { revision } = await removeNote(context.services, viewer, which).catch(asMissing('line'));
      return { roomRevision: revision };
    });
  }

  @Mutation(() => SetNowOnPayload, {
    description: 'Say what is on at an event. For those who lead through it.',
  })
  setNowOn(
    @Arg('input', () => SetNowOnInput, input) given: SetNowOnInput,
    @Ctx() context: Context,
  ): Promise<SetNowOnPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const eventId = rowId('Event', given.eventId);
      const sessionId = given.sessionId == null ? null : rowId('EventSession', given.sessionId);
      const { words } = given;
      const { revision } = await setNowOn(context.services, viewer, { eventId, sessionId, words });
      return { nowOn: toNow(await readNow(context.em, eventId)), roomRevision: revision };
    });
  }

  @Mutation(() => UpdateRoomPayload, {
    description: 'Say whether questions wait to be looked at. For those who lead through the event.',
  })
  updateRoom(
    @Arg('input', () => UpdateRoomInput, input) given: UpdateRoomInput,
    @Ctx() context: Context,
  ): Promise<UpdateRoomPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const { shownAtOnce } = given;
      const eventId = rowId('Event', given.eventId);
      const { revision } = await updateRoom(context.services, viewer, { eventId, shownAtOnce });
      return { shownAtOnce, roomRevision: revision };
    });
  }

  @Mutation(() => SetRoomChairPayload, {
    description:
      'Name who moderates the room beside those who lead: questions and polls, and nothing else. For those who lead through the event.',
  })
  setRoomChair(
    @Arg('input', () => SetRoomChairInput, input) given: SetRoomChairInput,
    @Ctx() context: Context,
  ): Promise<SetRoomChairPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const eventId = rowId('Event', given.eventId);
      const handle = given.handle ?? null;
      const { revision } = await setRoomChair(context.services, viewer, { eventId, handle });
      const place = await context.loaders.of(placeLoader).clear(eventId).load(eventId);
      const chair = place?.chairId ? await context.loaders.of(personLoader).load(place.chairId) : null;
      return { chair, roomRevision: revision };
    });
  }

  @Mutation(() => TurnQuestionIntoCardPayload, {
    description:
      'Make a draft of a card out of a question. For those who lead through the event and run the campaign.',
  })
  turnQuestionIntoCard(
    @Arg('input', () => TurnQuestionIntoCardInput, input) given: TurnQuestionIntoCardInput,
    @Ctx() context: Context,
  ): Promise<TurnQuestionIntoCardPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const which = await whichQuestion(context, given.questionId);
      const campaignId = given.campaignId == null ? null : rowId('Campaign', given.campaignId);
      const { cardId, revision } = await turnQuestionIntoCard(context.services, viewer, {
        ...which,
        campaignId,
      });
      const card = await context.loaders.of(cardLoader).load(cardId).catch(nullIfRefused);
      return { question: await questionAgain(context, which.questionId), card, roomRevision: revision };
    });
  }

  @Mutation(() => TurnQuestionIntoEventPayload, {
    description:
      'Say that an event was announced because of a question. For those who lead, and may change that event.',
  })
  turnQuestionIntoEvent(
    @Arg('input', () => TurnQuestionIntoEventInput, input) given: TurnQuestionIntoEventInput,
    @Ctx() context: Context,
  ): Promise<TurnQuestionIntoEventPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const which = await whichQuestion(context, given.questionId);
      const madeEventId = rowId('Event', given.madeEventId);
      const { revision } = await turnQuestionIntoEvent(context.services, viewer, { ...which, madeEventId });
      return {
        question: await questionAgain(context, which.questionId),
        event: await context.loaders.of(eventLoader).load(madeEventId),
        roomRevision: revision,
      };
    });
  }
}

async function whichPoll({ loaders }: Context, globalId: string): Promise<WhichPoll> {
  const pollId = rowId('Poll', globalId);
  const row = await loaders.of(pollLoader).load(pollId);
  if (!row) throw notFound('poll');
  return { pollId, eventId: row.eventId };
}

async function whichNote(
  { loaders }: Context,
  globalId: string,
): Promise<{ noteId: string; eventId: string }> {
  const noteId = rowId('RoomNote', globalId);
  const row = await loaders.of(noteLoader).load(noteId);
  if (!row) throw notFound('line');
  return { noteId, eventId: row.eventId };
}

/** Of one that the viewer may not read nothing is said. */
async function whichQuestion(
  context: Context,
  globalId: string,
): Promise<{ questionId: string; eventId: string }> {
  const questionId = rowId('Question', globalId);
  const readable = await readableQuestion(context, questionId);
  if (readable?.row.subjectKind !== 'Event') throw notFound('question');
  return { questionId, eventId: readable.row.subjectId };
}

async function pollAgain(context: Context, { pollId, revision }: PollChanged) {
  context.loaders.of(pollLoader).clearAll();
  return { poll: await findPoll(context, pollId), roomRevision: revision };
}

function questionAgain(context: Context, id: string) {
  context.loaders.of(questionRowLoader).clearAll();
  context.loaders.of(outcomeLoader).clearAll();
  return readableQuestion(context, id);
}
