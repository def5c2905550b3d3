import type { SharedMessage } from '../../platform/live/shared-message.ts';
import { Outbox, type Standing } from '../../platform/live/outbox.ts';
import { notFound, Refusal } from '../../platform/refusal/refusal.ts';
import { readerOf } from '../access/viewer.ts';
import type { Cursor } from '../board/read-board.ts';
import type { Audience } from './audience.ts';
import type { BoardChange } from './board-change.ts';
import type { LogHub } from './log-hub.ts';
import { markOf, placeOf, readPlaces, writePlaces } from './places.ts';
import type { Subscriber } from './subscriber.ts';

/** For so long word that a board is gone is kept, for others who hear the same (ms), and so many of them. */
const KEEP_GONE_MS = 1_000;
const MOST_GONE = 64;

/** A board to follow, by its row id, and where its reader stands. */
export interface BoardToFollow {
  id: string;
  after: Cursor | null;
}

/** A message of `boardsChanges` before it is rendered. */
export interface BoardsChange {
  /** The row id. */
  boardId: string;
  /** Null where the board is not there for them, or not any more. */
  change: BoardChange | null;
  /** Of the change, for the place that is sent with it. */
  epoch?: string;
}

/**
 * Several boards in one stream. Each is followed by the rules of `log-hub.ts`, as if it had a stream of its own: those who
 * ask the same of a board and may read the same of it are one cohort, whatever else they follow. Between boards there is
 * no order. One that is not there, or may not be read any more, is told as gone and leaves the others as they are.
 */
export class SeveralBoards {
  readonly #hub: Pick<LogHub, 'follow'>;
  readonly #gone = new Map<string, { message: Promise<SharedMessage>; until: number }>();

  constructor(hub: Pick<LogHub, 'follow'>) {
    this.#hub = hub;
  }

  /** Follows all of them, each after its cursor or from now. */
  async follow(subscriber: Subscriber, boards: readonly BoardToFollow[]): Promise<void> {
    const { outbox, audience, line } = subscriber;
    const resumed = readPlaces(subscriber.resumesAt);
    const standing = new Map<string, Cursor & { mark: string }>();
    const id = () => writePlaces(standing.values());
    const left = new Set(boards.map((board) => board.id));
    const stand = (boardId: string, { epoch, revision }: Cursor) => {
      const before = standing.get(boardId);
      const mark = before?.epoch === epoch ? before.mark : markOf(boardId, epoch);
      standing.set(boardId, { epoch, revision, mark });
    };

    const goes = async (boardId: string) => {
      standing.delete(boardId);
      left.delete(boardId);
      const message = await this.#tellGone(boardId, audience);
      outbox.put(message, standing.size > 0 ? id : undefined);
      if (left.size === 0) outbox.fail(notFound('board'));
    };

    await Promise.all(
      boards.map(async ({ id: boardId, after }) => {
        const own = new Outbox({
          next: (message: SharedMessage, at?: Standing) => {
            if (typeof at !== 'number' || message.epoch === undefined) return outbox.put(message);
            stand(boardId, { epoch: message.epoch, revision: at });
            outbox.put(message, id);
          },
          complete: () => undefined,
          fail: (failure) =>
            isNotFound(failure)
              ? void goes(boardId).catch((fault: unknown) => outbox.fail(fault))
              : outbox.fail(failure),
        });
        outbox.onEnd(() => own.close());
        // Until its first message it stands where its reader said.
        if (after && !resumed) stand(boardId, after);
        const from = resumed
          ? (epochs: readonly string[]) => placeOf(resumed, boardId, epochs) ?? NOWHERE
          : after;
        try {
          await this.#hub.follow(
            { line, outbox: own, audience: aboutBoard(boardId, audience) },
            { id: boardId, after: from },
          );
        } catch (error) {
          own.fail(error);
        }
      }),
    );
  }

  /** Those who ask the same hear it in the same words. */
  #tellGone(boardId: string, audience: Audience): Promise<SharedMessage> {
    const key = `${boardId} ${audience.key}`;
    const known = this.#gone.get(key);
    if (known && known.until > performance.now()) return known.message;
    const about: BoardsChange = { boardId, change: null };
    const message = audience.render(about, readerOf(null));
    if (this.#gone.size >= MOST_GONE) this.#gone.clear();
    this.#gone.set(key, { message, until: performance.now() + KEEP_GONE_MS });
    message.catch(() => this.#gone.delete(key));
    return message;
  }
}

/** Of a board that the place they came back with does not name: they take it anew. */
const NOWHERE: Cursor = { epoch: '', revision: 0 };

/** The same audience, told of which board a change is. */
function aboutBoard(boardId: string, audience: Audience): Audience {
  return {
    key: audience.key,
    render: (message, reader) => {
      const change = message as BoardChange;
      const about: BoardsChange = { boardId, change, epoch: change.epoch };
      return audience.render(about, reader);
    },
  };
}

const isNotFound = (error: unknown) => error instanceof Refusal && error.code === 'NOT_FOUND';
