import { sql } from 'kysely';
import { readerOf, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { changeBoardWithin } from '../../core/board/change-board.ts';
import { requireManager } from '../../core/board/board.policy.ts';
import { putOnBoard } from '../../core/card/create-card.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { InvalidInput, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { mayManageEvent } from '../event/event.policy.ts';
import { readEventsById } from '../event/read-events.ts';
import { changeRoom, requireLead, type RoomInHand } from './change-room.ts';

/** What a card takes (characters), and a title that reads well. */
const TITLE = 80;
const DELIVERABLE = 300;

export interface Turned {
  questionId: string;
  revision: number;
}

/**
 * Makes a draft of a card out of a question: on the board of the event's campaign, or of another one that whoever leads
 * runs. Done twice, it is the card that is there. The draft says what was asked; the rest is for who opens it.
 */
export async function turnQuestionIntoCard(
  services: Services,
  viewer: Viewer,
  input: { eventId: string; questionId: string; campaignId?: string | null },
): Promise<Turned & { cardId: string }> {
  const { eventId, questionId } = input;
  let afterCommit = () => {};
  const { revision, result } = await changeRoom(
    services,
    { eventId, viewer, evenWhenClosed: true },
    async (room) => {
      const question = await questionToTurn(room, questionId);
      if (question.cardId) return { kind: null, result: question.cardId };
      const campaignId = input.campaignId ?? room.place.campaignId;
      if (!campaignId)
        throw new InvalidInput('campaignId', 'EMPTY', 'Say for which campaign: this event is of none.');
      const { rows } = await sql<{ id: string }>`
        select id from board where campaign_id = ${campaignId}`.execute(room.db);
      const [board] = rows;
      if (!board) throw notFound('campaign');
      const actorId = requireViewer(room.actor).personId;
      const made = await changeBoardWithin(
        services,
        room.em,
        { board: { id: board.id }, actorId },
        async (inHand) => {
          requireManager(inHand);
          const [card] = await putOnBoard(inHand, [cardOf(question.text, room.place.sensitivity)], {
            status: 'DRAFT',
          });
          return { kind: 'CARD_CREATED', cards: [card!.id], result: card!.id };
        },
      );
      afterCommit = () => {
        services.hints.send({ board: made.boardId, revision: made.revision });
        for (const { afterwards } of made.heard) afterwards?.();
      };
      const cardId = made.result!;
      await sql`insert into question_outcome (question_id, card_id) values (${questionId}, ${cardId})
        on conflict (question_id) do update set card_id = excluded.card_id`.execute(room.db);
      return { kind: 'QUESTION_TURNED', questions: [questionId], result: cardId };
    },
  );
  afterCommit();
  return { questionId, cardId: result, revision };
}

/** Says that an event was announced because of a question. For who leads, and manages that event too. */
export async function turnQuestionIntoEvent(
  services: Services,
  viewer: Viewer,
  input: { eventId: string; questionId: string; madeEventId: string },
): Promise<Turned> {
  const { eventId, questionId, madeEventId } = input;
  const { revision } = await changeRoom(services, { eventId, viewer, evenWhenClosed: true }, async (room) => {
    const question = await questionToTurn(room, questionId);
    const actor = requireViewer(room.actor);
    const [made] = await readEventsById(room.em, readerOf(actor), [madeEventId]);
    if (!made || !mayManageEvent(actor, made)) throw notFound('event');
    if (madeEventId === eventId)
      throw wrongStage('SAME_EVENT', 'A question of this event becomes another event.');
    if (question.madeEventId === madeEventId) return { kind: null, result: undefined };
    await sql`insert into question_outcome (question_id, made_event_id) values (${questionId}, ${madeEventId})
      on conflict (question_id) do update set made_event_id = excluded.made_event_id`.execute(room.db);
    return { kind: 'QUESTION_TURNED', questions: [questionId], result: undefined };
  });
  return { questionId, revision };
}

interface TurnedBefore {
  text: string;
  cardId: string | null;
  madeEventId: string | null;
}

async function questionToTurn(room: RoomInHand, questionId: string): Promise<TurnedBefore> {
  const question = await readToTurn(room.db, room.place.id, questionId);
  const isOpen = question?.state === 'SHOWN' || question?.state === 'ANSWERED';
  if (!question || (!isOpen && !room.moderates)) throw notFound('question');
  requireLead(room);
  return question;
}

async function readToTurn(
  db: Kysely,
  eventId: string,
  questionId: string,
): Promise<(TurnedBefore & { state: string }) | undefined> {
  const { rows } = await sql<TurnedBefore & { state: string }>`
    select text, state, card_id as "cardId", made_event_id as "madeEventId" from question
    left join question_outcome on question_id = question.id
    where question.id = ${questionId} and subject_kind = 'Event' and subject_id = ${eventId}`.execute(db);
  return rows[0];
}

const cardOf = (text: string, sensitivity: RoomInHand['place']['sensitivity']) => {
  const line = text.replaceAll(/\s+/g, ' ');
  return {
    title: cut(line, TITLE),
    deliverable: cut(text, DELIVERABLE),
    skill: 'STRATEGY' as const,
    phase: 'ONGOING' as const,
    hours: 1,
    sensitivity,
  };
};

function cut(text: string, most: number): string {
  const signs = [...text];
  return signs.length > most
    ? `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
