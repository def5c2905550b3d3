import type { Sensitivity } from '../access/sensitivity.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { LogExcerpt } from '../board/read-board.ts';
import type { BoardPlace } from './board-change.ts';
import type { LogPlace, LogStep, ResetReason } from './followed-log.ts';
import type { LogChannel, LogChannels } from './log-channel.ts';
import type { Line } from './lines.ts';

/** A viewer at a log: what they may read of it now, and word when that changes. */
export interface Seat<Place extends LogPlace = BoardPlace, Step extends LogStep = LogExcerpt> {
  readonly channel: LogChannel<Place, Step>;
  readonly level: Sensitivity;
  /** Call once. What changed since the seat was taken is told at once. */
  listen(on: SeatEvents): void;
  leave(): void;
}

export interface SeatEvents {
  /** What the viewer may read changed, or the log starts again. */
  moved(level: Sensitivity, why: ResetReason): void;
  /** The viewer may not read it any more, or it is gone. */
  refused(): void;
}

/** Takes a seat at a log. Refuses, as not found, one that is not there or may not be read. */
export async function takeSeat<Place extends LogPlace, Step extends LogStep>(
  channels: LogChannels<Place, Step>,
  line: Line,
  id: string,
): Promise<Seat<Place, Step>> {
  let level: Sensitivity | null = null;
  // Until then there is nobody to tell: what comes is kept.
  let on: SeatEvents | undefined;
  let isGone = false;
  let mustStartAgain: ResetReason | undefined;
  const check = () => {
    if (!on || !opened) return;
    const before = level;
    level = isGone ? null : channels.of.levelOf(line.viewer, opened.channel.place);
    if (level === null) on.refused();
    else if (mustStartAgain || level !== before) on.moved(level, mustStartAgain ?? 'RIGHTS_CHANGED');
    mustStartAgain = undefined;
  };
  const startAgain = (why: ResetReason) => {
    mustStartAgain = why;
    check();
  };
  const opened = await channels.open(id, {
    changed: () => undefined,
    reset: startAgain,
    gone: () => {
      isGone = true;
      check();
    },
  });
  if (!opened) throw notFound(channels.of.noun);
  level = channels.of.levelOf(line.viewer, opened.channel.place);
  if (level === null) {
    opened.leave();
    throw notFound(channels.of.noun);
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
