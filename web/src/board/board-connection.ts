import type { Api } from '#web/api/api.ts';
import {
  BoardChangesDocument,
  BoardPresenceDocument,
  BoardRightsHereDocument,
  BoardSnapshotDocument,
  type BoardChangesSubscription,
  type BoardPresenceSubscription,
} from '#web/gql/graphql.ts';
import type { CardFace } from './board-card.ts';
import { BoardLive } from './board-live.ts';
import type { BoardMessage } from './board-state.ts';
import type { BoardStore } from './board.svelte.ts';
import type { LineEvents, LiveSocket } from '#web/live/live-socket.ts';
import { watchDevice } from '#web/live/watch-device.ts';

type Message = BoardMessage<CardFace> & Pick<BoardChangesSubscription['boardChanges'], 'events'>;

/** Milliseconds between the server's heartbeats on `boardChanges`. */
const heartbeat = 10_000;
const presencePause = 15_000;
/** The rules of a campaign changed: everybody who watches asks what they may do now, not all in one moment. */
const rightsPause = 2_000;

const toMessage = ({ changed, moved, ...message }: BoardChangesSubscription['boardChanges']): Message => ({
  ...message,
  parts: [...changed, ...moved],
});

/**
 * Joins a store to the live board: stream, snapshots, presence, and the events of the device; lends the line that it
 * opens to whatever else listens on this page. Returns the end.
 */
export function connectBoard(
  board: BoardStore,
  api: Api,
  open: (on: LineEvents) => LiveSocket,
  lend: (socket: LiveSocket) => () => void,
): () => void {
  const socket = open({
    connected: () => live.connected(),
    lost: () => live.lost(),
    signedOut: () => live.signedOut(),
  });

  const live = new BoardLive<CardFace, Message>({
    heartbeat,
    state: { get: () => board.base, set: (state) => board.setBase(state) },
    onApplied: (message, from) => {
      const events = message.events
        .filter((event) => event.revision > from)
        .map((event) => ({ ...event, cardTitle: board.base.cards.get(event.cardId ?? '')?.title ?? null }));
      board.heard(
        events,
        [...message.cards, ...(message.parts ?? [])].map((card) => card.id),
      );
      if (events.some(({ kind }) => kind === 'CAMPAIGN_UPDATED')) renewRightsSoon();
    },
    onStatus: (status) => (board.live = status),
    source: {
      async snapshot() {
        const { node } = await api.ask(BoardSnapshotDocument, { boardId: board.id });
        if (!node || !('snapshot' in node)) throw new Error('The board is not to be read any more');
        board.rights = node.campaign;
        return node.snapshot;
      },
      changes(cursor, sink) {
        const variables = {
          boardId: board.id,
          get after() {
            return cursor();
          },
        };
        return socket.subscribe<BoardChangesSubscription>(
          { query: BoardChangesDocument.toString(), operationName: 'BoardChanges', variables },
          {
            next: (data) => sink.next(toMessage(data.boardChanges)),
            ended: (refused) => sink.ended(refused),
          },
        );
      },
      check: () => socket.check(),
    },
  });

  let rightsTimer: ReturnType<typeof setTimeout> | undefined;
  const renewRightsSoon = () => {
    rightsTimer ??= setTimeout(() => {
      rightsTimer = undefined;
      void renewRights().catch(() => undefined);
    }, rightsPause * Math.random());
  };
  const renewRights = async () => {
    const { node } = await api.ask(BoardRightsHereDocument, { boardId: board.id });
    if (node && 'campaign' in node) board.rights = node.campaign;
  };

  live.start();
  const stopLending = lend(socket);
  let stopPresence = () => {};
  let presenceTimer: ReturnType<typeof setTimeout> | undefined;
  const followPresence = () => {
    stopPresence = socket.subscribe<BoardPresenceSubscription>(
      {
        query: BoardPresenceDocument.toString(),
        operationName: 'BoardPresence',
        variables: { boardId: board.id },
      },
      {
        next: (data) => (board.presence = data.boardPresence),
        // Who is here is a courtesy: when it is ended there is no hurry to ask again.
        ended: () => (presenceTimer = setTimeout(followPresence, presencePause * (0.5 + Math.random()))),
      },
    );
  };
  followPresence();

  const leaveDevice = watchDevice({ back: () => live.check(), lost: () => live.lost() });

  return () => {
    leaveDevice();
    stopLending();
    live.close();
    clearTimeout(presenceTimer);
    clearTimeout(rightsTimer);
    stopPresence();
    socket.close();
  };
}
