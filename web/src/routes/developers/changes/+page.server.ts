import changes from '../../../../../schema/CHANGELOG.md';
import { loadMessages } from '#web/words/load-messages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  changes,
  developersWords: await loadMessages(locals.language, 'developers'),
});
