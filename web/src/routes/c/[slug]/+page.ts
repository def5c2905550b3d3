import type { PageLoad } from './$types';

/** The last page of a campaign has code of its own, which only those bring that have ended. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  EndPage: data.end.closing ? (await import('./EndPage.svelte')).default : null,
});
