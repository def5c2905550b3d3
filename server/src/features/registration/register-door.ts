import { type PlainPage, formDoor } from '../../core/access/form-door.ts';
import type { Door } from '../../platform/http/door.ts';
import { createCatalogue } from '../../platform/mail/mail-words.ts';
import type { Services } from '../../platform/services.ts';
import { Seat } from './registration.entity.ts';
import { take } from './registration.mutations.ts';

/**
 * `POST /registrations`, as a form sends it: takes places without a script. Who has an account goes on to the page of
 * the event; whoever has none is told their link and their code for the door, once, and again where the same form comes
 * again within minutes.
 */
export function registerDoor(services: Services): Door {
  const words = createCatalogue('event', services.languages);
  return formDoor(services, {
    path: '/registrations',
    words: ['name'],
    act: async (context, form, language) => {
      const { slug, address, registration } = await take(context, {
        eventId: form.get('eventId') ?? '',
        seat: form.get('seat') === Seat.ONLINE ? Seat.ONLINE : Seat.ROOM,
        people: Number(form.get('people') ?? 1),
        name: form.get('name'),
        requestId: form.get('requestId'),
      });
      if (context.viewer) return { to: `/e/${slug}` };
      const t = words(language);
      const { state, code } = registration;
      const receipt = address ? [t('receipt.made'), t('receipt.text')] : [];
      const page: PlainPage = {
        lines: [t(`mine.${state}`), t('receipt.code', { code }), ...receipt],
        texts: address ? [address] : [],
        ...(address && {
          button: { to: `/e/${slug}/seat?/open`, fields: { link: address }, words: t('receipt.open') },
        }),
        link: { to: `/e/${slug}`, words: t('receipt.toEvent') },
      };
      return page;
    },
  });
}
