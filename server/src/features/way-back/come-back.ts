import { sql } from 'kysely';
import { hashOfLinkSecret, isSameHash } from '../../core/access/secret.ts';
import type { Joined, Visitor } from '../../core/person/join.ts';
import { openSession } from '../../core/person/open-session.ts';
import { putRecoveryCode } from '../../core/person/renew-recovery-code.ts';
import { countCode, forgetOldBrakes } from '../contact/code-brake.ts';
import type { Em } from '../../platform/db/orm.ts';
import { lettersOfCode } from '../../platform/input/typed-code.ts';
import { foldAddress } from '../../platform/mail/email-address.ts';
import { InvalidInput, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { addressKeyOf, counts, digitsHash, WAY_BACK_TRIES } from './way-back-secrets.ts';

/** Digits that may be tried for one address in a day: five mails, five tries each. */
const TRIES_A_DAY = 25;
const MAX_TYPED = 300;

/**
 * Signs a person in who lost their code, by the link that came to their confirmed address. It works once, for ten minutes.
 * Whoever reads that mailbox is let in, so the person is told, all their other sessions end, and the recovery code
 * before is void.
 */
export async function comeBackByLink(
  services: Services,
  { token }: { token: string },
  visitor: Visitor,
): Promise<Joined> {
  const joined = await services.orm.em.fork().transactional(async (em) => {
    const tokenHash = hashOfLinkSecret(token);
    // The person first, and then what is theirs: of two ways in at once, the second waits here.
    await sql`select from person where id = (select person_id from way_back where token_hash = ${tokenHash})
      for update`.execute(em.getKysely());
    const { rows } = await sql<{ personId: string }>`delete from way_back way using contact
      where way.token_hash = ${tokenHash} and ${counts}
      returning way.person_id as "personId"`.execute(em.getKysely());
    if (!rows[0]) {
      throw new Refusal(
        'LINK_INVALID',
        'This link does not count any more. Ask for another mail.',
        'WAY_BACK_LINK',
      );
    }
    return letBackIn(services, em, rows[0].personId, visitor);
  });
  return tellAll(services, joined, visitor);
}

/**
 * The same by the six digits of that mail, on another device: with the address they came to. Every try is counted, and
 * five end the digits (the link beside them goes on, since nothing is guessed at it). All refusals are the same: whether
 * an address is known, digits were wrong, late, used, or tried too often.
 */
export async function comeBackByCode(
  services: Services,
  { address, code }: { address: string; code: string },
  visitor: Visitor,
): Promise<Joined> {
  const digits = code.length > MAX_TYPED ? '' : lettersOfCode(code);
  const typed = address.trim();
  if (!/^\d{6}$/.test(digits) || typed === '' || typed.length > MAX_TYPED) throw wrongDigits();
  const { vault } = services;
  const addressKey = addressKeyOf(vault, typed);
  // A wrong try is counted, so its refusal must not roll the count back.
  const joined = await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    await forgetOldBrakes(db);
    // Also for an address of nobody: the same is written, so that the answer takes as long.
    const tries = await countCode(db, vault.keyedHash(foldAddress(typed), 'way back tries'));
    await sql`select from person where id in (select person_id from contact where address_key = ${addressKey})
      order by id for update`.execute(db);
    const { rows } = await sql<{ id: string; personId: string; codeHash: Buffer }>`
      update way_back way set code_tries = way.code_tries + 1 from contact
      where contact.address_key = ${addressKey} and ${counts} and way.code_tries < ${WAY_BACK_TRIES}
      returning way.id, way.person_id as "personId", way.code_hash as "codeHash"`.execute(db);
    const found = rows.filter(({ id, codeHash }) => isSameHash(digitsHash(vault, id, digits), codeHash));
    const [way] = found;
    if (!way || tries > TRIES_A_DAY) return null;
    return letBackIn(services, em, way.personId, visitor);
  });
  if (!joined) throw wrongDigits();
  return tellAll(services, joined, visitor);
}

const wrongDigits = () =>
  new InvalidInput(
    'code',
    'UNKNOWN',
    'These digits do not belong to this address, or do not count any more. Ask for another mail.',
  );

/** Lock the person first. */
async function letBackIn(services: Services, em: Em, personId: string, visitor: Visitor): Promise<Joined> {
  const db = em.getKysely();
  await sql`delete from way_back where person_id = ${personId}`.execute(db);
  await sql`delete from session where person_id = ${personId}`.execute(db);
  const recoveryCode = await putRecoveryCode(services, em, personId, null, 'CAME_BACK');
  const opened = await openSession(em, {
    personId,
    device: visitor.device,
    replaces: visitor.viewer,
    idleDays: services.config.sessionIdleDays,
  });
  return { ...opened, recoveryCode };
}

/** Pages of the sessions that ended hear of it at once. */
function tellAll(services: Services, joined: Joined, visitor: Visitor): Joined {
  services.word.hint([joined.viewer]);
  services.hints.send({ person: joined.viewer.personId });
  if (visitor.viewer) services.hints.send({ person: visitor.viewer.personId });
  return joined;
}
