import { randomUUID } from 'node:crypto';
import { createApi } from '#web/api/api.ts';
import { EventPageDocument, RoomSnapshotDocument } from '#web/gql/graphql.ts';
import { embedOf } from '#web/event/stream-embed.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, fetch, locals, params, request, url }) => {
  depends('strikeboard:event');
  const api = createApi(fetch);
  const { slug } = params;
  const [
    { event },
    { event: live },
    eventWords,
    questionWords,
    roomWords,
    recapWords,
    feedbackWords,
    fileWords,
  ] = await Promise.all([
    api.ask(EventPageDocument, { slug }),
    api.ask(RoomSnapshotDocument, { slug }),
    loadMessages(locals.language, 'event'),
    loadMessages(locals.language, 'question'),
    loadMessages(locals.language, 'room'),
    loadMessages(locals.language, 'recap'),
    loadMessages(locals.language, 'feedback'),
    loadMessages(locals.language, 'file'),
  ]);
  // An event that is not this person's to see answers like one that does not exist.
  if (!event || !live) error(404, 'Not found');
  // Who looks before it begins does not carry the words for afterwards.
  const isAfter = event.phase !== 'BEFORE';
  const hasFiles = [event, ...event.sessions, { files: event.recap?.eventFiles ?? [] }].some(
    ({ files }) => files.length > 0,
  );
  const embed = event.phase === 'NOW' && event.streamUrl ? embedOf(event.streamUrl, url.hostname) : null;
  const asked = url.searchParams.get('watch') === 'here' && pressedHere(request, url.origin);
  if (embed && asked) locals.frameFrom = embed.origin;
  return {
    event,
    formId: randomUUID(),
    embed: embed && { provider: embed.provider, src: embed.src, isShown: asked },
    room: live.room,
    eventWords,
    questionWords,
    roomWords,
    fileWords: hasFiles ? fileWords : null,
    afterWords: isAfter ? { recap: recapWords, feedback: feedbackWords } : null,
  };
};

/** Whether somebody came to a whole page by a link of our own: one of others to the same address shows the button. */
function pressedHere({ headers }: Request, origin: string): boolean {
  const site = headers.get('sec-fetch-site');
  // Over plain http browsers say no more than this.
  if (site === null) return headers.get('referer')?.startsWith(`${origin}/`) ?? false;
  return site === 'same-origin' && headers.get('sec-fetch-mode') === 'navigate';
}
