import { sql } from 'kysely';
import { hands, hoursEach } from '../../core/board/hands.ts';
import { readableBy } from '../../core/board/read-cards.ts';
import type { Em } from '../../platform/db/orm.ts';
import { readerOf } from '../../core/access/viewer.ts';
import type { Skill } from '../../core/access/skill.ts';
import { type Given, readGiven } from './given.ts';

const ANYONE = readerOf(null);

/** Works shown on one page at most. */
const MAX_WORKS = 24;

/** One finished card that anybody may know of. */
export interface PublicWork {
  title: string;
  skill: Skill;
  hours: number;
  finishedAt: Date;
  campaignSlug: string;
  campaignTitle: string;
  /** Null where there is none, or the person does not show them. */
  thanks: string | null;
}

/** What somebody chose to show of themselves. */
export interface PublicPageOf extends Given {
  /** Row id. */
  personId: string;
  handle: string;
  since: Date;
  showThanks: boolean;
  works: PublicWork[];
}

/** Of these people who shows a page. */
export async function readShown(em: Em, personIds: readonly string[]) {
  return em
    .getKysely()
    .selectFrom('public_page')
    .innerJoin('person', 'person.id', 'public_page.person_id')
    .select(['person.id', 'person.handle', 'public_page.since', 'public_page.show_thanks as showThanks'])
    .where(sql<boolean>`person.id = any(${personIds}::uuid[])`)
    .where('person.standing', '<>', 'SUSPENDED')
    .where('person.erased_at', 'is', null)
    .execute();
}

/**
 * The pages of people who chose to show one, in three queries. Anybody reads them, and so they hold, and count, only
 * public cards of public campaigns: a sum over more would tell that there is more. Who is on hold, or erased themselves, shows none.
 */
export async function readPublicPages(
  em: Em,
  personIds: readonly string[],
): Promise<Map<string, PublicPageOf>> {
  const db = em.getKysely();
  const shown = await readShown(em, personIds);
  if (shown.length === 0) return new Map();
  const ids = shown.map(({ id }) => id);
  const given = await readGiven(em, ids, readableBy(ANYONE));
  const { rows } = await sql<PublicWork & { personId: string }>`
    select * from (
      select hand.person_id as "personId", card.title, card.skill, ${hoursEach} as hours, card.finished_at as "finishedAt",
        campaign.slug as "campaignSlug", campaign.title as "campaignTitle", card.thanks,
        row_number() over (partition by hand.person_id order by card.finished_at desc, card.id) as place
      from card cross join ${hands} join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
      where card.status = 'DONE' and hand.person_id = any(${ids}::uuid[])
        and ${readableBy(ANYONE)}) works
    where place <= ${MAX_WORKS} order by place`.execute(db);
  const works = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    shown.map(({ id, handle, since, showThanks }): [string, PublicPageOf] => [
      id,
      {
        ...given.get(id)!,
        personId: id,
        handle,
        since: new Date(since as Date),
        showThanks: showThanks ?? true,
        works: (works.get(id) ?? []).map((work) => ({ ...work, thanks: showThanks ? work.thanks : null })),
      },
    ]),
  );
}
