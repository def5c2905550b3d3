import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { hashOf } from '../../core/access/secret.ts';
import { TokenScope } from '../../core/access/token-scope.ts';
import { newTokenText } from '../../core/access/token-text.ts';
import { readerOf, refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { readCampaignsById } from '../../core/campaign/read-campaigns.ts';
import { lockOrganization } from '../../core/organization/lock-organization.ts';
import { readOrganizers } from '../../core/trust/give-role.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput, notAllowed, notFound, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';

/** Days for which a token may count. */
export const MAX_DAYS = 365;
/** Campaigns that a token may be limited to. */
export const MAX_CAMPAIGNS = 20;
/** Tokens of one person, and of one organization, that count at once. */
export const MAX_STANDING = 20;
const MAX_NAME = 60;

export interface NewToken {
  name: string;
  scopes: readonly TokenScope[];
  organizationId: string | null;
  campaignIds: readonly string[] | null;
  days: number;
}

/**
 * Makes a token by which a tool acts for the viewer, or for an organization of which they are an organizer; all its
 * other organizers are told then. Returns the row id, and the text: nothing but its hash is kept.
 */
export async function createToken(
  services: Services,
  viewer: Viewer,
  input: NewToken,
): Promise<{ id: string; secret: string }> {
  const id = newId();
  const secret = newTokenText(id);
  const { organizationId } = input;
  const notices = await services.orm.em.fork().transactional(async (em) => {
    // Of two that are made at once, and would be one too many, the second waits here.
    await sql`select from person where id = ${viewer.personId} for no key update`.execute(em.getKysely());
    if (organizationId !== null) await lockOrganization(em, organizationId);
    const actor = requireViewer(await refreshViewer(em, viewer));
    if (organizationId !== null && actor.roles.get(organizationId) !== 'ORGANIZER')
      throw notAllowed('ORGANIZERS_ONLY', 'Only organizers of this local can do this.');
    const name = plainText(input.name, { field: 'name', max: MAX_NAME });
    const scopes = takeScopes(input.scopes);
    if (!Number.isInteger(input.days) || input.days < 1 || input.days > MAX_DAYS)
      throw new InvalidInput('days', 'OUT_OF_RANGE', `From 1 to ${MAX_DAYS}.`, { limit: MAX_DAYS });
    const campaigns =
      input.campaignIds && (await takeCampaigns(em, actor, input.campaignIds, organizationId));
    const made = await sql`
      insert into token (id, person_id, organization_id, name, token_hash, scopes, campaigns, expires_at)
      select ${id}, ${actor.personId}, ${organizationId}, ${name}, ${hashOf(secret)}, ${scopes}, ${campaigns},
        clock_timestamp() + make_interval(days => ${input.days})
      where (select count(*) from token where ended_at is null and expires_at > clock_timestamp()
        and case when ${organizationId}::uuid is null then person_id = ${actor.personId} and organization_id is null
          else organization_id = ${organizationId} end) < ${MAX_STANDING}
      returning id`.execute(em.getKysely());
    if (made.rows.length === 0)
      throw new Refusal(
        'TOO_MANY_REQUESTS',
        `${MAX_STANDING} tokens count already. Revoke one first.`,
        'TOKENS_STANDING',
      );
    if (organizationId === null) return [];
    const organizers = await readOrganizers(em, organizationId);
    const notices = organizers
      .filter((personId) => personId !== actor.personId)
      .map((personId): Notice => ({
        ...{ personId, kind: 'TOKEN_MADE', organizationId, aboutId: actor.personId },
        path: '/me/tools',
      }));
    await notify(services, em, notices);
    return notices;
  });
  hintNotices(services, notices);
  return { id, secret };
}

/** Each once, in the order in which they are told. */
function takeScopes(scopes: readonly TokenScope[]): TokenScope[] {
  if (scopes.length === 0) throw new InvalidInput('scopes', 'EMPTY', 'Say what the tool may do.');
  return Object.values(TokenScope).filter((scope) => scopes.includes(scope));
}

/** Each once, in the order of their ids. Refuses one that they may not read, or that another organization runs. */
async function takeCampaigns(
  em: Em,
  viewer: Viewer,
  ids: readonly string[],
  organizationId: string | null,
): Promise<string[]> {
  const campaignIds = [...new Set(ids)].sort();
  if (campaignIds.length === 0)
    throw new InvalidInput('campaignIds', 'EMPTY', 'Name a campaign, or leave this out for all of them.');
  if (campaignIds.length > MAX_CAMPAIGNS)
    throw new InvalidInput('campaignIds', 'TOO_MANY', `Keep it to ${MAX_CAMPAIGNS}.`, {
      limit: MAX_CAMPAIGNS,
    });
  const found = await readCampaignsById(em, readerOf(viewer), campaignIds);
  if (found.length < campaignIds.length) throw notFound('campaign');
  if (organizationId !== null && found.some((campaign) => campaign.organizationId !== organizationId))
    throw new InvalidInput('campaignIds', 'UNKNOWN', 'This campaign is not one of that organization.');
  return campaignIds;
}
