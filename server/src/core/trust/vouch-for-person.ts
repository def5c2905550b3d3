import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { plainText } from '../../platform/input/text.ts';
import type { Role } from '../access/role.ts';
import { InvalidInput, notAllowed, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { lockPersonByHandle } from '../person/find-person.ts';
import { MAX_STANDING_NOTE } from './set-standing.ts';
import { tellUnvouched } from './vouches.ts';
import { refreshViewer, requireViewer, type Viewer } from '../access/viewer.ts';

/** How many people somebody can vouch for in a day: more than one knows, fewer than a program makes. */
const A_DAY: Record<Role, number> = { MEMBER: 5, APPROVER: 5, ORGANIZER: 20 };

interface Vouching {
  handle: string;
  /** Row id; may be left out by who belongs to one organization. */
  organizationId?: string | null | undefined;
}

/**
 * Makes somebody vetted on the campaigns of one organization, on the word of one of its people; returns their row id.
 * Coordinators may too, for an organization that they name. Nobody vouches for themselves, and nobody for more than a
 * few a day. Vouching for somebody who is vetted there changes nothing; only a coordinator lifts a suspension.
 */
export async function vouchForPerson(
  services: Services,
  viewer: Viewer,
  { note: words, ...vouching }: Vouching & { note?: string | null | undefined },
): Promise<string> {
  const { personId, vouched } = await services.orm.em.fork().transactional(async (em) => {
    // Of two at once by one voucher the second counts the first.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`vouch ${viewer.personId}`}, 0))`.execute(
      em.getKysely(),
    );
    const person = await lockPersonByHandle(em, vouching.handle);
    const now = requireViewer(await refreshViewer(em, viewer));
    const organizationId = whereTheyVouch(now, vouching.organizationId);
    if (person.id === now.personId)
      throw notAllowed('NOT_YOURSELF', 'Nobody vouches for themselves. Ask somebody who knows your work.');
    if (person.standing === 'SUSPENDED')
      throw notAllowed('PERSON_ON_HOLD', 'This account is on hold. Only a coordinator can change that.');
    const note = plainText(words, { field: 'note', max: MAX_STANDING_NOTE, multiline: true, optional: true });
    const nothing = { personId: person.id, vouched: false };
    if (person.standing !== 'NEW') return nothing;
    const db = em.getKysely();
    const { rows: standing } = await sql`select from vouch
      where person_id = ${person.id} and organization_id = ${organizationId} and ended_at is null`.execute(
      db,
    );
    if (standing.length > 0) return nothing;
    const limit = A_DAY[now.roles.get(organizationId) ?? 'ORGANIZER'];
    const { rows } = await sql`
      insert into vouch (id, person_id, organization_id, by_id, note, at)
      select ${newId()}, ${person.id}, ${organizationId}, ${now.personId}, ${note}, clock_timestamp()
      where (select count(*) from vouch where by_id = ${now.personId}
        and at > clock_timestamp() - interval '24 hours') < ${limit}
      returning id`.execute(db);
    if (rows.length === 0) {
      throw new Refusal(
        'DAY_LIMIT',
        `You vouched for ${limit} people today. Go on tomorrow, or ask an organizer or a coordinator.`,
      );
    }
    await services.word.tell(em, [{ personId: person.id, kind: 'STANDING_CHANGED' }]);
    return { personId: person.id, vouched: true };
  });
  if (vouched) {
    services.hints.send({ person: personId });
    services.word.hint([{ personId }]);
  }
  return personId;
}

/**
 * Takes a vouch back; returns the row id of whom it was for. Whoever gave it, organizers of the organization and
 * coordinators may. Where there is none it changes nothing. Cards that the person may no longer read go back to the
 * board.
 */
export async function withdrawVouch(
  services: Services,
  viewer: Viewer,
  { handle, organizationId }: Vouching,
): Promise<string> {
  const { personId, ended } = await services.orm.em.fork().transactional(async (em) => {
    const { id: personId } = await lockPersonByHandle(em, handle);
    const now = requireViewer(await refreshViewer(em, viewer));
    const where = whereTheyVouch(now, organizationId);
    const runs = now.coordinator || now.roles.get(where) === 'ORGANIZER';
    const { rows } = await sql<{ byId: string | null }>`update vouch set ended_at = clock_timestamp()
      where person_id = ${personId} and organization_id = ${where} and ended_at is null
      returning by_id as "byId"`.execute(em.getKysely());
    if (rows[0] && !runs && rows[0].byId !== now.personId) {
      throw notAllowed(
        'VOUCHER_OR_ORGANIZER_ONLY',
        'Whoever vouched takes it back, or an organizer of the local.',
      );
    }
    return { personId, ended: rows.length > 0 };
  });
  if (ended) await tellUnvouched(services, [personId]);
  return personId;
}

/** The organization in whose name somebody vouches: the one they name, or the only one they belong to. */
function whereTheyVouch({ roles, coordinator }: Viewer, named: string | null | undefined): string {
  if (named != null && (coordinator || roles.has(named))) return named;
  if (named != null || roles.size === 0) {
    throw coordinator
      ? notAllowed(
          'NAME_A_LOCAL',
          'Say for which local you vouch, or set how far they are trusted everywhere.',
        )
      : notAllowed('MEMBERS_ONLY', 'People of a local vouch, for the campaigns of that local.');
  }
  const [only, another] = roles.keys();
  if (another === undefined) return only!;
  throw new InvalidInput(
    'organizationId',
    'EMPTY',
    'You belong to several locals. Say for which one you vouch.',
  );
}
