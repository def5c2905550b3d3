import { error, json } from '@sveltejs/kit';
import { allLanguages, loadMessages } from '#web/words/load-messages.server.ts';
import type { Namespace } from '#web/words/messages.ts';
import type { RequestHandler } from './$types';

/** What a page, or the worker that shows push messages, asks for when it needs it: most people never do. */
const lateOnes: readonly string[] = ['match', 'notices', 'suggestion'] satisfies Namespace[];

/** The texts of one namespace in one language: the same for everybody, and new with each version of the pages. */
export const GET: RequestHandler = async ({ params: { language, namespace } }) => {
  if (!allLanguages().includes(language) || !lateOnes.includes(namespace)) error(404, 'Not found');
  return json(await loadMessages(language, namespace as Namespace), {
    headers: { 'cache-control': 'public, max-age=300' },
  });
};
