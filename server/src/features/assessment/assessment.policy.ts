import type { Viewer } from '../../core/access/viewer.ts';

/**
 * Whether somebody is of the people who assess themselves here: whoever has a role in the organization. A coordinator has
 * none by office and reads no round: what they may know of all locals together, `figures.ts` says.
 */
export function isOwnPerson(viewer: Viewer | null, organizationId: string): viewer is Viewer {
  return viewer !== null && viewer.standing !== 'SUSPENDED' && viewer.roles.has(organizationId);
}
