import { sql } from 'kysely';
import type { Skill } from '../../core/access/skill.ts';
import { readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import { WORDS } from '../../platform/graphql/list-bounds.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { type Link, webLinks } from '../../platform/input/links.ts';
import { languageTag, numberBetween, plainText, textList } from '../../platform/input/text.ts';
import { asMissing, InvalidInput, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { lockReadable, requireManager } from '../event/change-event.ts';
import { hashOfRequest } from '../event/create-event.ts';
import { readSessionsById } from '../event/event-sessions.ts';
import { readPracticeCardsById } from './read-practice.ts';

/** Cards to practise on at one session. */
export const MOST_CARDS = 12;

export interface NewPracticeCard {
  sessionId: string;
  title: string;
  deliverable: string;
  gives?: string | null | undefined;
  checklist?: string[] | null | undefined;
  skill: Skill;
  hours: number;
  language: string;
  links?: { label?: string | null; url: string }[] | null | undefined;
  requestId?: string | null | undefined;
}

/**
 * Lays a practice card out for a session of a training; returns its row id. Whoever runs the training may. Refuses more
 * than twelve for a session. Sent again with the same request id it makes no other.
 */
export async function createPracticeCard(
  services: Services,
  viewer: Viewer,
  input: NewPracticeCard,
): Promise<string> {
  const words = takeWords(input);
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const actor = requireViewer(await refreshViewer(em, viewer));
    const [session] = await readSessionsById(db, [input.sessionId]);
    if (!session) throw notFound('session');
    const event = await lockReadable(em, readerOf(actor), session.eventId).catch(asMissing('session'));
    requireManager(actor, event);
    if (event.kind !== 'TRAINING')
      throw wrongStage('NOT_A_TRAINING', 'Practice cards belong to trainings: this event is none.');
    const requestHash = hashOfRequest(actor.personId, input.requestId);
    const { rows: before } = await sql<{ id: string }>`select id from practice_card
      where request_hash = ${requestHash}`.execute(db);
    if (before[0]) return before[0].id;
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from practice_card
      where session_id = ${session.id} and removed_at is null`.execute(db);
    if ((rows[0]?.count ?? 0) >= MOST_CARDS)
      throw new InvalidInput('sessionId', 'TOO_MANY', `Keep it to ${MOST_CARDS} for one session.`, {
        limit: MOST_CARDS,
      });
    const id = timelessId();
    await db
      .insertInto('practice_card')
      .values({
        ...{ id, event_id: event.id, session_id: session.id, ...words },
        links: jsonOf(words.links),
        ...{ created_by_id: actor.personId, request_hash: requestHash },
      } as never)
      .execute();
    return id;
  });
}

/** What is said of a practice card. Undefined leaves a field as it is. */
export type PracticeCardChange = Partial<Omit<NewPracticeCard, 'sessionId' | 'requestId'>>;

/**
 * Changes what a practice card says; who has begun it goes on with it as it is now. Whoever runs the training may.
 * Refuses one that was taken away, and what is not as `asRead` says any more.
 */
export async function updatePracticeCard(
  services: Services,
  viewer: Viewer,
  { cardId, asRead, ...input }: PracticeCardChange & { cardId: string; asRead?: PracticeCardChange | null },
): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const actor = requireViewer(await refreshViewer(em, viewer));
    await sql`select from practice_card where id = ${cardId} for no key update`.execute(db);
    const [card] = await readPracticeCardsById(em, readerOf(actor), [cardId]);
    if (!card) throw notFound('card');
    requireManager(actor, card);
    if (card.removedAt) throw wrongStage('PRACTICE_GONE', 'This practice card was taken away.');
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const words = takeWords({ ...card, hours: Number(card.hours), ...given });
    requireAsRead(
      asRead,
      { ...card },
      Object.fromEntries(Object.keys(given).map((field) => [field, words[field as keyof typeof words]])),
    );
    await db
      .updateTable('practice_card')
      .set({ ...words, links: jsonOf(words.links) } as never)
      .where('id', '=', cardId)
      .execute();
  });
}

const jsonOf = (links: Link[]) => sql<Link[]>`${JSON.stringify(links)}::jsonb`;

function takeWords(input: Omit<NewPracticeCard, 'sessionId'>) {
  return {
    title: plainText(input.title, { field: 'title', max: 120 }),
    deliverable: plainText(input.deliverable, { field: 'deliverable', max: 1000, multiline: true }),
    gives: plainText(input.gives, { field: 'gives', max: 1000, multiline: true, optional: true }),
    checklist: textList(input.checklist, { field: 'checklist', max: 200, maxItems: WORDS.checklist }),
    skill: input.skill,
    hours: numberBetween(input.hours, 'hours', 0.25, 8),
    language: languageTag(input.language, 'language'),
    links: webLinks(input.links),
  };
}

/** Takes a practice card away: nobody begins it any more, and who has begun goes on. Twice is as once. */
export async function removePracticeCard(services: Services, viewer: Viewer, cardId: string): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const actor = requireViewer(await refreshViewer(em, viewer));
    const [card] = await readPracticeCardsById(em, readerOf(actor), [cardId]);
    if (!card) throw notFound('card');
    requireManager(actor, card);
    await sql`update practice_card set removed_at = clock_timestamp()
      where id = ${cardId} and removed_at is null`.execute(em.getKysely());
  });
}
