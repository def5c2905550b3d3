import { sql } from 'kysely';
import { aHandle, localOnStrike, type LocalOnStrike } from '../../support/local-on-strike.ts';
import { faultyBus } from './faulty-bus.ts';
import { type Replica, startReplica } from './replica.ts';
import { type Heard, SocketClient } from './socket-client.ts';
import { asNow, newcomer } from '../../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { until } from '../../support/until.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { setRole } from '../../../src/core/trust/set-role.ts';
import type { Viewer } from '../../../src/core/access/viewer.ts';
import { createWatchLink } from '../../../src/features/wall/watch-link.ts';

const NEVER = 1_000_000;

/** A link as it was made, with its row id. */
export interface Made {
  token: string;
  slug: string;
  id: string;
}

export interface SeenWall {
  revision: number;
  campaignTitle: string;
  startsAt: string | null;
  columns: { status: string; count: number; cards: { title: string; handle: string | null }[] }[];
  thanks: { text: string; cardTitle: string }[];
}

/** Everything a screen asks for. */
export const WALL = `subscription Wall($slug: String!, $token: String) { wallChanges(slug: $slug, token: $token) { at wall {
  revision campaignTitle organizationName kind timeZone startsAt endedAt hoursGiven
  columns { status count cards { number title since handle } } thanks { text cardTitle at } } } }`;

export const titlesOn = (wall: SeenWall) =>
  wall.columns.flatMap(({ cards }) => cards.map(({ title }) => title));

/** A local on strike whose campaign is not public, its walls, and two servers that show them. */
export class HungWalls {
  readonly clients: SocketClient[] = [];
  /** Who makes links, unless said otherwise. */
  organizer!: Viewer;

  private constructor(
    readonly database: TestDatabase,
    /** Hears hints; its own checks and polls come too late to help. */
    readonly replica: Replica,
    /** Looks every moment, and hears no hint. */
    readonly deaf: Replica,
    readonly strike: LocalOnStrike,
  ) {}

  static async open(): Promise<HungWalls> {
    const database = await createTestDatabase();
    const replica = await startReplica(database.url, {
      timing: { poll: NEVER, rights: NEVER, heartbeat: NEVER, wallPause: 20 },
    });
    const deaf = await startReplica(database.url, {
      timing: { poll: 50, rights: 50, heartbeat: 50, wallPause: 20 },
      bus: (bus) => faultyBus(bus, () => 'lost'),
    });
    const strike = await localOnStrike(replica.services, {
      sensitivity: 'TEAM',
      startHidden: true,
      startsAt: new Date('2026-11-20T06:00:00Z'),
    });
    const walls = new HungWalls(database, replica, deaf, strike);
    walls.organizer = await walls.anOrganizer();
    return walls;
  }

  /** No screen and no link is left. */
  async takeDown(): Promise<void> {
    for (const client of this.clients.splice(0)) client.terminate();
    await sql`delete from watch_link`.execute(this.db());
  }

  async close(): Promise<void> {
    await this.replica.close();
    await this.deaf.close();
    await this.database.drop();
  }

  db() {
    return this.replica.services.orm.em.fork().getKysely();
  }

  /** Somebody new who runs the strike. */
  async anOrganizer(): Promise<Viewer> {
    const viewer = await newcomer(this.replica.services, aHandle());
    await setRole(this.replica.services, this.strike.carmen, {
      ...{ organizationId: this.strike.organizationId, handle: viewer.handle, role: 'ORGANIZER' },
    });
    return asNow(this.replica.services, viewer);
  }

  /** A link that its organizer made, open to a wall of what anyone may read unless said otherwise. */
  async aLink(
    more: { by?: Viewer; sensitivity?: Sensitivity; showsHandles?: boolean; showsThanks?: boolean } = {},
    campaignId = this.strike.campaignId,
  ): Promise<Made> {
    const { by = this.organizer, ...chosen } = more;
    const label = aHandle();
    const made = await createWatchLink(this.replica.services, by, {
      ...{ campaignId, label, hours: 12, sensitivity: 'PUBLIC', showsHandles: false, showsThanks: false },
      ...chosen,
    });
    const { id } = await this.db()
      .selectFrom('watch_link')
      .select('id')
      .where('label', '=', label)
      .executeTakeFirstOrThrow();
    return { ...made, id };
  }

  /** A screen, and everything it heard. */
  async hang({ slug, token }: { slug: string; token?: string | null }, at = this.replica, session?: string) {
    const client = await new SocketClient(at.url, { token: session ?? null }).ready();
    this.clients.push(client);
    const heard: Heard[] = [];
    const stop = client.subscribe(WALL, { slug, token }, (each) => heard.push(each));
    await until('the first word', () => heard.length > 0);
    const walls = () =>
      heard.flatMap(({ type, payload }) => {
        const wall =
          type === 'next' &&
          (payload as { data: { wallChanges: { wall: SeenWall | null } } }).data.wallChanges.wall;
        return wall ? [wall] : [];
      });
    const end = () => heard.find(({ type }) => type !== 'next');
    return { heard, walls, end, stop, latest: () => walls().at(-1)! };
  }
}
