import type { Audience } from './audience.ts';
import type { Line } from './lines.ts';
import type { Outbox } from '../../platform/live/outbox.ts';

/** Somebody who begins a stream: on which connection, as what it is rendered, and where it goes. */
export interface Subscriber {
  line: Line;
  audience: Audience;
  outbox: Outbox;
  /** Of the visitor, for what one address may do only so often. */
  address?: string | undefined;
  /** Says where the stream is, before it begins: a place takes so many different questions. Refuses one too many. */
  ask?(place: string, times?: number): void;
}
