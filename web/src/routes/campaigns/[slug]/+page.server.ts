import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Only the wall lives at this address; the campaign's page is elsewhere. */
export const load: PageServerLoad = ({ params }) => redirect(307, `/c/${params.slug}`);
