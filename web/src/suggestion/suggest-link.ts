import type { Words } from '#web/words/words.ts';

/**
 * Lets the link at the foot of a page open the form over it, about what the page is about. Where that does not come, the
 * link leads to its page, as it does without a script. This file needs no other and asks for the rest at the first
 * press: so little of it stands in what every page carries.
 */
export function openOver(link: HTMLAnchorElement, words: Words, context: Map<unknown, unknown>): void {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || location.pathname.startsWith('/suggestions'))
      return;
    event.preventDefault();
    import('./open-sheet.ts')
      .then(({ openSheet }) => openSheet(words, context))
      .catch(() => location.assign(link.href));
  });
  link.ariaHasPopup = 'dialog';
}
