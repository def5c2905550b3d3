import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';

/** How a talk stands. One whose time is over was kept, unless somebody says otherwise. */
export const BookingState = {
  BOOKED: 'BOOKED',
  CANCELLED: 'CANCELLED',
  KEPT: 'KEPT',
  MISSED: 'MISSED',
} as const;
export type BookingState = keyof typeof BookingState;

/** Talks that are shown after their end, for so many days; a note can be written for as long. */
export const SHOWN_DAYS = 30;
/** A talk goes with all its words after so many days. */
export const KEPT_DAYS = 90;
/** Talks that are shown to one person. */
export const MOST_SHOWN = 50;

export interface BookingRow {
  id: string;
  adviserId: string | null;
  bookerId: string | null;
  organizationId: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  state: BookingState;
  question: string;
  note: string;
  word: string;
  endedById: string | null;
  sequence: number;
  changedAt: Date;
  hasBegun: boolean;
  /** The adviser's, while it is to come. */
  meetAt: string | null;
}

function selectBookings(em: Em) {
  return em
    .getKysely()
    .selectFrom('booking')
    .leftJoin('adviser', 'adviser.person_id', 'booking.adviser_id')
    .select([
      'booking.id',
      'booking.adviser_id as adviserId',
      'booking.booker_id as bookerId',
      'booking.organization_id as organizationId',
      'booking.starts_at as startsAt',
      'booking.ends_at as endsAt',
      'booking.time_zone as timeZone',
      sql<BookingState>`case when booking.state = 'BOOKED' and booking.ends_at <= clock_timestamp()
        then 'KEPT' else booking.state end`.as('state'),
      ...(['booking.question', 'booking.note', 'booking.word', 'booking.sequence'] as const),
      'booking.ended_by_id as endedById',
      'booking.changed_at as changedAt',
      sql<boolean>`booking.starts_at <= clock_timestamp()`.as('hasBegun'),
      sql<
        string | null
      >`case when booking.state = 'BOOKED' and booking.ends_at > clock_timestamp() then adviser.meet_at end`.as(
        'meetAt',
      ),
    ]);
}

/** A talk, whoever asks; null where there is none. */
export async function readBooking(em: Em, id: string): Promise<BookingRow | null> {
  return (await selectBookings(em).where('booking.id', '=', id).executeTakeFirst()) ?? null;
}

/** The same, held until the transaction ends. */
export async function holdBooking(em: Em, id: string): Promise<BookingRow | null> {
  await sql`select from booking where id = ${id} for update`.execute(em.getKysely());
  return readBooking(em, id);
}

/** Talks of one person, given or asked for: what is to come first, soonest first, then what was, newest first. */
export async function listBookings(em: Em, personId: string): Promise<BookingRow[]> {
  const rows = await selectBookings(em)
    .where(sql<boolean>`${personId} in (booking.adviser_id, booking.booker_id)`)
    .where(sql<boolean>`booking.ends_at > clock_timestamp() - make_interval(days => ${SHOWN_DAYS})`)
    .orderBy(sql`booking.ends_at > clock_timestamp()`, 'desc')
    .orderBy(
      sql`case when booking.ends_at > clock_timestamp() then booking.starts_at - clock_timestamp()
      else clock_timestamp() - booking.starts_at end`,
    )
    .orderBy('booking.id')
    .limit(MOST_SHOWN)
    .execute();
  return rows;
}
