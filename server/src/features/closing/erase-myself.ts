import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { changeBoard } from '../../core/board/change-board.ts';
import { letGo } from '../../core/card/release-card.ts';
import { holds, inHandsOf } from '../../core/board/hands.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { ErasingTools } from '../../core/person/erased-person.ts';
import { handleKey, typedHandleKey } from '../../core/person/handle.ts';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { endVouchesBy, tellUnvouched } from '../../core/trust/vouches.ts';
import { InvalidInput, notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { EndJob } from './change-closing.ts';
import { RETENTION_QUEUE } from '../../platform/jobs/retention-queue.ts';

/**
 * Erases the viewer: what they hold goes back to its boards, or to who holds it with them, with the draft kept, the words of their comments go, and
 * so does all that is held about them. Work they finished stays as work, under a name that says nothing. Wants the
 * handle once more; refuses another one, the last coordinator, and people of the demo.
 */
export async function eraseMyself(services: Services, viewer: Viewer, typedHandle: string): Promise<void> {
  if (typedHandleKey(typedHandle) !== handleKey(viewer.handle)) {
    throw new InvalidInput('handle', 'UNKNOWN', 'This is not your handle. Type it as you see it on top.');
  }
  const { personId } = viewer;
  const unvouched = await services.orm.em.fork().transactional(async (em) => {
    await lockLeaving(em, viewer);
    const unvouched = await endVouchesBy(em, personId);
    await eraseAllAbout(services, em, personId);
    // Whatever happens to this server now, the rest is done.
    const data: EndJob = { personId };
    await services.jobs.enqueue(em, RETENTION_QUEUE, [{ data, notBefore: { seconds: 0 } }]);
    return unvouched;
  });
  services.hints.send({ person: personId });
  services.hints.send({ desk: true });
  await tellUnvouched(services, unvouched);
  await finishErasing(services, personId);
}

/**
 * Locks the person, so that a change of theirs which is under way ends first and none begins after; and for a
 * coordinator all coordinators, in one order, so that of the last two who leave at once one stays.
 */
async function lockLeaving(em: Em, viewer: Viewer): Promise<void> {
  const { rows } = await sql<{ id: string; coordinator: boolean; demo: boolean }>`
    select id, coordinator, demo_part is not null as demo from person
    where id = ${viewer.personId} or (coordinator and ${viewer.coordinator})
    order by id for no key update`.execute(em.getKysely());
  await refreshViewer(em, viewer);
  const leaving = rows.find(({ id }) => id === viewer.personId);
  if (leaving?.demo)
    throw notAllowed(
      'DEMO_PEOPLE_STAY',
      'People of the demo stay for the next visitor. Join with a handle of your own.',
    );
  if (leaving?.coordinator && rows.filter(({ coordinator }) => coordinator).length === 1) {
    throw notAllowed(
      'LAST_COORDINATOR',
      'You are the last coordinator. Name another one first, so that nobody is left without an answer.',
    );
  }
}

/** Empties the person's row and deletes what belongs to it, noun by noun. On hold, they change nothing any more. */
export async function eraseAllAbout(
  { erasedPeople, ...tools }: Pick<Services, 'erasedPeople'> & ErasingTools,
  em: Em,
  personId: string,
): Promise<void> {
  const db = em.getKysely();
  const isThem = (column: string) => sql<boolean>`${sql.ref(column)} = ${personId}`;
  for (const { gone = {}, forgotten = {}, also } of erasedPeople) {
    for (const [table, column] of Object.entries(gone))
      await sql`delete from ${sql.table(table)} where ${isThem(column)}`.execute(db);
    for (const [table, columns] of Object.entries(forgotten))
      for (const column of columns)
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${isThem(column)}`.execute(
          db,
        );
    await also?.(db, personId, tools);
  }
  const handle = `gone-${randomBytes(5).toString('hex')}`;
  await sql`update person set handle = ${handle}, handle_key = ${handleKey(handle)}, skills = '{}', languages = '{}',
    standing = 'SUSPENDED', coordinator = false, recovery_hash = null, erased_at = clock_timestamp()
    where id = ${personId}`.execute(db);
}

/** What of a person's leaving goes through boards. For somebody who stays, and a second time, it does nothing. */
export async function finishErasing(services: Services, personId: string): Promise<void> {
  const db = services.orm.em.fork().getKysely();
  const { rows } = await sql<{ held: string[]; boards: string[] }>`
    select coalesce((select array_agg(id) from card where ${inHandsOf(sql.ref('person.id'))} and status = 'CLAIMED'), '{}') as held,
      coalesce((select array_agg(distinct card.board_id) from card where card.id in (
        select card_id from comment where person_id = person.id and removed_at is null and said_by is null
        union select card_id from claim where person_id = person.id and note is not null
        union select card_id from draft where person_id = person.id and kept_at is null)
        or person.id in (card.holder_id, card.partner_id, card.craft_reviewer_id, card.thanked_by_id)), '{}') as boards
    from person where id = ${personId} and erased_at is not null`.execute(db);
  const [left] = rows;
  if (!left) return;
  for (const cardId of left.held) {
    await changeBoard(services, { board: { ofCard: cardId }, actorId: null }, async (board) => {
      const card = await board.card(cardId);
      if (card.status !== 'CLAIMED' || !holds(card, personId)) return { kind: null, result: undefined };
      const end = { how: 'HANDED_BACK', by: personId, note: null, whenOpen: 'CARD_HANDED_BACK' } as const;
      return { ...(await letGo(board, card, personId, end)), cards: [cardId], result: undefined };
    });
  }
  for (const id of left.boards) await leaveBoard(services, id, personId);
  // Last: until here it may have been told once more who did it.
  await sql`update board_event set actor_id = null, request_id = null, request_mark = null where actor_id = ${personId}`.execute(
    db,
  );
  await sql`update card set returned_by_id = null where returned_by_id = ${personId}`.execute(db);
  await sql`update card set caution_cleared_by_id = null where caution_cleared_by_id = ${personId}`.execute(
    db,
  );
}

/**
 * Takes the words of their comments and notes off one board, and tells everybody who has it before them to forget the
 * name: cards that show it are sent anew.
 */
async function leaveBoard(services: Services, boardId: string, personId: string): Promise<void> {
  await changeBoard(services, { board: { id: boardId }, actorId: null }, async ({ db }) => {
    const here = sql`(select id from card where board_id = ${boardId})`;
    await sql`update claim set note = null where person_id = ${personId} and card_id in ${here}`.execute(db);
    await sql`delete from draft where person_id = ${personId} and kept_at is null and card_id in ${here}`.execute(
      db,
    );
    const { rows } = await sql<{ cardId: string }>`
      with removed as (
        update comment set text = '', removed_at = clock_timestamp()
        where person_id = ${personId} and removed_at is null and said_by is null and card_id in ${here}
        returning card_id),
      counted as (select card_id, count(*)::int as count from removed group by card_id)
      update card set comment_count = comment_count - counted.count from counted where card.id = counted.card_id
      returning card.id as "cardId"`.execute(db);
    const commented = rows.map(({ cardId }) => cardId);
    const { rows: named } = await sql<{ id: string }>`
      select card.id from card join person on person.id = ${personId}
      where card.board_id = ${boardId} and person.id in (card.holder_id, card.partner_id, card.craft_reviewer_id, card.thanked_by_id) and not exists (
        select from board_event told where told.board_id = card.board_id and told.cards @> array[card.id]
          and told.fields @> array['handle'] and told.at >= person.erased_at)`.execute(db);
    const cards = [...new Set([...commented, ...named.map(({ id }) => id)])];
    if (cards.length === 0) return { kind: null, result: undefined };
    return { kind: 'PERSON_LEFT', cards, fields: ['handle'], result: undefined };
  });
}
