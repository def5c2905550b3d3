import { mayReadAt, type Sensitivity } from '../board/sensitivity.ts';
import { levelFor, readerOf } from '../person/viewer.ts';
import { notFound } from '../refusal.ts';
import type { BoardChannel, BoardChannels } from './board-channel.ts';
import type { Line } from './lines.ts';

/** A viewer at a board: what they may read of it now, and word when that changes. */
export interface Seat {
  readonly channel: BoardChannel;
  readonly level: Sensitivity;
  leave(): void;
}

export interface SeatEvents {
  /** What the viewer may read changed, or the board starts again. */
  moved(level: Sensitivity): void;
  /** The viewer may not read the campaign any more, or it is gone. */
  refused(): void;
}

/** Takes a seat at a board. Refuses, as not found, a board that is not there or may not be read. */
export async function takeSeat(
  channels: BoardChannels,
  line: Line,
  boardId: string,
  on: SeatEvents,
): Promise<Seat> {
  let level: Sensitivity | null = null;
  // Before the seat is given there is nobody to tell; the check below sees what came meanwhile.
  let seated = false;
  const check = (again: boolean) => {
    if (!seated || !opened) return;
    const before = level;
    level = levelAt(line, opened.channel);
    if (level === null) on.refused();
    else if (again || level !== before) on.moved(level);
  };
  const opened = await channels.open(boardId, {
    changed: () => undefined,
    reset: () => check(true),
    gone: () => {
      if (seated) on.refused();
    },
  });
  if (!opened) throw notFound('board');
  level = levelAt(line, opened.channel);
  if (level === null) {
    opened.leave();
    throw notFound('board');
  }
  seated = true;
  // Also when one reads the same as before: what one may do here comes with the fresh snapshot.
  const stopMoving = line.onMoved(() => check(true));
  return {
    channel: opened.channel,
    get level() {
      return level as Sensitivity;
    },
    leave: () => {
      stopMoving();
      opened.leave();
    },
  };
}

/** What somebody may read of a board; null when they may not read its campaign. */
function levelAt(line: Line, { place }: BoardChannel): Sensitivity | null {
  const level = levelFor(readerOf(line.viewer), place);
  return mayReadAt(level, place.campaignSensitivity) ? level : null;
}
