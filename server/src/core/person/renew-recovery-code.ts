import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { deleteOtherSessions } from './end-session.ts';
import { hashOfRecoveryCode, newRecoveryCode } from '../access/secret.ts';
import { refreshViewer, type Viewer } from '../access/viewer.ts';

/**
 * Gives the viewer a new recovery code, to be shown once. The one before is void from now on. They are told wherever
 * they are signed in; on request all other sessions end.
 */
export async function renewRecoveryCode(
  services: Services,
  viewer: Viewer,
  { endOtherSessions = false }: { endOtherSessions?: boolean | null | undefined } = {},
): Promise<string> {
  const recoveryCode = await services.orm.em.fork().transactional(async (em) => {
    await refreshViewer(em, viewer);
    if (endOtherSessions) await deleteOtherSessions(em, viewer);
    return putRecoveryCode(services, em, viewer.personId, null);
  });
  services.word.hint([viewer]);
  if (endOtherSessions) services.hints.send({ person: viewer.personId });
  return recoveryCode;
}

/**
 * Puts a new recovery code in place of the one before and tells the person, in the transaction of `em`. `lost` is what
 * opens the door once more if the answer with the new code never arrives; `kind` is what they are told.
 */
export async function putRecoveryCode(
  services: Pick<Services, 'word'>,
  em: Em,
  personId: string,
  lost: Buffer | null,
  kind: 'RECOVERY_CODE_RENEWED' | 'CAME_BACK' = 'RECOVERY_CODE_RENEWED',
): Promise<string> {
  const recoveryCode = newRecoveryCode();
  await sql`update person set recovery_hash = ${hashOfRecoveryCode(recoveryCode)}, recovery_lost_hash = ${lost},
    recovery_lost_until = clock_timestamp() + interval '10 minutes' where id = ${personId}`.execute(
    em.getKysely(),
  );
  await services.word.tell(em, [{ personId, kind }]);
  return recoveryCode;
}
