import { InvalidInput } from '../refusal.ts';
import type { Services } from '../services.ts';
import { typedHandleKey } from './handle.ts';
import type { Visitor } from './join.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { hashOfRecoveryCode, isSameHash } from './secret.ts';

/** Longer than any code with its dashes and spaces. */
const MAX_CODE = 200;

/**
 * Signs a person in by handle and recovery code, on one more device. The code may be typed in any case, with or
 * without dashes and spaces. Refuses an unknown handle and a wrong code in the same words: who joined is nobody's
 * business.
 */
export async function signIn(
  services: Services,
  input: { handle: string; recoveryCode: string },
  visitor: Visitor,
): Promise<OpenedSession> {
  const wrong = new InvalidInput(
    'recoveryCode',
    'UNKNOWN',
    'This handle and this code do not belong together. Check both.',
  );
  if (input.recoveryCode.length > MAX_CODE) throw wrong;
  const typed = hashOfRecoveryCode(input.recoveryCode);
  const opened = await services.orm.em.fork().transactional(async (em) => {
    const person = await em
      .getKysely()
      .selectFrom('person')
      .select(['id', 'recovery_hash as recoveryHash'])
      .where('handle_key', '=', typedHandleKey(input.handle))
      .executeTakeFirst();
    if (!isSameHash(typed, person?.recoveryHash ?? null) || !person) throw wrong;
    return openSession(em, { personId: person.id, device: visitor.device, replaces: visitor.viewer });
  });
  if (visitor.viewer) services.hints.send({ person: visitor.viewer.personId });
  return opened;
}
