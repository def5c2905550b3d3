import type { StreamParts } from '../../core/stream/live.ts';
import { LogChannels, type LiveCounts } from '../../core/stream/log-channel.ts';
import { LogHub } from '../../core/stream/log-hub.ts';
import { Presence } from '../../core/stream/presence.ts';
import { readPlaces, readRoomLog, type RoomStep } from './read-room.ts';
import { roomLog } from './room-log.ts';
import type { RoomPlace } from './room.policy.ts';

/** The rooms that somebody at this replica follows, and who is in them. */
export class Rooms {
  readonly hub: LogHub<RoomPlace, RoomStep>;
  readonly presence: Presence<RoomPlace, RoomStep>;
  readonly counts: LiveCounts;
  readonly #channels: LogChannels<RoomPlace, RoomStep>;

  constructor({ orm, bus, log, timing }: StreamParts) {
    this.#channels = new LogChannels({
      of: roomLog,
      reads: {
        log: (id, after) => readRoomLog(orm.em, id, after),
        heads: (ids) => readPlaces(orm.em.fork().getKysely(), ids),
      },
      ...{ bus, log, pollMs: timing.poll },
    });
    this.counts = this.#channels.counts;
    this.presence = new Presence({
      ...{ channels: this.#channels, bus, log },
      settleMs: timing.presenceSettle,
      announceMs: timing.presenceAnnounce,
      forgetMs: timing.presenceForget,
    });
    this.hub = new LogHub({
      ...{ channels: this.#channels, presence: this.presence, log, heartbeatMs: timing.heartbeat },
    });
  }

  stop(): void {
    this.presence.stop();
    this.hub.stop();
    this.#channels.stop();
  }
}

declare module '../../core/stream/live.ts' {
  interface Live {
    rooms: Rooms;
  }
}
