import { sql } from 'kysely';
import { eraseAllAbout } from '../../features/closing/erase-myself.ts';
import type { EndJob } from '../../features/closing/change-closing.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { clearSuggestionsOf } from '../../features/suggestion/clear-suggestions-of.ts';
import { findDemo, isFilledIn } from './demo-traces.ts';
import { takeBackGifts } from './take-back-gifts.ts';
import { RETENTION_QUEUE } from '../../platform/jobs/retention-queue.ts';

/** How much went. */
export interface ClearedDemo {
  people: number;
  organizations: number;
  campaigns: number;
  asks: number;
  roles: number;
  standings: number;
}

/**
 * Clears the demo away, in one transaction: its people with their sessions and recovery codes, their organizations,
 * campaigns and asks, the links they made, and all they gave to others. What real people made stays, also in an
 * organization of the demo; where somebody of the demo wrote on it, their words go and the name says nothing any more.
 * An ask that somebody of the demo had taken or declined waits again. Null where there is no demo.
 */
export async function clearDemo(
  services: Pick<Services, 'orm' | 'jobs' | 'config' | 'erasedPeople'>,
): Promise<ClearedDemo | null> {
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const demo = await findDemo(db);
    if (demo.people.length === 0) return null;
    const campaigns = await findCampaigns(db, demo.people);
    const taken = await takeBackGifts(db, { people: demo.people, campaigns });
    const asks = await clearAsks(db, { ...demo, campaigns });
    await sql`delete from campaign where id = any(${campaigns}::uuid[])`.execute(db);
    await clearLinks(db, demo.people);
    await sql`delete from event where created_by_id = any(${demo.people}::uuid[])`.execute(db);
    await sql`delete from question where subject_kind = 'Event'
      and not exists (select from event where id = subject_id)`.execute(db);
    await clearSuggestionsOf(db, demo.people);
    const organizations = await clearOrganizations(db, demo.people);
    for (const personId of demo.people) await eraseAllAbout(services, em, personId);
    await removePeople(db, demo.people);
    const { rows: left } = await sql<{ personId: string }>`
      select id as "personId" from person where id = any(${demo.people}::uuid[])`.execute(db);
    // What they hold or said on boards of real people goes when a server runs.
    const jobs = left.map(({ personId }) => ({
      ...{ data: { personId } satisfies EndJob, notBefore: { seconds: 0 } },
    }));
    if (jobs.length > 0) await services.jobs.enqueue(em, RETENTION_QUEUE, jobs);
    return { people: demo.people.length, organizations, campaigns: campaigns.length, asks, ...taken };
  });
}

/** Those that people of the demo made. One that a local got by its ask is the local's, whoever offered it. */
async function findCampaigns(db: Kysely, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select campaign.id from campaign join organization on organization.id = campaign.organization_id
    where campaign.created_by_id = any(${people}::uuid[]) or (campaign.created_by_id is null and ${isFilledIn}
      and not exists (select from ask where ask.campaign_id = campaign.id))`.execute(db);
  return rows.map(({ id }) => id);
}

async function clearAsks(
  db: Kysely,
  {
    people,
    asks,
    campaigns,
  }: { people: readonly string[]; asks: readonly string[]; campaigns: readonly string[] },
): Promise<number> {
  const { rows } =
    await sql`delete from ask where id = any(${asks}::uuid[]) or campaign_id = any(${campaigns}::uuid[])
    returning id`.execute(db);
  // Somebody who is nobody promised an answer, or gave one.
  const theirs = sql`((status = 'TRIAGED' and triaged_by_id = any(${people}::uuid[]))
    or (status = 'DECLINED' and decided_by_id = any(${people}::uuid[])))`;
  await sql`delete from plan where status <> 'AGREED' and ask_id in (select id from ask where ${theirs})`.execute(
    db,
  );
  await sql`update ask set status = 'SUBMITTED', triaged_at = null, triaged_by_id = null, decided_at = null,
    decided_by_id = null, decline_words = null, decline_elsewhere = null where ${theirs}`.execute(db);
  return rows.length;
}

/** What people of the demo opened or shut for others on campaigns that stay. */
async function clearLinks(db: Kysely, people: readonly string[]): Promise<void> {
  for (const [table, column] of [
    ['watch_link', 'created_by_id'],
    ['approval_link', 'created_by_id'],
    ['recap_link', 'created_by_id'],
    ['role_link', 'created_by_id'],
    ['campaign_block', 'by_id'],
    ['invitation', 'invited_by_id'],
  ] as const) {
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = any(${people}::uuid[])`.execute(db);
  }
  await sql`delete from template_edition where edited_by_id = any(${people}::uuid[]) and not exists (
    select from plan, jsonb_array_elements(plan.items) item where item ->> 'templateKey' = template_edition.key
      and (item ->> 'templateVersion')::int = template_edition.version)`.execute(db);
}

/** Theirs, where no campaign of real people is left in it. */
async function clearOrganizations(db: Kysely, people: readonly string[]): Promise<number> {
  const { rows } = await sql`delete from organization
    where (created_by_id = any(${people}::uuid[]) or ${isFilledIn})
      and not exists (select from campaign where campaign.organization_id = organization.id) returning id`.execute(
    db,
  );
  return rows.length;
}

/** Whoever left a trace on a campaign of real people stays as a row without a name. */
async function removePeople(db: Kysely, people: readonly string[]): Promise<void> {
  await sql`update person set demo_part = null where id = any(${people}::uuid[])`.execute(db);
  await sql`delete from person where id = any(${people}::uuid[])
    and not exists (select from card where person.id in (holder_id, partner_id, thanked_by_id, card.craft_reviewer_id))
    and not exists (select from claim where person_id = person.id)
    and not exists (select from hand_in where person.id in (hand_in.person_id, craft_reviewer_id, reviewer_id))
    and not exists (select from file where file.person_id = person.id)
    and not exists (select from comment where comment.person_id = person.id)
    and not exists (select from draft where draft.person_id = person.id)`.execute(db);
}
