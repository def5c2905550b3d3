import { sql } from 'kysely';
import { listHeld } from '../../core/card/list-cards.ts';
import { dueAsSeenBy } from '../../core/board/read-cards.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { MailWords } from '../../platform/mail/carriers.ts';
import { loadRights, type Reader, readerOf } from '../../core/access/viewer.ts';
import { type CalendarEntry, toEvent } from '../../platform/calendar/calendar-entry.ts';
import type { CalendarSource } from './calendar-source.ts';

/** How often calendar programs are asked to look again (s). Left to themselves some do once a day: a claim is two. */
const LOOK_AGAIN = 3600;

/**
 * The calendar (RFC 5545) behind the hash of a token: when what its owner has in hand is due, when their time for it
 * ends, and what other nouns put beside it. Names only cards that anyone may read, since calendars are kept by others.
 * Null for a token that is none of ours or was revoked.
 */
export async function writeCalendar(
  em: Em,
  tokenHash: Buffer,
  { url, words, sources = [] }: { url: string; words: MailWords; sources?: readonly CalendarSource[] },
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
  const entries = await entriesOfCards(em, { reader, personId: owner.personId, t });
  for (const source of sources) entries.push(...(await source({ em, reader, personId: owner.personId, t })));
  const { default: ical } = await import('ical-generator');
  const calendar = ical({
    name: t('calendar.name'),
    prodId: '//Strikeboard//Strikeboard//EN',
    url: `${url}/me`,
    ttl: LOOK_AGAIN,
  });
  for (const entry of entries) calendar.createEvent(toEvent(entry, url));
  return calendar.toString();
}

async function entriesOfCards(
  em: Em,
  { reader, personId, t }: { reader: Reader; personId: string; t: ReturnType<MailWords> },
): Promise<CalendarEntry[]> {
  return (await listHeld(em, reader, personId)).flatMap((card): CalendarEntry[] => {
    const isPublic = card.sensitivity === 'PUBLIC' && card.campaignSensitivity === 'PUBLIC';
    const title = isPublic ? card.title : t('calendar.someCard');
    const due = dueAsSeenBy(reader, card);
    const lease = card.status === 'CLAIMED' ? card.leaseExpiresAt : null;
    const path = '/me';
    return [
      ...(due ? [{ id: `${card.id}-due`, at: due, summary: t('calendar.due', { title }), path }] : []),
      ...(lease
        ? [{ id: `${card.id}-lease`, at: lease, summary: t('calendar.leaseEnds', { title }), path }]
        : []),
    ];
  });
}
