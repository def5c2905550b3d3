import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import { mayManageCampaign, readCampaignOf } from '../../core/campaign/campaign-rights.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { hashOf, newSessionToken } from '../../core/access/secret.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { asMissing, InvalidInput, notAllowed, notFound, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';

/** A week unattended, and no longer: a forgotten screen falls silent by itself. */
export const MAX_HOURS = 7 * 24;
const MAX_LABEL = 80;
/** Links of one campaign that open its wall at once. */
const MAX_OPEN = 20;
/** Days for which a link that opens nothing stays in the list. */
const KEPT_DAYS = 30;

/**
 * Makes a link by which a screen without an account shows the wall of a campaign, for so many hours. Organizers and
 * coordinators may. Returns the token and the campaign's name in addresses: nothing but a hash of the token is kept.
 */
export async function createWatchLink(
  services: Services,
  viewer: Viewer,
  input: {
    campaignId: string;
    label: string;
    hours: number;
    sensitivity: Sensitivity;
    showsHandles: boolean;
    showsThanks: boolean;
  },
): Promise<{ token: string; slug: string }> {
  const { campaignId, hours, sensitivity, showsHandles, showsThanks } = input;
  const token = newSessionToken();
  const slug = await services.orm.em.fork().transactional(async (em) => {
    const actor = await requireManager(em, viewer, campaignId);
    const label = plainText(input.label, { field: 'label', max: MAX_LABEL });
    if (!Number.isInteger(hours) || hours < 1 || hours > MAX_HOURS) {
      throw new InvalidInput('hours', 'OUT_OF_RANGE', 'From one hour to seven days.', { limit: MAX_HOURS });
    }
    const db = em.getKysely();
    // Of two who make the last one at once, the second waits here and is refused.
    const { rows } = await sql<{ slug: string }>`
      select slug from campaign where id = ${campaignId} for no key update`.execute(db);
    await sql`delete from watch_link where campaign_id = ${campaignId}
      and expires_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(db);
    const made =
      await sql`insert into watch_link (id, campaign_id, token_hash, label, sensitivity, shows_handles,
        shows_thanks, created_by_id, created_at, expires_at)
      select ${newId()}, ${campaignId}, ${hashOf(token)}, ${label}, ${sensitivity}, ${showsHandles}, ${showsThanks},
        ${actor.personId}, clock_timestamp(), clock_timestamp() + make_interval(hours => ${hours})
      where (select count(*) from watch_link where campaign_id = ${campaignId} and revoked_at is null
        and expires_at > clock_timestamp()) < ${MAX_OPEN}
      returning id`.execute(db);
    if (made.rows.length === 0) {
      throw new Refusal(
        'TOO_MANY_REQUESTS',
        `${MAX_OPEN} links open this wall already. Take one back first.`,
        'LINKS_OPEN',
      );
    }
    return rows[0]!.slug;
  });
  return { token, slug };
}

/** Takes a link back: screens that show by it stop at once. Returns the row id of its campaign. Whoever may make one may. */
export async function revokeWatchLink(services: Services, viewer: Viewer, linkId: string): Promise<string> {
  const { campaignId, createdById } = await services.orm.em
    .fork()
    .transactional(async (em) => {
      const db = em.getKysely();
      const { rows } = await sql<{ campaignId: string; createdById: string }>`
        select campaign_id as "campaignId", created_by_id as "createdById" from watch_link
        where id = ${linkId}`.execute(db);
      const [link] = rows;
      if (!link) {
        requireViewer(await refreshViewer(em, viewer));
        throw notFound('link');
      }
      await requireManager(em, viewer, link.campaignId);
      await sql`update watch_link set revoked_at = clock_timestamp()
        where id = ${linkId} and revoked_at is null`.execute(db);
      return link;
    })
    .catch(asMissing('link'));
  // What its maker may do is what the link is worth, so whoever looks at the one looks at the other.
  services.hints.send({ person: createdById });
  return campaignId;
}

async function requireManager(em: Em, viewer: Viewer, campaignId: string): Promise<Viewer> {
  const now = requireViewer(await refreshViewer(em, viewer));
  const { organizationId } = await readCampaignOf(em, now, campaignId);
  if (!mayManageCampaign(now, { organizationId, campaignId })) {
    throw notAllowed(
      'ORGANIZERS_AND_COORDINATORS_ONLY',
      'Only organizers of this local and coordinators can do this.',
    );
  }
  return now;
}
