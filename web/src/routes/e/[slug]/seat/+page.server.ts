import { type Api, createApi } from '#web/api/api.ts';
import { drawCode } from '#web/event/draw-code.ts';
import { forgetSeat, keepSeat, keptSeat } from '#web/event/kept-seat.server.ts';
import { secretInLink } from '#web/frame/link-secret.ts';
import {
  CancelRegistrationDocument,
  ConfirmRegistrationDocument,
  DeclinePlaceDocument,
  type ErrorWordsFragment,
  type OwnRegistrationInput,
  SeatByLinkDocument,
  type SeatByLinkQuery,
} from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/**
 * The words, and the place that this browser keeps open. Any other is asked for by the browser, which alone knows what
 * stands behind the #.
 */
export const load: PageServerLoad = async ({ cookies, depends, fetch, locals, params, setHeaders }) => {
  depends('strikeboard:seat');
  setHeaders({
    // Not none at all: of a form that is sent without a script the server has to see that it is our own.
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex',
  });
  const secret = keptSeat(cookies);
  const [asked, eventWords, feedbackWords] = await Promise.all([
    secret === null ? null : createApi(fetch).ask(SeatByLinkDocument, { secret }),
    loadMessages(locals.language, 'event'),
    loadMessages(locals.language, 'feedback'),
  ]);
  const { registration = null, errors = [] } = asked?.registrationByLink ?? {};
  if (errors.some(({ code }) => code === 'LINK_INVALID')) forgetSeat(cookies, params.slug);
  const kept = registration && { seat: registration, drawn: await drawnFor(registration) };
  return { kept, keptErrors: errors, eventWords, feedbackWords };
};

type Seat = NonNullable<SeatByLinkQuery['registrationByLink']['registration']>;

/** The code for the door, for whoever has no script to draw it. */
async function drawnFor({ seat, state, ticket }: Seat) {
  return seat === 'ROOM' && (state === 'REGISTERED' || state === 'CONFIRMED') ? drawCode(ticket) : null;
}

/** Why nothing was done: what the API said, or that there was no secret, here or in what was pasted. */
function refused(why: { errors?: readonly ErrorWordsFragment[]; said?: 'noSecret' | 'closed' }, to = 'seat') {
  const { errors = [], said = null } = why;
  return fail(409, { errors, said, to: to === 'feedback' ? ('feedback' as const) : ('seat' as const) });
}

/** Does something about a place of the viewer, which the form names, or about the one that this browser keeps open. */
const doing =
  (act: (api: Api, input: OwnRegistrationInput) => Promise<readonly ErrorWordsFragment[]>) =>
  async ({ cookies, fetch, params, request }: RequestEvent) => {
    const registrationId = (await request.formData()).get('registrationId');
    const secret = keptSeat(cookies);
    const isNamed = typeof registrationId === 'string';
    if (!isNamed && secret === null) return refused({ said: 'closed' });
    const errors = await act(createApi(fetch), isNamed ? { registrationId } : { secret });
    if (errors.length > 0) return refused({ errors });
    redirect(303, isNamed ? `/e/${params.slug}` : `/e/${params.slug}/seat`);
  };

export const actions = {
  open: async ({ cookies, fetch, params, request, url }) => {
    const form = await request.formData();
    const to = form.get('to') === 'feedback' ? 'feedback' : 'seat';
    const secret = secretInLink(String(form.get('link') ?? ''));
    if (secret === null) return refused({ said: 'noSecret' }, to);
    const { registrationByLink } = await createApi(fetch).ask(SeatByLinkDocument, { secret });
    const { registration, errors } = registrationByLink;
    if (!registration) return refused({ errors }, to);
    // The link may be of another event than the page on which it was pasted.
    const slug = registration.event?.slug ?? params.slug;
    keepSeat(cookies, { slug, secret, url });
    redirect(303, `/e/${slug}/${to}`);
  },
  close: ({ cookies, params }) => {
    forgetSeat(cookies, params.slug);
    redirect(303, `/e/${params.slug}`);
  },
  confirm: doing(
    async (api, input) => (await api.ask(ConfirmRegistrationDocument, { input })).confirmRegistration.errors,
  ),
  decline: doing(async (api, input) => (await api.ask(DeclinePlaceDocument, { input })).declinePlace.errors),
  cancel: doing(
    async (api, input) => (await api.ask(CancelRegistrationDocument, { input })).cancelRegistration.errors,
  ),
} satisfies Actions;
