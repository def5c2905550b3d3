import type { Api } from '#web/api/api.ts';
import { BoardLive } from '#web/board/board-live.ts';
import {
  EventChangesDocument,
  type EventChangesSubscription,
  EventPresenceDocument,
  type EventPresenceSubscription,
  RoomSnapshotDocument,
} from '#web/gql/graphql.ts';
import { type LiveSocket, openLiveSocket } from '#web/live/live-socket.ts';
import { watchDevice } from '#web/live/watch-device.ts';
import { messageOf, type RoomItem, type RoomMessage, snapshotOf } from './room-items.ts';
import type { RoomStore } from './room.svelte.ts';

/** Milliseconds between the server's heartbeats. */
const heartbeat = 10_000;
/** The event itself changed: everybody reads it again, not all in one moment (ms). */
const readPause = 2_000;

/** Joins a room to its stream, by the rules and with the engine of a board. Returns the end. */
export function connectRoom(
  room: RoomStore,
  { api, slug, eventId }: { api: Api; slug: string; eventId: string },
  { lend, onEventChanged }: { lend: (socket: LiveSocket) => () => void; onEventChanged: () => void },
): () => void {
  const socket = openLiveSocket({
    connected: () => live.connected(),
    lost: () => live.lost(),
    signedOut: () => live.signedOut(),
  });
  let reading: ReturnType<typeof setTimeout> | undefined;
  const live = new BoardLive<RoomItem, RoomMessage>({
    heartbeat,
    state: { get: () => room.base, set: (state) => (room.base = state) },
    onApplied: ({ eventChanged }) => {
      if (eventChanged)
        reading ??= setTimeout(() => ((reading = undefined), onEventChanged()), Math.random() * readPause);
    },
    onStatus: (status) => (room.live = status),
    source: {
      async snapshot() {
        const { event } = await api.ask(RoomSnapshotDocument, { slug });
        if (!event) throw new Error('The event is not to be read any more');
        room.take(event.room);
        return snapshotOf(event.room);
      },
      changes(cursor, sink) {
        const variables = {
          eventId,
          get resultKeys() {
            return room.resultKeys;
          },
          get after() {
            return cursor();
          },
        };
        return socket.subscribe<EventChangesSubscription>(
          { query: EventChangesDocument.toString(), operationName: 'EventChanges', variables },
          {
            next: ({ eventChanges }) => sink.next(messageOf(eventChanges)),
            ended: (refused) => sink.ended(refused),
          },
        );
      },
      check: () => socket.check(),
    },
  });
  live.start();
  room.link = { again: () => live.again(), refresh: () => live.mend(false) };
  const stopLending = lend(socket);
  const stopPresence = socket.subscribe<EventPresenceSubscription>(
    { query: EventPresenceDocument.toString(), operationName: 'EventPresence', variables: { eventId } },
    { next: ({ eventPresence }) => (room.here = eventPresence.count), ended: () => {} },
  );
  const leaveDevice = watchDevice({ back: () => live.check(), lost: () => live.lost() });
  return () => {
    room.link = undefined;
    leaveDevice();
    stopLending();
    stopPresence();
    clearTimeout(reading);
    live.close();
    socket.close();
  };
}
