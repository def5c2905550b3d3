import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { readCoordinators } from '../../core/person/read-coordinators.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { AskAnswers } from './ask-answers.ts';
import { AskStatus } from './ask.entity.ts';
import { readAskByToken, requireAskByToken } from './read-asks.ts';

/** Asks that are sent in 24 hours, from everywhere together: what people here can read. More are held back. */
export const ASKS_A_DAY = 500;

/**
 * Sends the ask behind a link: from now on it is waited for, and every coordinator is told. One that comes when
 * `hasRoom` says no, or after as many in a day as can be read, is kept whole and held back until a coordinator has
 * looked at it: intake never closes. Sending it again changes nothing. Refuses a link that leads nowhere, and an ask
 * that says neither who asks nor what happens.
 */
export async function submitAsk(
  services: Services,
  token: string,
  hasRoom: () => Promise<boolean> = async () => true,
): Promise<void> {
  // Room is counted by another connection, so before anything is locked. Who is refused takes none.
  const found = await readAskByToken(services.orm.em.fork(), token);
  if (found && found.status !== AskStatus.DRAFT) return;
  if (found) requireContent(found.answers);
  const room = found ? await hasRoom() : true;
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const { id, status, answers } = await requireAskByToken(em, token);
    if (status !== AskStatus.DRAFT) return null;
    requireContent(answers);
    const db = em.getKysely();
    const held = !room || (await isDayFull(db));
    await db
      .updateTable('ask')
      .set(
        held
          ? { status: AskStatus.HELD, held_at: sql`clock_timestamp()` }
          : { status: AskStatus.SUBMITTED, submitted_at: sql`clock_timestamp()` },
      )
      .where('id', '=', id)
      .execute();
    const told = held ? await noticesOfHeld(em) : await noticesOfAsk(em);
    await notify(services, em, told);
    return told;
  });
  if (!notices) return;
  services.hints.send({ desk: true });
  hintNotices(services, notices);
}

function requireContent({ organizationName, happening }: AskAnswers): void {
  if (organizationName || happening) return;
  throw new InvalidInput('happening', 'EMPTY', 'Say who you are, or what is happening. The rest can wait.');
}

async function isDayFull(db: Kysely): Promise<boolean> {
  // One at a time, or many at once would each find room for themselves.
  await sql`select pg_advisory_xact_lock(hashtext('ask.submit'))`.execute(db);
  const { sent } = await db
    .selectFrom('ask')
    .select(sql<number>`count(*)::int`.as('sent'))
    .where('submitted_at', '>', sql<Date>`clock_timestamp() - interval '24 hours'`)
    .executeTakeFirstOrThrow();
  return sent >= ASKS_A_DAY;
}

/** Every coordinator. */
export async function noticesOfAsk(em: Em): Promise<Notice[]> {
  return (await readCoordinators(em)).map((personId): Notice => ({ personId, kind: 'ASK_CAME' }));
}

/** Coordinators who do not know yet that some are held back: a flood is one thing to know, and not a thousand. */
async function noticesOfHeld(em: Em): Promise<Notice[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id as "personId" from notification where kind = 'ASK_HELD' and read_at is null`.execute(
    em.getKysely(),
  );
  const know = new Set(rows.map(({ personId }) => personId));
  const coordinators = (await readCoordinators(em)).filter((personId) => !know.has(personId));
  return coordinators.map((personId): Notice => ({ personId, kind: 'ASK_HELD' }));
}
