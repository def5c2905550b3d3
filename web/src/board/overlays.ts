import { fetchPeoplePanel } from './dialog/people-panel.ts';

/** What opens over a board. Fetched when the page has nothing better to do, or at the click where that is sooner. */
export const overlays = {
  card: () => import('./dialog/CardDialog.svelte'),
  menu: () => import('./MoveMenu.svelte'),
  cancelled: () => import('./CancelledCards.svelte'),
  activity: () => import('./ActivityDrawer.svelte'),
  help: () => import('./HelpSheet.svelte'),
  newCard: () => import('./dialog/NewCard.svelte'),
  templates: () => import('./dialog/Templates.svelte'),
  chosenBar: () => import('./ChosenBar.svelte'),
  chosen: () => import('./dialog/ChosenSheet.svelte'),
};

/** What somebody may open within a minute, what is wanted most often first. */
export function overlaysFor({ canManage }: { canManage: boolean }): (() => Promise<unknown>)[] {
  const { card, menu, activity, help, newCard, templates, cancelled, chosenBar, chosen } = overlays;
  const all = [card, menu, activity, help];
  return canManage ? [...all, newCard, templates, cancelled, chosenBar, chosen, fetchPeoplePanel] : all;
}
