import type { PageLoad } from './$types';

/** What is left of an event comes where something is. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  RecapView: data.event.recap ? (await import('#web/recap/RecapView.svelte')).default : null,
});
