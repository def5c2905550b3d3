import type { WallChangesSubscription, WallFaceFragment } from '#web/gql/graphql.ts';

export type WallMessage = WallChangesSubscription['wallChanges'];
export type WallColumn = WallFaceFragment['columns'][number];
export type WallCard = WallColumn['cards'][number];

/** What one screen shows and how sure it is of it. Holds the last wall and nothing older. */
export class WallScreen {
  wall = $state.raw<WallFaceFragment | null>(null);
  /** When the server last looked, by its own clock. */
  heardAt = $state<string | null>(null);
  /** Whether what is shown is known to be so. */
  sure = $state(true);
  /** The link, or the visitor, opens nothing (any more). */
  closed = $state(false);
  /** Cards that came to their column with the last message, and columns whose count changed. */
  moved = $state.raw<ReadonlySet<string>>(new Set());

  take({ wall, at }: WallMessage): void {
    const wasSure = this.sure && this.wall !== null;
    this.heardAt = at;
    this.sure = true;
    this.closed = false;
    if (!wall) return;
    // After a gap nobody saw it move, so nothing moves.
    this.moved = wasSure && this.wall ? movedBetween(this.wall, wall) : new Set();
    this.wall = wall;
  }

  /** Nothing stays on a screen that may not show it. */
  close(): void {
    this.closed = true;
    this.wall = null;
    this.moved = new Set();
  }
}

export const cardKey = (status: string, { number, since }: WallCard) => `${status} ${number} ${since}`;

/** Cards that are new in their column, and columns whose count is another. */
export function movedBetween(
  before: Pick<WallFaceFragment, 'columns'>,
  after: Pick<WallFaceFragment, 'columns'>,
): Set<string> {
  const known = new Set(
    before.columns.flatMap(({ status, count, cards }) => [
      `${status} ${count}`,
      ...cards.map((card) => cardKey(status, card)),
    ]),
  );
  return new Set(
    after.columns.flatMap(({ status, count, cards }) => {
      // What moves up into the few that are named has not moved on the board.
      const newest = before.columns.find((column) => column.status === status)?.cards[0]?.since ?? '';
      const came = cards.filter((card) => card.since >= newest).map((card) => cardKey(status, card));
      return [...came.filter((key) => !known.has(key)), ...(known.has(`${status} ${count}`) ? [] : [status])];
    }),
  );
}
