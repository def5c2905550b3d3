import { createApi } from '#web/api/api.ts';
import { forgetSeat, keptSeat } from '#web/event/kept-seat.server.ts';
import {
  type ErrorWordsFragment,
  FeedbackByLinkDocument,
  FeedbackPageDocument,
  GiveFeedbackDocument,
  SuggestTakeawayDocument,
} from '#web/gql/graphql.ts';
import { skills } from '#web/person/skills.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { choices, type Said } from './said.ts';

/**
 * What the viewer says of an event, and what somebody without an account does whose place this browser keeps open. For
 * who comes by a link the browser asks, by what is behind the #.
 */
export const load: PageServerLoad = async ({ cookies, fetch, locals, params, setHeaders }) => {
  setHeaders({
    // Not none at all: of a form that is sent without a script the server has to see that it is our own.
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex',
  });
  const api = createApi(fetch);
  const { language } = locals;
  const secret = keptSeat(cookies);
  const [{ event }, kept, eventWords, feedbackWords] = await Promise.all([
    api.ask(FeedbackPageDocument, { slug: params.slug, language }),
    secret === null ? null : api.ask(FeedbackByLinkDocument, { secret, language }),
    loadMessages(language, 'event'),
    loadMessages(language, 'feedback'),
  ]);
  const { form = null, errors = [] } = kept?.feedbackByLink ?? {};
  if (errors.some(({ code }) => code === 'LINK_INVALID')) forgetSeat(cookies, params.slug);
  return { event, kept: form, keptErrors: errors, eventWords, feedbackWords };
};

interface Refused {
  errors?: readonly ErrorWordsFragment[];
  /** What was typed: it is on the page again. */
  typed?: Said;
  text?: string;
}

/** Nothing was done: by what the API said, or since this browser keeps no place open any more. */
const refused = (status: 409 | 422, { errors = [], typed, text = '' }: Refused) =>
  fail(status, { isClosed: status === 409, errors, typed: typed ?? null, text });

const words = (form: FormData, name: string) => String(form.get(name) ?? '');

// For whoever has no script: the same forms, sent as they are.
export const actions = {
  say: async ({ cookies, fetch, locals, params, request }) => {
    const form = await request.formData();
    const chosen = form.getAll('nextSkills');
    const typed: Said = {
      good: words(form, 'good'),
      missing: words(form, 'missing'),
      balance: choices.find((choice) => choice === form.get('balance')) ?? null,
      nextSkills: skills.filter((skill) => chosen.includes(skill)),
      nextWords: words(form, 'nextWords'),
    };
    const secret = keptSeat(cookies);
    if (secret === null) return refused(409, { typed });
    const { giveFeedback } = await createApi(fetch).ask(GiveFeedbackDocument, {
      input: { secret, edition: words(form, 'edition'), ...typed },
      language: locals.language,
    });
    if (giveFeedback.errors.length > 0) return refused(422, { errors: giveFeedback.errors, typed });
    redirect(303, `/e/${params.slug}/feedback?said=1`);
  },
  /** A line, of the viewer where the form names the event, or by the place that this browser keeps open. */
  leave: async ({ cookies, fetch, locals, params, request }) => {
    const form = await request.formData();
    const text = words(form, 'text');
    const eventId = form.get('eventId');
    const secret = keptSeat(cookies);
    const isNamed = typeof eventId === 'string';
    if (!isNamed && secret === null) return refused(409, { text });
    const { suggestTakeaway } = await createApi(fetch).ask(SuggestTakeawayDocument, {
      input: { ...(isNamed ? { eventId } : { secret }), text },
      language: locals.language,
    });
    if (suggestTakeaway.errors.length > 0) return refused(422, { errors: suggestTakeaway.errors, text });
    redirect(303, `/e/${params.slug}/feedback?left=1#takealong`);
  },
} satisfies Actions;
