/** Whom one could ask for a card. */
export const fetchPeoplePanel = () => import('#web/matching/PeopleForThis.svelte');
