import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { timelessId } from '../../platform/db/timeless-id.ts';
import type { Em } from '../../platform/db/orm.ts';
import { languageTags } from '../../platform/input/text.ts';
import { InvalidInput, notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { checkHandle, handleKey, handlesNear, SHAPE_OF_KEY, shapeKey } from './handle.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { Person } from './person.entity.ts';
import { hashOfRecoveryCode, newRecoveryCode } from '../access/secret.ts';
import type { Skill } from '../access/skill.ts';
import { isDemoPerson } from './demo-part.ts';
import type { Viewer } from '../access/viewer.ts';

/** Who asks to be let in: the session their browser has now, and what to call the device. */
export interface Visitor {
  viewer: Viewer | null;
  device: string;
}

export interface Joined extends OpenedSession {
  /** Shown once; nothing but its hash is kept. */
  recoveryCode: string;
}

/**
 * Makes a person of standing NEW and signs them in. Refuses a handle against the rules of `checkHandle`, a
 * handle that is taken or looks like one that is, unknown languages, and somebody who is signed in: their
 * session would be lost, perhaps with the only way back. Of two who ask for one handle at once, one gets it.
 */
export async function join(
  services: Services,
  input: { handle: string; skills: Skill[]; languages: string[] },
  visitor: Visitor,
): Promise<Joined> {
  const handle = checkHandle(input.handle);
  const person = {
    id: timelessId(),
    handle,
    handleKey: handleKey(handle),
    skills: [...new Set(input.skills)],
    languages: languageTags(input.languages, 'languages'),
  };
  const recoveryCode = newRecoveryCode();
  const em = services.orm.em.fork();
  if (visitor.viewer && !(await isDemoPerson(em, visitor.viewer.personId))) {
    throw notAllowed(
      'SIGNED_IN_ALREADY',
      `You are signed in as ${visitor.viewer.handle}. Sign out first to join under another handle.`,
    );
  }
  try {
    const opened = await em.transactional(async (em) => {
      await refuseLookAlike(em, handle);
      await em.insert(Person, { ...person, recoveryHash: hashOfRecoveryCode(recoveryCode) });
      return openSession(em, {
        personId: person.id,
        device: visitor.device,
        replaces: visitor.viewer,
        idleDays: services.config.sessionIdleDays,
      });
    });
    if (visitor.viewer) services.hints.send({ person: visitor.viewer.personId });
    return { ...opened, recoveryCode };
  } catch (error) {
    // The index decides, not a look before: between look and insert somebody else may come.
    if (error instanceof UniqueConstraintViolationException) throw await handleTaken(em, handle);
    throw error;
  }
}

/**
 * Refuses a handle that looks like one that is there, letter for letters. Of two who join at once with handles of one
 * shape the second waits for the first.
 */
async function refuseLookAlike(em: Em, handle: string): Promise<void> {
  const shape = shapeKey(handle);
  const db = em.getKysely();
  await sql`select pg_advisory_xact_lock(hashtextextended(${`handle ${shape}`}, 0))`.execute(db);
  const { rows } = await sql`select from person where ${sql.raw(SHAPE_OF_KEY)} = ${shape} limit 1`.execute(
    db,
  );
  if (rows.length > 0) throw await handleTaken(em, handle);
}

async function handleTaken(em: Em, handle: string): Promise<InvalidInput> {
  const near = handlesNear(handle);
  const taken = await em
    .getKysely()
    .selectFrom('person')
    .select(sql<string>`${sql.raw(SHAPE_OF_KEY)}`.as('key'))
    .where(sql<boolean>`${sql.raw(SHAPE_OF_KEY)} = any(${near.map(shapeKey)})`)
    .execute();
  const free = near.find((one) => taken.every(({ key }) => key !== shapeKey(one)));
  const advice = free ? `“${free}” is free.` : 'Choose another.';
  return new InvalidInput(
    'handle',
    'TAKEN',
    `“${handle}” is taken, or looks like a handle that is. ${advice}`,
    {
      code: 'HANDLE_TAKEN',
    },
  );
}
