import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addressPlace } from '../notification/places.ts';
import type { Carriers } from '../../platform/mail/carriers.ts';
import type { Services } from '../../platform/services.ts';
import { counts, digitsOf, hashesOf, tokenOf } from './way-back-secrets.ts';
import { type MailLanguage, writeWayBack } from './write-way-back.ts';

export const WAY_BACK_QUEUE = 'way-back';

/** What the queue carries: an address to look for, by its keyed hash; or a mail to send. Never a secret. */
export type WayBackJob =
  { addressKey: string; language: MailLanguage } | { wayBackId: string; language: MailLanguage };

/** People of one address whom one asking sends a mail: they may share a mailbox. */
const MOST_PEOPLE = 3;

export async function runWayBackJob(services: Services, carriers: Carriers, job: WayBackJob): Promise<void> {
  if ('addressKey' in job) return findPeople(services, job);
  return sendWayBack(services, carriers, job);
}

/** A way back for each person who confirmed the address; none for an address of nobody. */
async function findPeople(
  services: Services,
  { addressKey, language }: Extract<WayBackJob, { addressKey: string }>,
): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const { rows } = await sql<{ personId: string }>`select person_id as "personId" from contact
      where address_key = ${Buffer.from(addressKey, 'base64')} and confirmed_at is not null
      order by confirmed_at desc limit ${MOST_PEOPLE}`.execute(em.getKysely());
    const made = rows.map(({ personId }) => ({ id: randomUUID(), personId }));
    for (const { id, personId } of made) {
      const { tokenHash, codeHash } = hashesOf(services.vault, id);
      await sql`insert into way_back (id, person_id, token_hash, code_hash)
        values (${id}, ${personId}, ${tokenHash}, ${codeHash})`.execute(em.getKysely());
    }
    const jobs = made.map(({ id }) => ({
      data: { wayBackId: id, language } satisfies WayBackJob,
      notBefore: { seconds: 0 },
    }));
    if (jobs.length > 0) await services.jobs.enqueue(em, WAY_BACK_QUEUE, jobs);
  });
}

async function sendWayBack(
  services: Services,
  carriers: Carriers,
  { wayBackId, language }: Extract<WayBackJob, { wayBackId: string }>,
): Promise<void> {
  const { vault } = services;
  const { rows } = await sql<{ personId: string; sealed: Buffer; chosen: MailLanguage | null }>`
    select way.person_id as "personId", address_sealed as sealed, choice.language as chosen
    from way_back way join contact on contact.person_id = way.person_id
    left join notification_choice choice on choice.person_id = way.person_id
    where way.id = ${wayBackId} and ${counts}`.execute(services.orm.em.fork().getKysely());
  // Used, too old, or the address is another one by now.
  if (!rows[0]) return;
  const { personId, sealed, chosen } = rows[0];
  await carriers.sendMail(
    writeWayBack(carriers, {
      to: vault.open(sealed, addressPlace(personId)),
      language: chosen ?? language,
      id: vault.keyedHash(wayBackId, 'way back message').toString('hex').slice(0, 32),
      token: tokenOf(vault, wayBackId),
      digits: digitsOf(vault, wayBackId),
    }),
  );
}
