import { sql } from 'kysely';
import {
  loadRights,
  refreshViewer,
  requireViewer,
  type Rights,
  type Viewer,
} from '../../core/access/viewer.ts';
import { readCoordinators } from '../../core/person/read-coordinators.ts';
import { readOrganizers } from '../../core/trust/give-role.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notAllowed, notFound, Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { AskedAbout, RightsOn } from '../question/asked-about.ts';
import { type OpeningRow, readOpenings } from './read-openings.ts';

type Hirers = Pick<OpeningRow, 'organizationId' | 'campaignId'>;

/** Whether somebody is of the hiring side: organizers of the organization, and coordinators. */
export function hires(rights: Rights | null, { organizationId, campaignId }: Hirers): boolean {
  if (!rights || rights.standing === 'SUSPENDED') return false;
  if (campaignId !== null && rights.blocks.has(campaignId)) return false;
  return rights.coordinator || rights.roles.get(organizationId) === 'ORGANIZER';
}

/** Row ids of those who are told of what comes to an opening. */
export async function hiringPeople(
  em: Em,
  { organizationId, byProgramme }: Pick<OpeningRow, 'organizationId' | 'byProgramme'>,
): Promise<string[]> {
  const organizers = await readOrganizers(em, organizationId);
  const coordinators = byProgramme || organizers.length === 0 ? await readCoordinators(em) : [];
  return [...new Set([...organizers, ...coordinators])];
}

/**
 * The opening, locked until the end of the transaction, for who hires. Refuses all others in words: everybody may know
 * that there is an opening.
 */
export async function lockForHiring(
  em: Em,
  viewer: Viewer,
  openingId: string,
): Promise<{ actor: Viewer; opening: OpeningRow }> {
  const actor = requireViewer(await refreshViewer(em, viewer));
  await sql`select from opening where id = ${openingId} for no key update`.execute(em.getKysely());
  const [opening] = await readOpenings(em, sql`opening.id = ${openingId}`);
  if (!opening) throw notFound('opening');
  requireHires(actor, opening);
  return { actor, opening };
}

export function requireHires(actor: Viewer, opening: Hirers): void {
  if (hires(actor, opening)) return;
  if (opening.campaignId !== null && actor.blocks.has(opening.campaignId)) throw blocked();
  throw notHiring();
}

export const notHiring = () =>
  notAllowed(
    'ORGANIZERS_AND_COORDINATORS_ONLY',
    'Only organizers of this local and coordinators can do this.',
  );

export const blocked = () => new Refusal('BLOCKED', 'The local does not want this account on its campaign.');

export const openingClosed = () =>
  wrongStage('OPENING_CLOSED', 'This opening is closed. What you wrote stays with you.');

/** The interview: readers ask while it is open, the hiring side answers, and it stays to be read. */
export const interview: AskedAbout = {
  table: 'opening',
  rights: async ({ em, viewerId }, ids) => {
    const rights = viewerId ? await loadRights(em, viewerId) : null;
    const openings = await readOpenings(em, sql`opening.id = any(${ids}::uuid[])`);
    return new Map(
      openings.map((opening): [string, RightsOn] => [
        opening.id,
        {
          askRefusal: refusalToAsk(rights, opening),
          moderates: hires(rights, opening),
          shownAtOnce: false,
          path: `/o/${opening.slug}`,
        },
      ]),
    );
  },
  told: async (em, id) => {
    const [opening] = await readOpenings(em, sql`opening.id = ${id}`);
    return opening ? hiringPeople(em, opening) : [];
  },
};

function refusalToAsk(rights: Rights | null, { isOpen, campaignId }: OpeningRow): Refusal | null {
  if (campaignId !== null && rights?.blocks.has(campaignId)) return blocked();
  return isOpen
    ? null
    : wrongStage('OPENING_CLOSED', 'This opening is closed. Questions and answers stay to be read.');
}
