import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { plainText, textOrNull } from '../../platform/input/text.ts';
import { notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { type BookingRow, holdBooking, SHOWN_DAYS } from './read-bookings.ts';

export const MOST_WORD = 500;
export const MOST_NOTE = 4000;
/** Somebody may come late: so many minutes after the beginning one can say that nobody came. */
const LATE_MINUTES = 10;
/** And for so many days after it. */
const NO_SHOW_DAYS = 7;

export const talkIsOver = () =>
  wrongStage('TALK_OVER', 'This talk has begun, is over, or was cancelled. Book another one.');

/** A talk of the viewer's, held until the transaction ends, and who the other one is. Refuses talks of others. */
async function holdOwn(
  em: Em,
  viewer: Viewer,
  bookingId: string,
): Promise<{ booking: BookingRow; personId: string; otherId: string | null }> {
  const { personId } = requireViewer(await refreshViewer(em, viewer));
  const booking = await holdBooking(em, bookingId);
  if (!booking || (booking.adviserId !== personId && booking.bookerId !== personId))
    throw notFound('booking');
  const otherId = booking.adviserId === personId ? booking.bookerId : booking.adviserId;
  return { booking, personId, otherId };
}

async function end(
  services: Services,
  em: Em,
  { booking, personId, otherId }: Awaited<ReturnType<typeof holdOwn>>,
  { as, word, kind }: { as: 'CANCELLED' | 'MISSED'; word: string; kind: Notice['kind'] },
): Promise<Notice[]> {
  await sql`update booking set state = ${as}, word = ${word}, ended_by_id = ${personId}, sequence = sequence + 1,
    changed_at = clock_timestamp() where id = ${booking.id}`.execute(em.getKysely());
  const notices = otherId === null ? [] : [{ personId: otherId, kind, aboutId: personId }];
  await notify(services, em, notices);
  return notices;
}

/** Cancels a talk that has not begun, with a word for the other one, who is told. Either of the two may. */
export async function cancelBooking(
  services: Services,
  viewer: Viewer,
  { bookingId, ...input }: { bookingId: string; word: string },
): Promise<string> {
  const word = plainText(input.word, { field: 'word', max: MOST_WORD, multiline: true });
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const own = await holdOwn(em, viewer, bookingId);
    if (own.booking.state !== 'BOOKED' || own.booking.hasBegun) throw talkIsOver();
    return end(services, em, own, { as: 'CANCELLED', word, kind: 'BOOKING_CANCELLED' });
  });
  hintNotices(services, notices);
  return bookingId;
}

/**
 * Says that a talk did not happen because the other one was not there, with a word for them. From ten minutes after its
 * beginning, for a week.
 */
export async function reportNoShow(
  services: Services,
  viewer: Viewer,
  { bookingId, ...input }: { bookingId: string; word: string },
): Promise<string> {
  const word = plainText(input.word, { field: 'word', max: MOST_WORD, multiline: true });
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const own = await holdOwn(em, viewer, bookingId);
    const { rows } = await sql`select from booking where id = ${bookingId} and state = 'BOOKED'
      and starts_at <= clock_timestamp() - make_interval(mins => ${LATE_MINUTES})
      and starts_at > clock_timestamp() - make_interval(days => ${NO_SHOW_DAYS})`.execute(em.getKysely());
    if (rows.length === 0) {
      throw wrongStage(
        'NO_SHOW_TIME',
        'This can be said from ten minutes after a talk began, for a week. Wait a little: somebody may come late.',
      );
    }
    return end(services, em, own, { as: 'MISSED', word, kind: 'BOOKING_MISSED' });
  });
  hintNotices(services, notices);
  return bookingId;
}

/**
 * Writes the note of a talk that has begun, which both read and write, so that nothing of the other's is lost: `asRead`
 * is the note it was written upon.
 */
export async function writeBookingNote(
  services: Services,
  viewer: Viewer,
  { bookingId, asRead, ...input }: { bookingId: string; note: string; asRead?: string | null },
): Promise<string> {
  const note = textOrNull(input.note, { field: 'note', max: MOST_NOTE, multiline: true }) ?? '';
  await services.orm.em.fork().transactional(async (em) => {
    const { booking } = await holdOwn(em, viewer, bookingId);
    if (booking.state === 'CANCELLED' || !booking.hasBegun || isLongAgo(booking))
      throw wrongStage(
        'NOTE_TIME',
        'A note is written when the talk has begun, and for thirty days after it.',
      );
    requireAsRead({ note: asRead ?? undefined }, { note: booking.note }, { note });
    await sql`update booking set note = ${note} where id = ${bookingId}`.execute(em.getKysely());
  });
  return bookingId;
}

const isLongAgo = ({ endsAt }: BookingRow) => endsAt.getTime() < Date.now() - SHOWN_DAYS * 86_400_000;
