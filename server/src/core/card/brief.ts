import { sql } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from '../../platform/db/orm.ts';
import type { BoardFact, Heard } from '../board/board-listener.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import type { Brief } from '../board/card.entity.ts';
import { dueMoment } from '../board/due-moment.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import type { CardWords } from './card-words.ts';

/** Who may read a card, and in which language it is written, is no matter of what there is to do. */
const BESIDE: ReadonlySet<string> = new Set<keyof CardWords>(['sensitivity', 'language']);

export const changesBrief = (fields: readonly string[]) => fields.some((field) => !BESIDE.has(field));

/**
 * Keeps what cards ask for before somebody else than their holder writes other words, so that the holder is shown what
 * changed. What is kept already is what they know, and stays.
 */
export async function keepBriefs(
  { db, id, actor, startsAt }: Pick<BoardInHand, 'db' | 'id' | 'actor' | 'startsAt'>,
  which: { cards: readonly string[] } | 'DUE_FROM_START',
): Promise<void> {
  const these =
    which === 'DUE_FROM_START'
      ? sql`due_offset_hours is not null
          and not (select start_hidden from campaign join board on board.campaign_id = campaign.id where board.id = ${id})`
      : sql`id = any(${which.cards}::uuid[])`;
  const due = sql`coalesce(due_at, ${startsAt}::timestamptz + make_interval(hours => due_offset_hours))`;
  await sql`with now as (
      select id, jsonb_build_object('title', title, 'deliverable', deliverable, 'localSupplies', local_supplies,
        'outOfScope', out_of_scope, 'caution', caution, 'skill', skill, 'hours', hours, 'phase', phase, 'due', ${due},
        'dueOffsetHours', due_offset_hours, 'languages', languages, 'links', links, 'checklist', coalesce(
          (select jsonb_agg(item -> 'text') from jsonb_array_elements(checklist) item), '[]')) as brief
      from card where board_id = ${id} and ${these} and status in ('CLAIMED', 'IN_REVIEW')
        and holder_id is distinct from ${actor?.id ?? null}::uuid)
    update card set brief_before = now.brief, brief_changed_at = clock_timestamp()
    from now where card.id = now.id and (brief_before is null or brief_before = now.brief)`.execute(db);
}

/** With T-0 every moment that counts from it moves. Where T-0 is hidden, nobody is told that it did. */
export async function hearStart(board: BoardInHand, { kind, fields }: BoardFact): Promise<Heard> {
  if (kind === 'CAMPAIGN_UPDATED' && fields?.includes('startsAt')) await keepBriefs(board, 'DUE_FROM_START');
  return { last: [] };
}

/** The holder knows what the card asks for by now, or there is none any more. */
export async function forgetBrief(db: Kysely, cardId: string): Promise<boolean> {
  const { rows } = await sql`update card set brief_before = null, brief_changed_at = null
    where id = ${cardId} and brief_before is not null returning id`.execute(db);
  return rows.length > 0;
}

/** What somebody else changed of a card while it was held, and its holder has not said that it is fine. */
export function briefChange(card: CardOnBoard): { since: Date; before: Brief } | null {
  const { briefBefore: before, briefChangedAt: since, status } = card;
  const isWorkedOn = status === 'CLAIMED' || status === 'IN_REVIEW';
  if (!before || !since || !isWorkedOn || isSame(before, card)) return null;
  return { since, before };
}

function isSame(before: Brief, card: CardOnBoard): boolean {
  const { due: dueBefore, ...words } = before;
  const due = dueMoment(card, card.startsAt);
  return (
    (dueBefore === null ? null : Date.parse(dueBefore)) === (due?.getTime() ?? null) &&
    isDeepStrictEqual(words, {
      title: card.title,
      deliverable: card.deliverable,
      localSupplies: card.localSupplies,
      outOfScope: card.outOfScope,
      caution: card.caution,
      skill: card.skill,
      hours: card.hours,
      phase: card.phase,
      dueOffsetHours: card.dueOffsetHours,
      languages: card.languages,
      links: card.links,
      checklist: card.checklist.map(({ text }) => text),
    })
  );
}
