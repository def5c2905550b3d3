import type { PageLoad } from './$types';

/** Each has code of its own, which the other does not bring. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  Approval: data.isRecap
    ? (await import('./RecapApproval.svelte')).default
    : (await import('./WorkApproval.svelte')).default,
});
