import { ApiFailure, createApi } from '#web/api/api.ts';
import { AdviserDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Days that are shown at once. */
const SHOWN_DAYS = 14;
const DAY_MS = 86_400_000;

export const load: PageServerLoad = async ({ depends, fetch, locals, params, url }) => {
  depends('strikeboard:adviser');
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const wanted = Date.parse(`${url.searchParams.get('from') ?? ''}T00:00Z`);
  const from = Number.isNaN(wanted) || wanted < today ? today : Math.min(wanted, today + 180 * DAY_MS);
  const range = {
    from: new Date(from).toISOString(),
    to: new Date(from + SHOWN_DAYS * DAY_MS).toISOString(),
  };
  const [{ adviser, viewer }, benchWords] = await Promise.all([
    createApi(fetch)
      .ask(AdviserDocument, { handle: params.handle, ...range })
      .catch((failure: unknown) => {
        if (failure instanceof ApiFailure && failure.code === 'INVALID_INPUT') error(404, 'Not found');
        throw failure;
      }),
    loadMessages(locals.language, 'bench'),
  ]);
  if (!adviser) error(404, 'Not found');
  const bookings = viewer?.bookings ?? [];
  const find = (name: string) => bookings.find(({ id }) => id === url.searchParams.get(name)) ?? null;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const moving = find('move');
  return {
    adviser,
    organizations: (viewer?.memberships ?? [])
      .filter(({ role }) => role === 'ORGANIZER')
      .map(({ organization }) => organization),
    moving: moving?.state === 'BOOKED' && !moving.asAdviser ? moving : null,
    again: find('again')?.question ?? '',
    day: url.searchParams.get('day'),
    earlier: from > today ? day(Math.max(today, from - SHOWN_DAYS * DAY_MS)) : null,
    later: from < today + 166 * DAY_MS ? day(from + SHOWN_DAYS * DAY_MS) : null,
    benchWords,
  };
};
