import { v7 as newId } from 'uuid';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput, notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice } from '../notification/notify.ts';
import { type Bookable, holdPeople, orFreeInstead, requireBookable, type Wanted } from './booking-rules.ts';
import { remindLater } from './remind.ts';

export const LEAST_QUESTION = 10;
export const MOST_QUESTION = 2000;

/**
 * Books a slot with an adviser, for oneself or for an organization one is organizer of; returns the talk's row id. The
 * adviser is told. Refuses a slot that is not offered, taken in part or as a whole, or within the hour, and whatever is
 * more than the limits; then it says what is free instead.
 */
export async function bookSlot(
  services: Services,
  viewer: Viewer,
  input: Wanted & { question: string; organizationId?: string | null },
): Promise<string> {
  const { adviserId, organizationId = null } = input;
  const question = takeQuestion(input.question);
  const notice: Notice = { personId: adviserId, kind: 'BOOKING_MADE', aboutId: viewer.personId };
  const bookingId = await orFreeInstead(services, adviserId, () =>
    services.orm.em.fork().transactional(async (em) => {
      const actor = await holdPeople(em, viewer, [adviserId]);
      if (organizationId !== null && actor.roles.get(organizationId) !== 'ORGANIZER')
        throw notAllowed('ORGANIZERS_ONLY', 'Only organizers of this local book a talk for it.');
      const bookable = await requireBookable(em, actor, input);
      const id = await insertBooking(services, em, bookable, { adviserId, organizationId, question });
      await notify(services, em, [notice]);
      return id;
    }),
  );
  hintNotices(services, [notice]);
  return bookingId;
}

/** Writes a talk that was found to be right, and enqueues what reminds of it. PostgreSQL refuses one that overlaps. */
export async function insertBooking(
  services: Services,
  em: Em,
  { actor, slot, endsAt, byNewcomer }: Bookable,
  talk: { adviserId: string; organizationId: string | null; question: string },
): Promise<string> {
  const { startsAt, timeZone } = slot;
  const { id } = await em
    .getKysely()
    .insertInto('booking')
    .values({
      id: newId(),
      adviser_id: talk.adviserId,
      booker_id: actor.personId,
      organization_id: talk.organizationId,
      starts_at: startsAt,
      ends_at: endsAt,
      time_zone: timeZone,
      question: talk.question,
      by_newcomer: byNewcomer,
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow();
  await remindLater(services, em, { bookingId: id, startsAt });
  return id;
}

function takeQuestion(value: string): string {
  const question = plainText(value, { field: 'question', max: MOST_QUESTION, multiline: true });
  if ([...question].length < LEAST_QUESTION) {
    throw new InvalidInput('question', 'TOO_SHORT', `Write at least ${LEAST_QUESTION} characters.`, {
      limit: LEAST_QUESTION,
    });
  }
  return question;
}
