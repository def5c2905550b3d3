import { nextPath } from '#web/frame/next-path.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url }) => {
  const next = nextPath(url.searchParams.get('next'), '/me');
  const { viewer } = await parent();
  if (viewer) redirect(303, next);
  return { next };
};
