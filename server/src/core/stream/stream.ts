import type { Outbox } from '../../platform/live/outbox.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Context } from '../access/context.ts';
import type { Live } from './live.ts';
import type { Subscriber } from './subscriber.ts';

/** The context of an operation that may stream: what follows is written to the subscriber's outbox. */
export interface StreamContext extends Context {
  live: Live;
  subscriber: Subscriber;
}

export interface Subscribing<Args> {
  args: Args;
  context: Context;
}

/**
 * Begins a stream at a place, or at several; each takes so many different questions (`times` as many). What GraphQL
 * takes for its source is the outbox, which sends by itself.
 */
export async function stream(
  context: Context,
  place: { at: string | readonly string[]; times?: number },
  begin: (live: Live, subscriber: Subscriber) => Promise<void> | void,
): Promise<Outbox> {
  if (!('subscriber' in context))
    throw notAllowed('BY_SOCKET', 'Subscribe over the WebSocket at this address.');
  const { live, subscriber } = context as StreamContext;
  for (const at of [place.at].flat()) subscriber.ask?.(at, place.times);
  await begin(live, subscriber);
  return subscriber.outbox;
}
