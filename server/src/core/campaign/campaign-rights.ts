import type { RefusalCode } from '../../platform/refusal/refusal.ts';
import type { Em } from '../../platform/db/orm.ts';
import { isWithin } from '../access/token-scope.ts';
import { loadRights, type Rights, readerOf, standingHere, type Viewer } from '../access/viewer.ts';
import type { Role } from '../access/role.ts';
import type { Standing } from '../access/standing.ts';
import { notAllowed, notFound } from '../../platform/refusal/refusal.ts';
import { readCampaignsById } from './read-campaigns.ts';

interface Place {
  organizationId: string;
  campaignId: string;
}

/** What somebody is on one campaign. It decides on what they may do there, and the schema shows it to them. */
export interface RightsHere {
  standing: Standing;
  coordinator: boolean;
  /** Role in the organization whose campaign it is. */
  role: Role | null;
  /** Whether one of that organization's people vouches for them. */
  vouched: boolean;
  /** Whether the local does not want them on this campaign. */
  blocked: boolean;
}

export function rightsHere(rights: Rights, { organizationId, campaignId }: Place): RightsHere {
  const { standing, coordinator, roles, vouches, blocks } = rights;
  return {
    standing,
    coordinator,
    role: roles.get(organizationId) ?? null,
    vouched: vouches.has(organizationId),
    blocked: blocks.has(campaignId),
  };
}

/** Whether somebody runs a campaign: organizers of the local, and coordinators. */
export function mayManageCampaign(rights: Rights, place: Place): boolean {
  return mayManage(rightsHere(rights, place));
}

/**
 * What somebody is on one campaign by their session, or by a token: that leaves them what they are there, and nothing of
 * what coordinators have. Refuses a token that was made for other campaigns. What it may be used for, the caller says.
 */
export async function rightsOf(em: Em, viewer: Viewer, place: Place): Promise<RightsHere> {
  const { token } = viewer;
  if (!token) return rightsHere(viewer, place);
  if (!isWithin(token, place.campaignId))
    throw notAllowed('TOKEN_ELSEWHERE', 'This token was made for other campaigns.');
  const rights = await loadRights(em, viewer.personId);
  if (!rights) throw notFound('campaign');
  return { ...rightsHere(rights, place), coordinator: false };
}

/** Who runs the campaign of that id; refuses one that is not there or that somebody may not read. */
export async function readCampaignOf(
  em: Em,
  rights: Rights,
  campaignId: string,
): Promise<{ organizationId: string }> {
  const [campaign] = await readCampaignsById(em, readerOf(rights), [campaignId]);
  if (!campaign) throw notFound('campaign');
  return campaign;
}

/** Whether somebody may change anything on this campaign at all. */
/** Why somebody can claim no card here, whatever the card; null for who can. */
export function claimRefusalOf(rights: Pick<RightsHere, 'standing' | 'blocked'> | null): RefusalCode | null {
  if (rights === null) return 'NOT_SIGNED_IN';
  if (rights.standing === 'SUSPENDED') return 'SUSPENDED';
  return rights.blocked ? 'BLOCKED' : null;
}

export function mayWork({ standing, blocked }: Pick<RightsHere, 'standing' | 'blocked'>): boolean {
  return standing !== 'SUSPENDED' && !blocked;
}

/** Writes cards, orders the board, takes cards back: organizers of the local, and coordinators. */
export function mayManage(rights: RightsHere): boolean {
  return mayWork(rights) && (rights.coordinator || rights.role === 'ORGANIZER');
}

/** Says the local's yes: its organizers and approvers, nobody else. */
export function mayApprove(rights: RightsHere): boolean {
  return mayWork(rights) && (rights.role === 'ORGANIZER' || rights.role === 'APPROVER');
}

/** Reviews the craft: another volunteer of standing, a coordinator, or the team. */
export function mayReviewCraft(rights: RightsHere): boolean {
  if (!mayWork(rights)) return false;
  const standing = standingHere(rights);
  return rights.coordinator || rights.role !== null || standing === 'VETTED' || standing === 'LEAD';
}

/** How many cards somebody may hold at once on this campaign. */
export function claimLimitFor(
  rights: Pick<RightsHere, 'standing' | 'vouched' | 'blocked'>,
  settings: { newcomerClaimLimit: number; claimLimit: number },
): number {
  if (!mayWork(rights)) return 0;
  return standingHere(rights) === 'NEW' ? settings.newcomerClaimLimit : settings.claimLimit;
}
