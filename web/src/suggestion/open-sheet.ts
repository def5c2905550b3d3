import { fetchMessages } from '#web/words/fetch-messages.ts';
import type { Words } from '#web/words/words.ts';
import { mount, unmount } from 'svelte';
import SuggestSheet from './SuggestSheet.svelte';

/** Opens the form over the page, once its texts have come. */
export async function openSheet(words: Words, context: Map<unknown, unknown>): Promise<void> {
  words.add('suggestion', await fetchMessages(words.language, 'suggestion'));
  const sheet = mount(SuggestSheet, {
    target: document.body,
    props: { onclose: () => void unmount(sheet) },
    context,
  });
}
