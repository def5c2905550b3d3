import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { insertBooking } from './book-slot.ts';
import { type Bookable, holdPeople, orFreeInstead, requireBookable, type Wanted } from './booking-rules.ts';
import { type BookingRow, holdBooking, readBooking } from './read-bookings.ts';
import { remindLater } from './remind.ts';
import { talkIsOver } from './end-booking.ts';

/**
 * Moves a talk of the viewer's to another slot, with the same adviser or another one; returns its row id. With the same
 * one it stays the same talk, in calendars too. With another one it is cancelled there and booked here, in one step.
 * Whoever it concerns is told. Refuses talks of others, what has begun, and what `bookSlot` refuses.
 */
export async function rescheduleBooking(
  services: Services,
  viewer: Viewer,
  {
    bookingId,
    adviserId,
    ...slot
  }: Omit<Wanted, 'adviserId'> & { bookingId: string; adviserId?: string | null },
): Promise<string> {
  const reading = services.orm.em.fork();
  requireViewer(await refreshViewer(reading, viewer));
  const before = await readBooking(reading, bookingId);
  if (!before || before.bookerId !== viewer.personId) throw notFound('booking');
  const wanted = { ...slot, adviserId: adviserId ?? before.adviserId ?? '' };
  if (before.adviserId === null && !adviserId) throw talkIsOver();
  const moved = await orFreeInstead(services, wanted.adviserId, () =>
    services.orm.em.fork().transactional(async (em) => {
      const others = [before.adviserId, wanted.adviserId].filter((id) => id !== null);
      const actor = await holdPeople(em, viewer, others);
      const booking = await holdBooking(em, bookingId);
      // Whoever leaves is gone from it, and it is cancelled.
      if (!booking || booking.state !== 'BOOKED' || booking.hasBegun) throw talkIsOver();
      const bookable = await requireBookable(em, actor, wanted, bookingId);
      const moved =
        booking.adviserId === wanted.adviserId
          ? await moveHere(services, em, booking, bookable)
          : await moveElsewhere(services, em, booking, { bookable, adviserId: wanted.adviserId });
      await notify(services, em, moved.notices);
      return moved;
    }),
  );
  hintNotices(services, moved.notices);
  return moved.id;
}

interface Moved {
  id: string;
  notices: Notice[];
}

async function moveHere(
  services: Services,
  em: Em,
  { id, adviserId, bookerId }: BookingRow,
  { slot, endsAt }: Bookable,
): Promise<Moved> {
  const { startsAt, timeZone } = slot;
  await sql`update booking set starts_at = ${startsAt}, ends_at = ${endsAt}, time_zone = ${timeZone},
    sequence = sequence + 1, changed_at = clock_timestamp(), reminded_at = null where id = ${id}`.execute(
    em.getKysely(),
  );
  await remindLater(services, em, { bookingId: id, startsAt });
  return { id, notices: [{ personId: adviserId!, kind: 'BOOKING_MOVED', aboutId: bookerId }] };
}

/** The one before goes first: nobody is in two places, not even within one step. */
async function moveElsewhere(
  services: Services,
  em: Em,
  before: BookingRow,
  { bookable, adviserId }: { bookable: Bookable; adviserId: string },
): Promise<Moved> {
  const { personId } = bookable.actor;
  await sql`update booking set state = 'CANCELLED', ended_by_id = ${personId}, sequence = sequence + 1,
    changed_at = clock_timestamp() where id = ${before.id}`.execute(em.getKysely());
  const { organizationId, question } = before;
  const id = await insertBooking(services, em, bookable, { adviserId, organizationId, question });
  return {
    id,
    notices: [
      { personId: before.adviserId!, kind: 'BOOKING_CANCELLED', aboutId: personId },
      { personId: adviserId, kind: 'BOOKING_MADE', aboutId: personId },
    ],
  };
}
