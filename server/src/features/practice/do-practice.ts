import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { type Link, webLinks } from '../../platform/input/links.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import {
  type PracticeCardRow,
  type PracticeRow,
  readPractice,
  readPracticeCardsById,
} from './read-practice.ts';

/** Practices that one person has under way at once. */
export const MOST_UNDER_WAY = 20;
export const MOST_WORDS = 4000;

/** Begins a practice card; returns the row id of the viewer's go. Any number may hold it at once; twice is as once. */
export async function startPractice(services: Services, viewer: Viewer, cardId: string): Promise<string> {
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    await sql`select from person where id = ${viewer.personId} for no key update`.execute(db);
    const { personId, ...actor } = requireViewer(await refreshViewer(em, viewer));
    const [card] = await readPracticeCardsById(em, readerOf(actor), [cardId]);
    if (!card) throw notFound('card');
    const begun = await sql<{ id: string }>`select id from practice
      where card_id = ${cardId} and person_id = ${personId}`.execute(db);
    if (begun.rows[0]) return begun.rows[0].id;
    requireThere(card);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from practice
      where person_id = ${personId} and state <> 'DONE'`.execute(db);
    if ((rows[0]?.count ?? 0) >= MOST_UNDER_WAY)
      throw wrongStage(
        'PRACTICES_UNDER_WAY',
        'You have many practices under way. Finish or leave one first.',
      );
    const id = newId();
    await sql`insert into practice (id, card_id, person_id) values (${id}, ${cardId}, ${personId})`.execute(
      db,
    );
    return id;
  });
}

function requireThere({ removedAt, cancelledAt }: PracticeCardRow): void {
  if (removedAt) throw wrongStage('PRACTICE_GONE', 'This practice card was taken away.');
  if (cancelledAt) throw wrongStage('EVENT_CANCELLED', 'This event was called off.');
}

/** Does something with a practice of the viewer's own, its row held. */
async function withOwn<Result>(
  services: Services,
  viewer: Viewer,
  practiceId: string,
  act: (em: Em, mine: PracticeRow) => Promise<Result>,
): Promise<Result> {
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    await sql`select from practice where id = ${practiceId} for no key update`.execute(db);
    const mine = await readPractice(db, practiceId);
    if (mine?.personId !== personId) throw notFound('practice');
    return act(em, mine);
  });
}

/** Leaves a practice: it is as if it was never begun. Refuses one that is done. */
export const leavePractice = (services: Services, viewer: Viewer, practiceId: string): Promise<string> =>
  withOwn(services, viewer, practiceId, async (em, { state, cardId }) => {
    if (state === 'DONE') throw practiceDone();
    await sql`delete from practice where id = ${practiceId}`.execute(em.getKysely());
    return cardId;
  });

const practiceDone = () => wrongStage('PRACTICE_DONE', 'This practice is done: somebody said so.');

export interface HandInPracticeInput {
  practiceId: string;
  words?: string | null | undefined;
  links?: { label?: string | null; url: string }[] | null | undefined;
}

/**
 * Hands a practice in, or hands it in anew while nobody has said that it is well done. Whoever runs the training is
 * told, once while they have not looked.
 */
export async function handInPractice(
  services: Services,
  viewer: Viewer,
  input: HandInPracticeInput,
): Promise<void> {
  const words = plainText(input.words, { field: 'words', max: MOST_WORDS, multiline: true, optional: true });
  const links = webLinks(input.links);
  if (words === '' && links.length === 0)
    throw new InvalidInput('words', 'EMPTY', 'Write something here, or add a link.');
  const notices = await withOwn(services, viewer, input.practiceId, async (em, { id, state, cardId }) => {
    if (state === 'DONE') throw practiceDone();
    const db = em.getKysely();
    await sql`update practice set state = 'HANDED_IN', words = ${words}, links = ${sql<
      Link[]
    >`${JSON.stringify(links)}::jsonb`}, handed_in_at = clock_timestamp() where id = ${id}`.execute(db);
    const notices = await hostsToTell(em, { cardId, personId: viewer.personId });
    await notify(services, em, notices);
    return notices;
  });
  hintNotices(services, notices);
}

/** Where a practice card has its page. */
export const pathOfPractice = (cardId: string): string => `/practice/${toGlobalId('PracticeCard', cardId)}`;

/** Organizers of who holds the training, each while nothing of its practice waits unread with them. */
async function hostsToTell(
  em: Em,
  { cardId, personId }: { cardId: string; personId: string },
): Promise<Notice[]> {
  const { rows } = await sql<{ personId: string; eventId: string }>`
    select membership.person_id as "personId", event.id as "eventId" from practice_card
      join event on event.id = practice_card.event_id
      join membership on membership.organization_id = event.organization_id and membership.role = 'ORGANIZER'
    where practice_card.id = ${cardId} and membership.person_id <> ${personId}
      and not exists (select from notification where notification.person_id = membership.person_id
        and notification.event_id = event.id and notification.kind = 'PRACTICE_WAITS'
        and notification.read_at is null)`.execute(em.getKysely());
  const path = pathOfPractice(cardId);
  return rows.map((row): Notice => ({ ...row, kind: 'PRACTICE_WAITS', path }));
}
