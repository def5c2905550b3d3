import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { notify, type Notice } from '../notification/notify.ts';
import { changeQuestions, type Subject } from './asked-about.ts';
import { addVote } from './vote-for-question.ts';

export const MIN_TEXT = 2;
export const MAX_TEXT = 500;
/** Of one asker about one thing: those that nobody looked at yet, and all of them. */
export const MAX_WAITING = 5;
export const MAX_ASKED = 20;

/**
 * Asks about something: `voter` is who asks (see `voter.ts`). Whoever asks wants the answer, which is the first vote.
 * The same words again are the question that is there, with one vote more. Returns its row id. Refuses more than five
 * of one asker that wait, or twenty in all.
 */
export async function askQuestion(
  services: Services,
  viewer: Viewer | null,
  subject: Subject,
  { voter, ...input }: { voter: string; text: string; anonymous: boolean },
): Promise<string> {
  const text = plainText(input.text, { field: 'text', max: MAX_TEXT, multiline: true });
  if ([...text].length < MIN_TEXT) {
    throw new InvalidInput('text', 'TOO_SHORT', `Write at least ${MIN_TEXT} characters.`, {
      limit: MIN_TEXT,
    });
  }
  const sameHash = sameHashOf(text);
  return changeQuestions(services, subject, viewer, async ({ em, viewer: actor, rights }) => {
    if (rights.askRefusal) throw rights.askRefusal;
    const db = em.getKysely();
    const there = await sql<{ id: string }>`
      select coalesce(merged_into_id, id) as id from question where subject_kind = ${subject.kind}
        and subject_id = ${subject.id} and same_hash = ${sameHash}`.execute(db);
    const [same] = there.rows;
    if (same) {
      const added = await addVote(em, { questionId: same.id, voter, personId: actor?.personId ?? null });
      return { what: 'VOTED', questions: added ? [same.id] : [], result: same.id };
    }
    await requireRoom(em, subject, voter);
    const state = rights.shownAtOnce || rights.moderates ? 'SHOWN' : 'WAITING';
    const made = await sql<{ id: string }>`
      insert into question (id, subject_kind, subject_id, text, same_hash, state, asker, person_id, handle_shown)
      values (uuidv7(), ${subject.kind}, ${subject.id}, ${text}, ${sameHash}, ${state}, ${voter},
        ${actor?.personId ?? null}, ${actor !== null && !input.anonymous}) returning id`.execute(db);
    const { id } = made.rows[0]!;
    await addVote(em, { questionId: id, voter, personId: actor?.personId ?? null });
    const notices = state === 'WAITING' ? await noticesOfWaiting(em, subject, rights.path, actor) : [];
    await notify(services, em, notices);
    return { what: 'ASKED', questions: [id], result: id, notices };
  });
}

/** Case, spaces and marks make no other question; one of marks alone is its own. */
export function sameHashOf(text: string): Buffer {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return createHash('sha256')
    .update(plain || text)
    .digest();
}

async function requireRoom(em: Em, { kind, id }: Subject, asker: string): Promise<void> {
  const { rows } = await sql<{ waiting: number; all: number }>`
    select count(*) filter (where state = 'WAITING')::int as waiting, count(*)::int as "all" from question
    where subject_kind = ${kind} and subject_id = ${id} and asker = ${asker}`.execute(em.getKysely());
  const { waiting, all } = rows[0]!;
  if (waiting >= MAX_WAITING) {
    throw new Refusal(
      'TOO_MANY_REQUESTS',
      `${MAX_WAITING} questions of yours wait here. Once somebody has looked at them there is room for the next.`,
      'QUESTIONS_WAITING',
    );
  }
  if (all >= MAX_ASKED) {
    throw new Refusal(
      'TOO_MANY_REQUESTS',
      `You asked ${MAX_ASKED} questions here. Vote for those of others.`,
      'QUESTIONS_ASKED',
    );
  }
}

/** Whoever moderates and does not know yet that some wait: forty questions are one thing to know. */
async function noticesOfWaiting(
  em: Em,
  { about, id }: Subject,
  path: string,
  actor: Viewer | null,
): Promise<Notice[]> {
  const people = (await about.told?.(em, id)) ?? [];
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from notification
    where person_id = any(${people}::uuid[]) and kind = 'QUESTION_WAITS' and path = ${path} and read_at is null`.execute(
    em.getKysely(),
  );
  const know = new Set([...rows.map(({ personId }) => personId), actor?.personId]);
  return people
    .filter((personId) => !know.has(personId))
    .map((personId): Notice => ({ personId, kind: 'QUESTION_WAITS', path }));
}
