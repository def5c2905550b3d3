import type { Services } from '../services.ts';
import { hashOfRecoveryCode, newRecoveryCode } from './secret.ts';
import { refreshViewer, type Viewer } from './viewer.ts';

/** Gives the viewer a new recovery code, to be shown once. The one before is void from now on. */
export async function renewRecoveryCode(services: Services, viewer: Viewer): Promise<string> {
  const recoveryCode = newRecoveryCode();
  await services.orm.em.fork().transactional(async (em) => {
    await refreshViewer(em, viewer);
    await em
      .getKysely()
      .updateTable('person')
      .set({ recovery_hash: hashOfRecoveryCode(recoveryCode) })
      .where('id', '=', viewer.personId)
      .execute();
  });
  return recoveryCode;
}
