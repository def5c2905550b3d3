import { sql } from 'kysely';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { CONDUCT_VERSION } from '../person/conduct.ts';
import { refreshViewer, requireViewer, type Viewer } from '../access/viewer.ts';

/**
 * Keeps that the viewer agreed to the code of conduct and has no conflict of interest. `version` is the text they
 * read; an older one is refused. Agreeing again to the same text keeps the first moment.
 */
export async function agreeToConduct(
  services: Services,
  viewer: Viewer,
  { version }: { version: number },
): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    if (version !== CONDUCT_VERSION) {
      throw new InvalidInput('version', 'UNKNOWN', 'The text has changed since you read it. Read it again.');
    }
    await sql`insert into conduct_statement (person_id, version, at)
      values (${personId}, ${version}, clock_timestamp())
      on conflict (person_id) do update set version = excluded.version, at = excluded.at
      where conduct_statement.version <> excluded.version`.execute(em.getKysely());
  });
}

/** When a person agreed to the text as it stands; null when they have not. */
export async function readAgreement(services: Pick<Services, 'orm'>, personId: string): Promise<Date | null> {
  const row = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('conduct_statement')
    .select('at')
    .where('person_id', '=', personId)
    .where('version', '=', CONDUCT_VERSION)
    .executeTakeFirst();
  return row?.at ?? null;
}
