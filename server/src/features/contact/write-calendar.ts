import { sql } from 'kysely';
import { listHeld } from '../../core/card/list-cards.ts';
import { dueAsSeenBy } from '../../core/board/read-cards.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { MailWords } from '../../platform/mail/carriers.ts';
import { loadRights, readerOf } from '../../core/access/viewer.ts';

/** How often calendar programs are asked to look again (s). Left to themselves some do once a day: a claim is two. */
const LOOK_AGAIN = 3600;

/** A moment in somebody's calendar. */
interface Entry {
  id: string;
  at: Date;
  summary: string;
}

/**
 * The calendar (RFC 5545) behind the hash of a token: when what its owner has in hand is due, and when their time
 * for it ends. Names only cards that anyone may read, since calendars are kept by others. Null for a token that is
 * none of ours or was revoked.
 */
export async function writeCalendar(
  em: Em,
  tokenHash: Buffer,
  { url, words }: { url: string; words: MailWords },
): Promise<string | null> {
  const { rows } = await sql<{ personId: string; language: string }>`
    select feed.person_id as "personId", coalesce(language, 'en') as language from calendar_feed feed
    left join notification_choice choice on choice.person_id = feed.person_id
    where token_hash = ${tokenHash}`.execute(em.getKysely());
  const [owner] = rows;
  const rights = owner && (await loadRights(em, owner.personId));
  if (!rights) return null;
  const reader = readerOf(rights);
  const t = words(owner.language);
  const entries = (await listHeld(em, reader, owner.personId)).flatMap((card): Entry[] => {
    const isPublic = card.sensitivity === 'PUBLIC' && card.campaignSensitivity === 'PUBLIC';
    const title = isPublic ? card.title : t('calendar.someCard');
    const due = dueAsSeenBy(reader, card);
    const lease = card.status === 'CLAIMED' ? card.leaseExpiresAt : null;
    return [
      ...(due ? [{ id: `${card.id}-due`, at: due, summary: t('calendar.due', { title }) }] : []),
      ...(lease ? [{ id: `${card.id}-lease`, at: lease, summary: t('calendar.leaseEnds', { title }) }] : []),
    ];
  });
  const { default: ical } = await import('ical-generator');
  const host = new URL(url).hostname;
  const calendar = ical({
    name: t('calendar.name'),
    prodId: '//Strikeboard//Strikeboard//EN',
    url: `${url}/me`,
    ttl: LOOK_AGAIN,
  });
  for (const { id, at, summary } of entries) {
    // A moment has no end: one that equals the start is none by RFC 5545, and some programs leave such an entry out.
    calendar.createEvent({ id: `${id}@${host}`, start: at, summary, url: `${url}/me` });
  }
  return calendar.toString();
}
