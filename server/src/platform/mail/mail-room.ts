import { sql } from 'kysely';
import { domainForCounting } from './email-address.ts';
import type { Em } from '../db/orm.ts';
import { CarrierFailure, type Mail } from './carriers.ts';
import type { Orm } from '../db/orm.ts';
import type { Vault } from '../vault/vault.ts';
import type { MailLimits } from './mail-limits.ts';

interface Limits {
  mailLimits: MailLimits;
}

/** Which limit leaves no room for a mail. */
export type FullRoom = 'HOUR' | 'DAY' | 'DOMAIN';

interface Room {
  scope: string;
  perHour: number;
  perDay: number;
}

/**
 * Takes room for one code in the transaction of `em`, and says which limit leaves none; then the transaction has to
 * end, with nothing taken. Others wait for it from here on, so it comes late.
 */
export async function takeCodeRoom(
  em: Em,
  { vault, config }: { vault: Vault; config: Limits },
  address: string,
): Promise<FullRoom | null> {
  const { codesPerHour, codesPerDay, codesPerDomain } = config.mailLimits;
  const domain = vault.keyedHash(domainForCounting(address), 'mail domain').toString('base64url');
  const ofDomain = await takeRoom(em, { scope: domain, perHour: codesPerDomain, perDay: Infinity });
  if (ofDomain) return 'DOMAIN';
  return (
    (await takeRoom(em, { scope: 'codes', perHour: codesPerHour, perDay: codesPerDay })) ??
    (await takeRoom(em, roomOfAll(config)))
  );
}

/**
 * Lets mails out while there is room for them in this hour and day. One too many is a failure that is not final: it is
 * tried again later. Codes took theirs when they were asked for.
 */
export function withMailRoom(
  { orm, config }: { orm: Orm; config: Limits },
  sendMail: (mail: Mail) => Promise<void>,
): (mail: Mail) => Promise<void> {
  return async (mail) => {
    if (mail.isCode) return sendMail(mail);
    await orm.em.fork().transactional(async (em) => {
      const full = await takeRoom(em, roomOfAll(config));
      if (full) throw new CarrierFailure(`MAIL_LIMIT_${full}`, { words: WORDS[full] });
    });
    try {
      await sendMail(mail);
    } catch (error) {
      await giveBack(orm.em.fork());
      throw error;
    }
  };
}

const WORDS = {
  HOUR: 'MAIL_LIMIT_HOUR: as many mails left in this hour as MAIL_HOUR allows. It is tried again later.',
  DAY: 'MAIL_LIMIT_DAY: as many mails left in 24 hours as MAIL_DAY allows. It is tried again later.',
};

const ALL = 'all';
const roomOfAll = ({ mailLimits: { perHour, perDay } }: Limits): Room => ({
  scope: ALL,
  perHour,
  perDay,
});

const HOUR = sql`date_trunc('hour', clock_timestamp())`;

/** Takes before it looks, so that of two at once one waits; where there was none, the caller rolls back. */
async function takeRoom(em: Em, { scope, perHour, perDay }: Room): Promise<'HOUR' | 'DAY' | null> {
  const db = em.getKysely();
  await sql`delete from mail_count where (scope, hour) in (select scope, hour from mail_count
    where hour < clock_timestamp() - interval '2 days' limit 50 for update skip locked)`.execute(db);
  const taken = await sql<{ hour: Date; count: number }>`insert into mail_count as known (scope, hour, count)
    values (${scope}, ${HOUR}, 1) on conflict (scope, hour) do update set count = known.count + 1
    returning hour, count`.execute(db);
  const { hour, count } = taken.rows[0]!;
  if (count > perHour) return 'HOUR';
  if (perDay === Infinity) return null;
  const earlier = await sql<{ count: number }>`select coalesce(sum(count), 0)::int as count from mail_count
    where scope = ${scope} and hour < ${hour} and hour > ${hour}::timestamptz - interval '24 hours'`.execute(
    db,
  );
  return count + earlier.rows[0]!.count > perDay ? 'DAY' : null;
}

async function giveBack(em: Em): Promise<void> {
  await sql`update mail_count set count = count - 1 where scope = ${ALL} and hour = ${HOUR} and count > 0`.execute(
    em.getKysely(),
  );
}

/** How many mails left, and codes were asked for, in this hour and in 24 hours. */
export interface MailUse {
  thisHour: number;
  thisDay: number;
  codesThisHour: number;
  codesThisDay: number;
}

export async function readMailUse(em: Em): Promise<MailUse> {
  const { rows } = await sql<MailUse>`select
      coalesce(sum(count) filter (where scope = ${ALL} and hour >= ${HOUR}), 0)::int as "thisHour",
      coalesce(sum(count) filter (where scope = ${ALL}), 0)::int as "thisDay",
      coalesce(sum(count) filter (where scope = 'codes' and hour >= ${HOUR}), 0)::int as "codesThisHour",
      coalesce(sum(count) filter (where scope = 'codes'), 0)::int as "codesThisDay"
    from mail_count where scope in (${ALL}, 'codes') and hour > ${HOUR} - interval '24 hours'`.execute(
    em.getKysely(),
  );
  return rows[0]!;
}
