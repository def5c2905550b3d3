import { error } from '@sveltejs/kit';
import { ApiFailure, ApiUnreachable, createApi } from '#web/api/api.ts';
import { readFirstSnapshot } from '#web/board/first-snapshot.server.ts';
import { BoardDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

/** The board as of now. The address' query is not read here: a filter or an open card must not load it anew. */
export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const { requestId } = locals;
  const [board, boardWords, trustWords, fileWords] = await Promise.all([
    askForBoard(fetch, params.slug).catch((failure: unknown) => {
      if (failure instanceof ApiUnreachable) error(503, { message: 'unreachable', requestId });
      if (failure instanceof ApiFailure)
        error(500, { message: 'unexpected', requestId: failure.requestId ?? requestId });
      throw failure;
    }),
    loadMessages(locals.language, 'board'),
    loadMessages(locals.language, 'trust'),
    loadMessages(locals.language, 'file'),
  ]);
  // Not there, or not for this viewer: the answer is the same, so that it tells nothing.
  if (!board) error(404, { message: 'Not found', requestId });
  return { ...board, boardWords, trustWords, fileWords };
};

async function askForBoard(fetch: typeof globalThis.fetch, slug: string) {
  const [{ campaign }, snapshot] = await Promise.all([
    createApi(fetch).ask(BoardDocument, { slug }),
    readFirstSnapshot(fetch, slug),
  ]);
  // As text: written into the page and read from it in one piece, which thousands of cards would not be.
  return campaign && snapshot && { campaign, snapshot };
}
