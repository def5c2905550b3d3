import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { type Facts, readsCampaign, readsCard, readsEvent, runsEvent } from './facts.ts';
import { hires, type Reading, type Show, type Subject } from './subject.ts';
import type { Somebody } from './world.ts';

/** Whether a question or suggestion is to be read by whoever reads what it is about. */
const isToBeRead = (state: string) => /^(SHOWN|ANSWERED|ACCEPTED|DECLINED)$/.test(state);

/** Whether somebody reads a question, poll or line of an event. */
export function readsInRoom(who: Somebody, { event, question, poll }: Subject): boolean {
  if (!readsEvent(who, event!)) return false;
  if (runsEvent(who, event!)) return true;
  if (poll) return poll.state !== 'DRAFT';
  if (!question) return true;
  return isToBeRead(question.state) || isOwn(who, question);
}

/** Whether somebody reads a suggestion: what waits or is hidden whoever answers it, and who made it. */
export function readsSuggestion(who: Somebody, { suggestion, campaign }: Subject): boolean {
  const { viewer } = who;
  if (campaign && !readsCampaign(who, campaign)) return false;
  if (isToBeRead(suggestion!.state) || isOwn(who, suggestion!)) return true;
  if (!viewer || viewer.standing === 'SUSPENDED' || viewer.blocks.has(campaign?.id ?? '')) return false;
  return viewer.coordinator || viewer.roles.get(campaign?.organizationId ?? '') === 'ORGANIZER';
}

const isShown = ({ state }: { state: string }) => isToBeRead(state);

const isOwn = ({ viewer }: Somebody, { personId }: { personId: string | null }) =>
  viewer !== null && viewer.personId === personId;

const voteOf = ({ who, subject, facts }: Reading) =>
  facts.votes.find(({ id, voter }) => id === subject.id && voter === who.viewer?.personId);

export const inTheRoom: Show = (reading) => {
  const { who, subject, facts, place, truth } = reading;
  const { event, poll } = subject;
  const leads = runsEvent(who, event!);
  const own = voteOf(reading);
  const onlyReadable = (name: 'Question' | 'Poll', all: { id: string }[]) => {
    const ids = new Set(
      all
        .filter((each) => readsInRoom(who, { type: name, event, [name.toLowerCase()]: each } as never))
        .map(({ id }) => toGlobalId(name, id)),
    );
    return (truth as { id: string }[]).filter(({ id }) => ids.has(id));
  };
  switch (place) {
    case 'EventRoom.epoch': {
      const room = facts.rooms.find(({ eventId }) => eventId === event!.id)!;
      return `${room.epoch}-${leads ? 'team' : 'public'}`;
    }
    // A chair, who is none of these, moderates too: room.test.ts.
    case 'EventRoom.viewerLeads':
    case 'EventRoom.viewerModerates':
      return leads;
    case 'EventRoom.chair':
      return leads ? truth : null;
    // One's own that waits is found by `questionsAbout`.
    case 'EventRoom.questions':
      return onlyReadable('Question', leads ? facts.questions : facts.questions.filter(isShown));
    case 'EventRoom.polls':
      return onlyReadable('Poll', facts.polls);
    case 'Poll.result':
      return leads || poll!.state === 'CLOSED' || own ? truth : null;
    case 'Poll.viewerVote':
      return own ? own.choice : null;
    // The coordinator, who sees the truth, voted in the open one of each room.
    case 'Poll.resultKey':
      return own && poll!.state === 'OPEN' ? truth : null;
    default:
      throw new Error(`${place} is not carried out.`);
  }
};

export const onQuestions: Show = (reading) => {
  const { who, subject, place, truth } = reading;
  switch (place) {
    case 'QuestionConnection.mayModerate':
      return hires(who);
    case 'QuestionConnection.waiting':
      return hires(who) ? truth : null;
    case 'QuestionConnection.askRefusal':
      if (who.kind === 'suspended') return 'SUSPENDED';
      return who.kind === 'blocked' && subject.opening?.campaignId ? 'BLOCKED' : truth;
    case 'Question.viewerVoted':
    case 'Suggestion.viewerVoted':
      return voteOf(reading) !== undefined;
    case 'Question.viewerAsked':
    case 'Suggestion.viewerMade':
      return isOwn(who, (subject.question ?? subject.suggestion)!);
    default:
      throw new Error(`${place} is not carried out.`);
  }
};

/** A card, campaign or event that something leads to, for who may read that one. */
export const nodeOrNull: Show = ({ who, facts, truth }) => {
  const { __typename, id } = (truth ?? {}) as { __typename?: string; id?: string };
  const of = <Fact extends { id: string }>(name: 'Card' | 'Campaign' | 'Event', all: Fact[]) =>
    all.find((fact) => toGlobalId(name, fact.id) === id);
  const READS = {
    Card: () => readsCard(who, of('Card', facts.cards)!),
    Campaign: () => readsCampaign(who, of('Campaign', facts.campaigns)!),
    Event: () => readsEvent(who, of('Event', facts.gatherings)!),
  };
  const reads = READS[__typename as keyof typeof READS];
  return id === undefined || !reads || reads() ? truth : null;
};

/** What there is of rooms and suggestions, and what each is about. */
export function subjectsOfRooms({
  gatherings,
  campaigns,
  polls,
  notes,
  questions,
  suggestions,
}: Facts): Subject[] {
  const event = (id: string) => gatherings.find((each) => each.id === id);
  return [
    ...polls.map((poll) => ({ type: 'Poll', id: poll.id, poll, event: event(poll.eventId) })),
    ...notes.map(({ id, eventId }) => ({ type: 'RoomNote', id, event: event(eventId) })),
    ...questions
      .filter(({ kind }) => kind === 'Event')
      .map((question) => ({ type: 'Question', id: question.id, question, event: event(question.subjectId) })),
    ...suggestions.map((suggestion) => ({
      ...{ type: 'Suggestion', id: suggestion.id, suggestion },
      campaign: campaigns.find(({ id }) => id === suggestion.campaignId),
    })),
  ];
}
