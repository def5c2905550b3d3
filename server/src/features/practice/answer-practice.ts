import { sql } from 'kysely';
import { readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { earnByPractice } from '../../core/trust/earn-standing.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { notAllowed, notFound, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify } from '../notification/notify.ts';
import { pathOfPractice } from './do-practice.ts';
import type { PracticeWorth } from './practice.entity.ts';
import { mayAnswer } from './practice.policy.ts';
import {
  type PracticeCardRow,
  type PracticeRow,
  readPractice,
  readPracticeCardsById,
} from './read-practice.ts';

export interface AnswerPracticeInput {
  practiceId: string;
  wellDone: boolean;
  words: string;
  /** When what they read was handed in; refused where something else was handed in since. */
  handedInAt?: Date | null | undefined;
}

/**
 * Says "well done" or "try again", with words: whoever runs the training, or knows the craft, and never about their own
 * practice. What is well done may count toward standing (`trust/earn-standing.ts`), where its person was checked in at
 * the training by somebody else. Whose account was on the browser of whoever answers has practised, and it counts for
 * nothing: `wasHere` tells.
 */
export async function answerPractice(
  services: Services,
  viewer: Viewer,
  input: AnswerPracticeInput,
  wasHere: (personId: string) => boolean = () => false,
): Promise<void> {
  const words = plainText(input.words, { field: 'words', max: 1000, multiline: true });
  const { personId, raised } = await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const actor = requireViewer(await refreshViewer(em, viewer));
    await sql`select from practice where id = ${input.practiceId} for no key update`.execute(db);
    const found = await readPractice(db, input.practiceId);
    const [card] = found ? await readPracticeCardsById(em, readerOf(actor), [found.cardId]) : [];
    if (!found || !card) throw notFound('practice');
    requireAnswerer(actor, card, found);
    requireSeen(found, input.handedInAt);
    const worth = input.wellDone ? await worthOf(em, { card, found, actor, wasHere }) : null;
    const earned =
      worth === 'COUNTS' &&
      (await earnByPractice(services, em, {
        personId: found.personId,
        organizationId: card.organizationId,
        byId: actor.personId,
      }));
    await sql`update practice set state = ${input.wellDone ? 'DONE' : 'TRY_AGAIN'}, answer = ${words},
      answered_at = clock_timestamp(), answered_by_id = ${actor.personId},
      worth = ${earned && !earned.counted ? 'COUNTED_BEFORE' : worth} where id = ${found.id}`.execute(db);
    const told = {
      personId: found.personId,
      aboutId: actor.personId,
      eventId: card.eventId,
      path: pathOfPractice(card.id),
    };
    await notify(services, em, [{ ...told, kind: 'PRACTICE_ANSWERED' }]);
    return { personId: found.personId, raised: earned && earned.raised };
  });
  if (raised) services.hints.send({ person: personId });
  hintNotices(services, [{ personId }]);
}

function requireAnswerer(actor: Viewer, card: PracticeCardRow, found: PracticeRow): void {
  const mine = found.personId === actor.personId;
  if (mine) throw new Refusal('OWN_WORK', 'Somebody else looks at what you did.');
  if (mayAnswer(actor, card, card)) return;
  // Whoever may not read what others did learns nothing from trying.
  throw notAllowed(
    'PRACTICE_ANSWERERS_ONLY',
    'Whoever runs the training, and people with approved work who know the craft, answer what was practised.',
  );
}

function requireSeen({ state, handedInAt }: PracticeRow, seen: Date | null | undefined): void {
  if (state !== 'HANDED_IN')
    throw wrongStage(
      'NOTHING_TO_ANSWER',
      'Nothing waits for an answer here: somebody answered, or it was left.',
    );
  if (seen && handedInAt && seen.getTime() !== new Date(handedInAt).getTime())
    throw wrongStage('PRACTICE_CHANGED', 'Something else was handed in since you read it. Look at it first.');
}

/** Whether what is well done is a piece of work toward standing, as far as the training knows. */
async function worthOf(
  em: Em,
  {
    card,
    found,
    actor,
    wasHere,
  }: {
    card: PracticeCardRow;
    found: PracticeRow;
    actor: Viewer;
    wasHere: (personId: string) => boolean;
  },
): Promise<PracticeWorth> {
  const { rows } = await sql`select from registration where event_id = ${card.eventId}
    and person_id = ${found.personId} and state = 'ATTENDED'
    and checked_in_by_id is distinct from person_id`.execute(em.getKysely());
  if (rows.length === 0) return 'NOT_CHECKED_IN';
  return wasHere(found.personId) && found.personId !== actor.personId ? 'SAME_BROWSER' : 'COUNTS';
}
