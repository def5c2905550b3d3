import { sql } from 'kysely';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { typedHandleKey } from './handle.ts';
import type { Joined, Visitor } from './join.ts';
import { openSession } from './open-session.ts';
import { putRecoveryCode } from './renew-recovery-code.ts';
import { hashOf, hashOfRecoveryCode, isSameHash } from '../access/secret.ts';

/** Longer than any code with its dashes and spaces, and than what a client marks its attempt with. */
const MAX_CODE = 200;

/**
 * Signs a person in by handle and recovery code, on one more device. The code may be typed in any case, with or
 * without dashes and spaces. It works once: the new one comes with the answer, and the person is told. An answer that
 * was lost on the way comes again for ten minutes, for the same code and the same `attempt`. Refuses an unknown handle
 * and a wrong code in the same words: who joined is nobody's business.
 */
export async function signIn(
  services: Services,
  input: { handle: string; recoveryCode: string; attempt?: string | null | undefined },
  visitor: Visitor,
): Promise<Joined> {
  const wrong = new InvalidInput(
    'recoveryCode',
    'UNKNOWN',
    'This handle and this code do not belong together. Check both.',
  );
  const { attempt } = input;
  if (input.recoveryCode.length > MAX_CODE || (attempt?.length ?? 0) > MAX_CODE) throw wrong;
  const typed = hashOfRecoveryCode(input.recoveryCode);
  const again = attempt ? hashOf(`${typed.toString('hex')} ${attempt}`) : null;
  const joined = await services.orm.em.fork().transactional(async (em) => {
    // Locked: of two who come with one code, one comes in.
    const { rows } = await sql<{ id: string; code: Buffer | null; lost: Buffer | null }>`
      select id, recovery_hash as code,
        case when recovery_lost_until > clock_timestamp() then recovery_lost_hash end as lost
      from person where handle_key = ${typedHandleKey(input.handle)} for update`.execute(em.getKysely());
    const [person] = rows;
    const right =
      isSameHash(typed, person?.code ?? null) || (again && isSameHash(again, person?.lost ?? null));
    if (!right || !person) throw wrong;
    const recoveryCode = await putRecoveryCode(services, em, person.id, again);
    const opened = await openSession(em, {
      personId: person.id,
      device: visitor.device,
      replaces: visitor.viewer,
      idleDays: services.config.sessionIdleDays,
    });
    return { ...opened, recoveryCode };
  });
  services.word.hint([joined.viewer]);
  if (visitor.viewer) services.hints.send({ person: visitor.viewer.personId });
  return joined;
}
