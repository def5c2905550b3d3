import { sql } from 'kysely';
import { refreshViewer, type Rights, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';

/** Who sees an organization's tokens, and may end them: its organizers, and coordinators. */
export function mayRevokeFor({ standing, coordinator, roles }: Rights, organizationId: string): boolean {
  return standing !== 'SUSPENDED' && (coordinator || roles.get(organizationId) === 'ORGANIZER');
}

/**
 * Ends a token: one's own, suspended or not; of an organization as its organizer, or as a coordinator. Whatever a tool was
 * just doing by it is done before, or not at all; its sockets close within a second. Of one that has ended nothing is
 * changed. Refuses all others as not found.
 */
export async function revokeToken(services: Services, viewer: Viewer, tokenId: string): Promise<void> {
  const personId = await services.orm.em.fork().transactional(async (em) => {
    const now = await refreshViewer(em, viewer);
    const token = await em
      .getKysely()
      .selectFrom('token')
      .select(['person_id as personId', 'organization_id as organizationId'])
      .where('id', '=', tokenId)
      .executeTakeFirst();
    const may =
      token?.personId === now.personId ||
      (token?.organizationId != null && mayRevokeFor(now, token.organizationId));
    if (!token || !may) throw notFound('token');
    // Who holds it for a change of theirs is waited for: see `changeBoard`.
    await sql`update token set ended_at = clock_timestamp() where id = ${tokenId} and ended_at is null`.execute(
      em.getKysely(),
    );
    return token.personId;
  });
  services.hints.send({ person: personId });
}

/** Ends the tokens that somebody made for organizations in which they are no organizer any more: for good. */
export async function endTokensOf(em: Em, personId: string): Promise<void> {
  await sql`update token set ended_at = clock_timestamp()
    where person_id = ${personId} and organization_id is not null and ended_at is null
      and not exists (select from membership where membership.person_id = token.person_id
        and membership.organization_id = token.organization_id and role = 'ORGANIZER')`.execute(
    em.getKysely(),
  );
}
