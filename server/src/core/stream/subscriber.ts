import type { Audience } from './audience.ts';
import type { Cursor } from '../board/read-board.ts';
import type { Line } from './lines.ts';
import type { Outbox } from '../../platform/live/outbox.ts';

/** Somebody who begins a stream: on which connection, as what it is rendered, and where it goes. */
export interface Subscriber {
  line: Line;
  audience: Audience;
  outbox: Outbox;
  /** Of the visitor, for what one address may do only so often. */
  address?: string | undefined;
  /**
   * Where it goes on, in place of the cursor that the document has: a browser that comes back by itself sends it. What is
   * made for many who stand at many places begins now.
   */
  resumesAfter?: Cursor | 'now' | undefined;
  /** The same for one that follows several boards, as `writePlaces` wrote it. */
  resumesAt?: string | undefined;
  /**
   * Says where the stream is, before it begins, and once for each place: a place takes so many different questions.
   * Refuses one too many.
   */
  ask?(place: string, times?: number): void;
}
