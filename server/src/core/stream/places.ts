import { createHash } from 'node:crypto';
import type { Cursor } from '../board/read-board.ts';

/*
 * Where a reader stands in several boards at once, as one text: the `id` of a server-sent event, which browsers send back
 * as `Last-Event-ID`. Of each board a mark of eight signs, which stands for the board and the history it is of, and the
 * revision in base 36: `~sX3…a1.2r~…`. Fifty boards take at most 800 signs. It opens nothing, and is the same at every
 * server.
 */

/** How many boards one stream follows. */
export const MOST_BOARDS = 50;
const MARK = 8;
const PLACES = new RegExp(`^(?:~[\\w-]{${MARK}}\\.[0-9a-z]{1,6}){1,${MOST_BOARDS}}$`);

/** What stands for a board in a history of it. */
export function markOf(boardId: string, epoch: string): string {
  return createHash('sha256').update(`${boardId} ${epoch}`).digest('base64url').slice(0, MARK);
}

/** All places as one text, by their marks. */
export function writePlaces(places: Iterable<{ mark: string; revision: number }>): string {
  let text = '';
  for (const { mark, revision } of places) text += `~${mark}.${revision.toString(36)}`;
  return text;
}

/** Revisions by their marks; undefined for what we did not write. */
export function readPlaces(text: string | undefined): ReadonlyMap<string, number> | undefined {
  if (text === undefined || !PLACES.test(text)) return undefined;
  const places = text.slice(1).split('~');
  return new Map(
    places.map((place) => [place.slice(0, MARK), Number.parseInt(place.slice(MARK + 1), 36)] as const),
  );
}

/** The place of one board among them, in the history that the reader was told of; null where none is of this board. */
export function placeOf(
  places: ReadonlyMap<string, number>,
  boardId: string,
  epochs: readonly string[],
): Cursor | null {
  for (const epoch of epochs) {
    const revision = places.get(markOf(boardId, epoch));
    if (revision !== undefined) return { epoch, revision };
  }
  return null;
}
