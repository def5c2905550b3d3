import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { campaignReadableBy } from '../campaign/read-campaigns.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, placeIn, within } from '../../platform/graphql/keyset.ts';
import { defineLoader } from '../access/loaders.ts';
import { definePages } from '../access/page-loader.ts';
import { type Reader, readerOf } from '../access/viewer.ts';
import type { Skill } from '../access/skill.ts';
import { hoursEach, inHandsOf } from '../board/hands.ts';
import { type CardOnBoard, readableBy, selectCards } from '../board/read-cards.ts';

export type Page = Pick<Span, 'limit' | 'after'> & Partial<Span>;

/** A card with what its cursor says. */
export type ListedCard = CardOnBoard & { place: string[] };

/** What was finished last comes first. */
const BY_FINISHED: Order = {
  keys: [
    { of: sql`card.finished_at`, type: 'timestamptz' },
    { of: sql`card.id`, type: 'uuid' },
  ],
  falls: true,
};

/** Cards of one campaign that were finished with thanks, newest first. */
export async function readThanked(
  em: Em,
  reader: Reader,
  campaignId: string,
  page: Page,
): Promise<ListedCard[]> {
  return finished(em, page).where('board.campaign_id', '=', campaignId).where(readableBy(reader)).execute();
}

/** The same of many campaigns, a page each. */
export const thankedLoader = definePages<ListedCard>(
  async ({ em, reader }, ids, { span }) => {
    const ranked = selectCards(em.getKysely())
      .select(placeIn(BY_FINISHED).as('place'))
      .select(
        sql<number>`row_number() over (partition by board.campaign_id
          order by ${orderedBy(BY_FINISHED, span.backwards)})`.as('nth'),
      )
      .where('card.status', '=', 'DONE')
      .where(sql<boolean>`board.campaign_id = any(${ids}::uuid[])`)
      .where(readableBy(reader))
      .where(within(BY_FINISHED, span));
    return em
      .getKysely()
      .selectFrom(ranked.as('listed'))
      .selectAll()
      .where('nth', '<=', span.limit)
      .orderBy('nth')
      .execute();
  },
  ({ campaignId }) => campaignId,
);

/** How many of them the reader may read; of many campaigns in one query. */
export const thankedCountLoader = defineLoader<string, number>(
  ({ em, reader }) =>
    new DataLoader(async (ids) => {
      const { rows } = await sql<{ id: string; count: number }>`
        select campaign.id, count(*)::int as count
        from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
        where card.status = 'DONE' and campaign.id = any(${ids}::uuid[]) and ${readableBy(reader)}
        group by campaign.id`.execute(em.getKysely());
      const counts = new Map(rows.map((row) => [row.id, row.count]));
      return ids.map((id) => counts.get(id) ?? 0);
    }),
);

/**
 * Cards a person finished, newest first. One's own work stays one's own, as `ownWorkReadableBy` says.
 */
export async function listFinished(
  em: Em,
  reader: Reader,
  personId: string,
  page: Page,
): Promise<ListedCard[]> {
  return finished(em, page).where(inHandsOf(personId)).where(ownWorkReadableBy(reader)).execute();
}

/** A person's finished cards that got words of thanks, newest first. Not those on campaigns they may not know of any more. */
export async function listThanked(
  em: Em,
  reader: Reader,
  personId: string,
  page: Page,
): Promise<ListedCard[]> {
  return finished(em, page)
    .where(inHandsOf(personId))
    .where('card.thanks', 'is not', null)
    .where(ownWorkReadableBy(reader))
    .execute();
}

/** How many `listFinished` has, or of them `listThanked`. */
export async function countFinished(
  em: Em,
  reader: Reader,
  personId: string,
  { isThanked }: { isThanked: boolean },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
    where card.status = 'DONE' and ${inHandsOf(personId)} and ${ownWorkReadableBy(reader)}
      and ${isThanked ? sql`card.thanks is not null` : sql`true`}`.execute(em.getKysely());
  return rows[0]!.count;
}

function finished(em: Em, page: Page) {
  return selectCards(em.getKysely())
    .select(placeIn(BY_FINISHED).as('place'))
    .where('card.status', '=', 'DONE')
    .where(within(BY_FINISHED, page))
    .orderBy(orderedBy(BY_FINISHED, page.backwards ?? false))
    .limit(page.limit);
}

/**
 * The rule of who still reads of their own work, over `card` and `campaign`: whoever may know of the campaign. Whom the
 * local does not want there any more reads of it what a stranger does, and not what a card was made to say since.
 */
export function ownWorkReadableBy(reader: Reader): RawBuilder<boolean> {
  const { strangerTo, readsOf } = reader;
  // A token that is limited to some campaigns tells nothing more of the others, whoever did the work.
  if (readsOf) return readableBy(reader);
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
