import { type RawBuilder, sql } from 'kysely';
import { campaignReadableBy } from '../campaign/read-campaigns.ts';
import type { Em } from '../../platform/db/orm.ts';
import { type Reader, readerOf } from '../access/viewer.ts';
import type { Skill } from '../access/skill.ts';
import { hoursEach, inHandsOf } from '../board/hands.ts';
import { type CardOnBoard, readableBy, selectCards } from '../board/read-cards.ts';

export interface Page {
  limit: number;
  after: string[] | null;
}

/** Cards of one campaign that were finished with thanks, newest first. */
export async function readThanked(
  em: Em,
  reader: Reader,
  campaignId: string,
  page: Page,
): Promise<CardOnBoard[]> {
  return finished(em, page).where('board.campaign_id', '=', campaignId).where(readableBy(reader)).execute();
}

/**
 * Cards a person finished, newest first. One's own work stays one's own, as `ownWorkReadableBy` says.
 */
export async function listFinished(
  em: Em,
  reader: Reader,
  personId: string,
  page: Page,
): Promise<CardOnBoard[]> {
  return finished(em, page).where(inHandsOf(personId)).where(ownWorkReadableBy(reader)).execute();
}

/** A person's finished cards that got words of thanks, newest first. Not those on campaigns they may not know of any more. */
export async function listThanked(
  em: Em,
  reader: Reader,
  personId: string,
  page: Page,
): Promise<CardOnBoard[]> {
  return finished(em, page)
    .where(inHandsOf(personId))
    .where('card.thanks', 'is not', null)
    .where(ownWorkReadableBy(reader))
    .execute();
}

function finished(em: Em, { limit, after }: Page) {
  const [finishedAt, id] = after ?? [];
  return selectCards(em.getKysely())
    .where('card.status', '=', 'DONE')
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(card.finished_at, card.id) < (${finishedAt ?? ''}::timestamptz, ${id ?? ''}::uuid)`,
      ),
    )
    .orderBy('card.finished_at', 'desc')
    .orderBy('card.id', 'desc')
    .limit(limit);
}

/**
 * The rule of who still reads of their own work, over `card` and `campaign`: whoever may know of the campaign. Whom the
 * local does not want there any more reads of it what a stranger does, and not what a card was made to say since.
 */
export function ownWorkReadableBy(reader: Reader): RawBuilder<boolean> {
  const { strangerTo } = reader;
  if (strangerTo.size === 0) return campaignReadableBy(reader);
  return sql<boolean>`(case when campaign.id = any(${[...strangerTo]}::uuid[])
    then ${readableBy(readerOf(null))} else ${campaignReadableBy(reader)} end)`;
}

/** What a person has in hand, alone or with another: claimed, or handed in and not yet approved. Soonest end of lease first. */
export async function listHeld(em: Em, reader: Reader, personId: string): Promise<CardOnBoard[]> {
  return selectCards(em.getKysely())
    .where(inHandsOf(personId))
    .where(ownWorkReadableBy(reader))
    .where('card.status', 'in', ['CLAIMED', 'IN_REVIEW'])
    .orderBy(sql`card.lease_expires_at nulls last`)
    .orderBy('card.id')
    .limit(100)
    .execute();
}

/**
 * How many cards a person finished, and the hours they were estimated at, half where two did it. For themselves alone: what they gave stays
 * theirs, also where they may no longer read what it was for, and `listFinished` does not name it.
 */
export async function sumFinished(em: Em, personId: string): Promise<{ count: number; hours: number }> {
  return em
    .getKysely()
    .selectFrom('card')
    .select([sql<number>`count(*)::int`.as('count'), sql<number>`coalesce(sum(${hoursEach}), 0)`.as('hours')])
    .where(inHandsOf(personId))
    .where('status', '=', 'DONE')
    .executeTakeFirstOrThrow();
}

/** Up to three open cards of the same board for somebody who was not first, best fit first. */
export async function listAlternatives(
  em: Em,
  reader: Reader,
  boardId: string,
  skills: readonly Skill[],
): Promise<CardOnBoard[]> {
  return selectCards(em.getKysely())
    .where('card.board_id', '=', boardId)
    .where('card.status', '=', 'OPEN')
    .where(readableBy(reader))
    .orderBy(sql`(card.skill = any(${skills}::text[])) desc`)
    .orderBy('card.position')
    .orderBy('card.id')
    .limit(3)
    .execute();
}
