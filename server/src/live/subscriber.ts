import type { Audience } from './audience.ts';
import type { Line } from './lines.ts';
import type { Outbox } from './outbox.ts';

/** Somebody who begins a stream: on which connection, as what it is rendered, and where it goes. */
export interface Subscriber {
  line: Line;
  audience: Audience;
  outbox: Outbox;
  /** Of the peer, for what one address may do only so often. */
  address?: string | undefined;
}
