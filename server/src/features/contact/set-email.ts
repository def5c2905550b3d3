import { sql } from 'kysely';
import type { DeliveryJob } from '../notification/run-delivery.ts';
import { takeCodeRoom } from '../../platform/mail/mail-room.ts';
import type { MailLimits } from '../../platform/mail/mail-limits.ts';
import { changeChoice, type ChoiceInput, takeChoice } from '../notification/update-choice.ts';
import type { NetworkShare, Shares } from '../../platform/entries/network-share.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { foldAddress, foldMailbox, takeEmailAddress } from '../../platform/mail/email-address.ts';
import { countCode, forgetOldBrakes, tooManyCodes } from './code-brake.ts';
import { codeHash, emailCode } from '../notification/email-code.ts';
import { addressPlace } from '../notification/places.ts';
import { DELIVERY_QUEUE } from '../notification/delivery-queue.ts';

/** Codes that one network may have sent in a day: a hall behind one address is many people. */
export function codesOfNetwork({ codesPerNetwork: home }: MailLimits): Shares {
  return { home, customer: Math.ceil(home * 1.5), site: home * 2 };
}

/**
 * Keeps an address, sealed, in place of the one before, and sends it a code. Until the code came back nothing else
 * is sent there. Refuses what is no address, the suspended, more than five codes a day, and what the limits on mails leave no room
 * for. Whether somebody else has the address shows nowhere; a mailbox that was sent five codes today gets none, and
 * nobody is told. `hasRoom` takes room of the network it is asked from.
 */
export async function setEmail(
  services: Services,
  viewer: Viewer,
  input: { address: string } & Pick<ChoiceInput, 'language' | 'timeZone'>,
  hasRoom: () => Promise<boolean> = async () => true,
): Promise<void> {
  const address = takeEmailAddress(input.address);
  const choice = takeChoice(services, { language: input.language, timeZone: input.timeZone });
  const { codesPerMailbox } = services.config.mailLimits;
  // Counted on another connection, so before anything is locked.
  if (!(await hasRoom())) throw tooManyCodes('NETWORK');
  await services.orm.em.fork().transactional(async (em) => {
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const db = em.getKysely();
    await forgetOldBrakes(db);
    if ((await countCode(db, services.vault.keyedHash(personId, 'code brake'))) > codesPerMailbox) {
      throw new Refusal(
        'TOO_MANY_REQUESTS',
        `We sent you ${codesPerMailbox} codes today. Try again tomorrow.`,
        'CODES_TODAY',
      );
    }
    const addressKey = services.vault.keyedHash(foldAddress(address), 'e-mail address');
    const mailboxKey = services.vault.keyedHash(foldMailbox(address), 'code mailbox');
    const quietly = (await countCode(db, mailboxKey)) > codesPerMailbox;
    const { rows } = await sql<{ sentAt: Date }>`
      insert into contact (person_id, address_sealed, address_key, code_sent_at)
      values (${personId}, ${services.vault.seal(address, addressPlace(personId))}, ${addressKey}, clock_timestamp())
      on conflict (person_id) do update set address_sealed = excluded.address_sealed,
        address_key = excluded.address_key, code_sent_at = excluded.code_sent_at, code_tries = 0, confirmed_at = null
      returning code_sent_at as "sentAt"`.execute(db);
    const { sentAt } = rows[0]!;
    const hash = codeHash(services.vault, personId, emailCode(services.vault, personId, sentAt));
    await db.updateTable('contact').set({ code_hash: hash }).where('person_id', '=', personId).execute();
    await changeChoice(db, personId, choice);
    // Also where none is sent: whether there is room must not show which mailbox has had its codes.
    const full = await takeCodeRoom(em, services, address);
    if (full) throw tooManyCodes(full);
    if (quietly) return;
    const job: DeliveryJob = { codeFor: personId, sentAt: sentAt.toISOString() };
    await services.jobs.enqueue(em, DELIVERY_QUEUE, [{ data: job, notBefore: { seconds: 0 } }]);
  });
}

declare module '../../platform/services.ts' {
  interface Services {
    /** How many codes one network may have sent to addresses. */
    codeShare: NetworkShare;
  }
}
