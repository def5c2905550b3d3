import { error } from '@sveltejs/kit';
import { ApiFailure, ApiUnreachable, createApi } from '#web/api/api.ts';
import { readFirstSnapshot, snapshotPath } from '#web/board/read-first-snapshot.ts';
import { BoardDocument } from '#web/gql/graphql.ts';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

/** The board as of now. The address' query is not read here: a filter or an open card must not load it anew. */
export const load: PageServerLoad = async ({ fetch, locals, params, setHeaders }) => {
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
  // Asked for at once, long before the scripts that want it have come.
  if (board.snapshot.inPage === null)
    setHeaders({
      link: `<${snapshotPath(params.slug)}>; rel=preload; as=fetch; crossorigin; fetchpriority=low`,
    });
  return { ...board, boardWords, trustWords, fileWords };
};

async function askForBoard(fetch: typeof globalThis.fetch, slug: string) {
  const [{ campaign }, snapshot] = await Promise.all([
    createApi(fetch).ask(BoardDocument, { slug }),
    // From one process to itself: packing would only cost.
    readFirstSnapshot(fetch, slug, { 'accept-encoding': 'identity' }),
  ]);
  return campaign && snapshot && { campaign, snapshot };
}
