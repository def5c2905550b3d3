import { sql } from 'kysely';
import { changeChoice } from '../notification/update-choice.ts';
import { isSameHash } from '../../core/access/secret.ts';
import { lettersOfCode } from '../../platform/input/typed-code.ts';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { InvalidInput, type Refusal, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { CODE_MINUTES, CODE_TRIES, codeHash } from '../notification/email-code.ts';

/**
 * Takes the code that came to the address, however it was typed; from now on messages go there. Refuses a wrong
 * code, one that was guessed at five times, and one of more than half an hour ago.
 */
export async function confirmEmail(services: Services, viewer: Viewer, typed: string): Promise<void> {
  const code = lettersOfCode(typed);
  if (!/^\d{6}$/.test(code)) throw wrongCode();
  // A wrong answer is counted, so its refusal must not roll the count back.
  const refusal = await services.orm.em.fork().transactional(async (em): Promise<Refusal | null> => {
    const { personId } = requireViewer(await refreshViewer(em, viewer));
    const db = em.getKysely();
    const contact = await db
      .selectFrom('contact')
      .select([
        'code_hash as codeHash',
        'code_tries as tries',
        sql<boolean>`code_sent_at > clock_timestamp() - make_interval(mins => ${CODE_MINUTES})`.as('inTime'),
      ])
      .where('person_id', '=', personId)
      .forUpdate()
      .executeTakeFirst();
    if (!contact?.codeHash)
      return wrongStage('NO_ADDRESS_WAITS', 'There is no address that waits for a code.');
    if (!contact.inTime || contact.tries >= CODE_TRIES) {
      return new InvalidInput('code', 'PAST', 'This code does not count any more. Ask for a new one.');
    }
    if (!isSameHash(codeHash(services.vault, personId, code), contact.codeHash)) {
      await sql`update contact set code_tries = code_tries + 1 where person_id = ${personId}`.execute(db);
      return wrongCode();
    }
    await sql`update contact set code_hash = null, confirmed_at = clock_timestamp()
      where person_id = ${personId}`.execute(db);
    await changeChoice(db, personId, { email: true });
    return null;
  });
  if (refusal) throw refusal;
}

const wrongCode = () => new InvalidInput('code', 'UNKNOWN', 'This is not the code we sent.');
