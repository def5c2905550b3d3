import type { LayoutLoad } from './$types';

/** Only a server with a demo offers its people: what shows them comes there alone. */
export const load: LayoutLoad = async ({ data }) => ({
  ...data,
  TryAs: data.demoPeople?.length ? (await import('#web/frame/TryAs.svelte')).default : null,
});
