import type { Api } from '#web/api/api.ts';
import { cardPlace } from '#web/file/card-place.ts';
import { FileSending } from '#web/file/file-sending.svelte.ts';
import type { Translate } from '#web/words/words.ts';
import type { BoardStore } from '../board.svelte.ts';

/** What the person sends for a card, made at first use: a board without a dialog carries nothing of it. */
export function sendingOf(
  { sendings }: Pick<BoardStore, 'sendings'>,
  given: { api: Api; t: Translate; cardId: string; use: 'WORK' | 'CARD' },
): FileSending {
  const key = `${given.cardId} ${given.use}`;
  const known = sendings.get(key);
  if (known) return known;
  const { api, t, cardId, use } = given;
  const made = new FileSending({ api, t, place: cardPlace(cardId, use) });
  sendings.set(key, made);
  return made;
}
