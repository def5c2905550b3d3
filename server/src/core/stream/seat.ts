import { mayReadAt, type Sensitivity } from '../access/sensitivity.ts';
import { levelFor, readerOf } from '../access/viewer.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { ResetReason } from './board-change.ts';
import type { BoardChannel, BoardChannels } from './board-channel.ts';
import type { Line } from './lines.ts';

/** A viewer at a board: what they may read of it now, and word when that changes. */
export interface Seat {
  readonly channel: BoardChannel;
  readonly level: Sensitivity;
  /** Call once. What changed since the seat was taken is told at once. */
  listen(on: SeatEvents): void;
  leave(): void;
}

export interface SeatEvents {
  /** What the viewer may read changed, or the board starts again. */
  moved(level: Sensitivity, why: ResetReason): void;
  /** The viewer may not read the campaign any more, or it is gone. */
  refused(): void;
}

/** Takes a seat at a board. Refuses, as not found, a board that is not there or may not be read. */
export async function takeSeat(channels: BoardChannels, line: Line, boardId: string): Promise<Seat> {
  let level: Sensitivity | null = null;
  // Until then there is nobody to tell: what comes is kept.
  let on: SeatEvents | undefined;
  let isGone = false;
  let mustStartAgain: ResetReason | undefined;
  const check = () => {
    if (!on || !opened) return;
    const before = level;
    level = isGone ? null : levelAt(line, opened.channel);
    if (level === null) on.refused();
    else if (mustStartAgain || level !== before) on.moved(level, mustStartAgain ?? 'RIGHTS_CHANGED');
    mustStartAgain = undefined;
  };
  const startAgain = (why: ResetReason) => {
    mustStartAgain = why;
    check();
  };
  const opened = await channels.open(boardId, {
    changed: () => undefined,
    reset: startAgain,
    gone: () => {
      isGone = true;
      check();
    },
  });
  if (!opened) throw notFound('board');
  level = levelAt(line, opened.channel);
  if (level === null) {
    opened.leave();
    throw notFound('board');
  }
  // Also when one reads the same as before: what one may do here comes with the fresh snapshot.
  const stopMoving = line.onMoved(() => startAgain('RIGHTS_CHANGED'));
  return {
    channel: opened.channel,
    get level() {
      return level as Sensitivity;
    },
    listen: (events) => {
      on = events;
      check();
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
