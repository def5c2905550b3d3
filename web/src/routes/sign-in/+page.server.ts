import { nextPath } from '#web/frame/next-path.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ isDataRequest, parent, url }) => {
  const next = nextPath(url.searchParams.get('next'), '/me');
  const { viewer } = await parent();
  // Who has just signed in on this page reads it anew, and has a new code in front of them: they go on themselves.
  if (viewer && !isDataRequest) redirect(303, next);
  return { next, isSignedIn: viewer !== null };
};
