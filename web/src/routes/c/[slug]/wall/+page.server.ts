import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** A browser keeps what is behind the # on its way. */
export const load: PageServerLoad = ({ params, url }) =>
  redirect(307, `/campaigns/${params.slug}/wall${url.search}`);
