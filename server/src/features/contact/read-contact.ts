import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { maskAddress } from '../../platform/mail/email-address.ts';
import { addressPlace } from '../notification/places.ts';

/** How somebody can be reached, as they themselves may see it. */
export interface ContactView {
  /** `a…@example.org`. */
  email: string | null;
  emailConfirmed: boolean;
  pushDevices: number;
  calendarSince: Date | null;
}

export async function readContact(
  { vault }: Pick<Services, 'vault'>,
  em: Em,
  personId: string,
): Promise<ContactView> {
  const { rows } = await sql<{
    sealed: Buffer | null;
    confirmed: boolean;
    pushDevices: number;
    calendarSince: Date | null;
  }>`select address_sealed as sealed, confirmed_at is not null as confirmed,
      (select count(*)::int from push_subscription where push_subscription.person_id = person.id) as "pushDevices",
      (select created_at from calendar_feed where calendar_feed.person_id = person.id) as "calendarSince"
    from person left join contact on contact.person_id = person.id where person.id = ${personId}`.execute(
    em.getKysely(),
  );
  const { sealed, confirmed, pushDevices, calendarSince } = rows[0]!;
  return {
    email: sealed && maskAddress(vault.open(sealed, addressPlace(personId))),
    emailConfirmed: confirmed,
    pushDevices,
    calendarSince,
  };
}
