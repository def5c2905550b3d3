import { error } from '@sveltejs/kit';
import { readFirstSnapshot } from '#web/board/read-first-snapshot.ts';
import { keepAsking } from '#web/browser/keep-asking.ts';
import { isAsleep } from '#web/hydration/turns.ts';
import type { PageLoad } from './$types';

/**
 * The cards come in the page, or beside it. Then the board may have moved on since it was drawn: what wakes is set right by
 * what came.
 */
export const load: PageLoad = async ({ data, fetch, params }) => {
  if (data.snapshot.text !== null) return { ...data, snapshot: data.snapshot.text };
  const ask = () => readFirstSnapshot(fetch, params.slug);
  // A page that stands there already waits for them, whatever becomes of the line.
  const whole = await (isAsleep() ? keepAsking(ask) : ask());
  if (whole?.text == null) error(404, { message: 'Not found', requestId: '' });
  return { ...data, snapshot: whole.text };
};
