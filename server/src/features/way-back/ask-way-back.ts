import type { MailLanguage } from './write-way-back.ts';
import { countCode, forgetOldBrakes, tooManyCodes } from '../contact/code-brake.ts';
import { foldMailbox, takeEmailAddress } from '../../platform/mail/email-address.ts';
import { takeCodeRoom } from '../../platform/mail/mail-room.ts';
import type { Services } from '../../platform/services.ts';
import { addressKeyOf } from './way-back-secrets.ts';
import { WAY_BACK_QUEUE, type WayBackJob } from './run-way-back.ts';

/**
 * Sends a way back to an address, if it is somebody's and confirmed. Whether it is shows nowhere, not in the time it
 * takes either: this does the same for every address, and a job looks for people. Refuses what is no address, and what the
 * limits on mails leave no room for; a mailbox that was sent five codes today gets none, and nobody is told.
 */
export async function askWayBack(
  services: Services,
  input: { address: string; language: MailLanguage },
  hasRoom: () => Promise<boolean> = async () => true,
): Promise<void> {
  const address = takeEmailAddress(input.address);
  // Counted on another connection, so before anything is locked.
  if (!(await hasRoom())) throw tooManyCodes('NETWORK');
  await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    await forgetOldBrakes(db);
    const mailboxKey = services.vault.keyedHash(foldMailbox(address), 'code mailbox');
    const quietly = (await countCode(db, mailboxKey)) > services.config.mailLimits.codesPerMailbox;
    const full = await takeCodeRoom(em, services, address);
    if (full) throw tooManyCodes(full);
    if (quietly) return;
    const addressKey = addressKeyOf(services.vault, address).toString('base64');
    const job: WayBackJob = { addressKey, language: input.language };
    await services.jobs.enqueue(em, WAY_BACK_QUEUE, [{ data: job, notBefore: { seconds: 0 } }]);
  });
}
