import { randomUUID } from 'node:crypto';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import {
  execute as executeGraphql,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Cursor } from '../../core/board/read-board.ts';
import { mayReadAt, type Sensitivity } from '../../core/access/sensitivity.ts';
import { createContext } from '../../core/access/context.ts';
import { fromGlobalId, toGlobalId } from '../../platform/graphql/global-id.ts';
import { levelFor, readerAt, readerOf, type Viewer } from '../../core/access/viewer.ts';
import type { Orm } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { SnapshotBytes } from './snapshot-bytes.ts';
import type { SnapshotCounts } from './snapshot-counts.ts';
import { snapshotDocument } from './snapshot-document.ts';

/** Bytes of all snapshots together, compressed ones included. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Whatever changed past the log of a board shows after this (ms). */
const KEEP_MS = 60_000;

interface Place extends Cursor {
  boardId: string;
  campaignId: string;
  organizationId: string;
  campaignSensitivity: Sensitivity;
}

interface Kept {
  epoch: string;
  revision: number;
  bytes: SnapshotBytes;
  until: number;
}

/** Bytes on their way: they will be of this revision or a later one. */
interface Making {
  revision: number;
  snapshot: Promise<SnapshotBytes | null>;
}

/**
 * Whole boards as bytes, made once for each class of viewers and revision. Who asks first carries out one operation as
 * a neutral member of the class; the others of the class get what came of it. Of each board and class the latest is
 * kept, and of all no more than a bound of bytes; those that nobody asked for longest go first.
 */
export class BoardSnapshots {
  readonly counts: SnapshotCounts = { hits: 0, shared: 0, made: 0 };
  readonly #services: Services;
  readonly #schema: GraphQLSchema;
  readonly #mostBytes: number;
  readonly #keepMs: number;
  readonly #execute: (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;
  /** By board and class; the one asked for last is last. */
  readonly #kept = new Map<string, Kept>();
  readonly #places: DataLoader<string, Place | null>;
  readonly #making = new Map<string, { now: Making; next?: Promise<SnapshotBytes | null> }>();

  constructor(options: {
    services: Services;
    schema: GraphQLSchema;
    mostBytes?: number;
    keepMs?: number;
    /** Carries out the operation; tests count. */
    execute?: (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;
  }) {
    this.#services = options.services;
    this.#places = findsPlaces(options.services);
    this.#schema = options.schema;
    this.#mostBytes = options.mostBytes ?? MOST_BYTES;
    this.#keepMs = options.keepMs ?? KEEP_MS;
    this.#execute = options.execute ?? executeGraphql;
  }

  /** Bytes that are kept now. */
  get bytes(): number {
    let bytes = 0;
    for (const kept of this.#kept.values()) bytes += kept.bytes.size;
    return bytes;
  }

  /**
   * The board behind a slug of its campaign or its global id, as `viewer` may read it, at the revision it has now or a
   * later one. Null when there is none, and when they may not read it.
   */
  async read(viewer: Viewer | null, address: string): Promise<SnapshotBytes | null> {
    const place = await this.#places.load(address);
    if (!place) return null;
    const level = levelFor(readerOf(viewer), place);
    if (!mayReadAt(level, place.campaignSensitivity)) return null;
    const key = `${place.boardId} ${level}`;
    const kept = this.#kept.get(key);
    if (kept?.epoch === place.epoch && kept.revision >= place.revision && kept.until > performance.now()) {
      this.counts.hits += 1;
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept.bytes;
    }
    return await this.#make(key, place, level);
  }

  /** One at a time for each board and class. Who needs a later revision than the one on its way waits for the next. */
  async #make(key: string, place: Place, level: Sensitivity): Promise<SnapshotBytes | null> {
    const making = this.#making.get(key);
    if (!making) return await this.#begin(key, place, level).snapshot;
    this.counts.shared += 1;
    if (making.now.revision >= place.revision) return await making.now.snapshot;
    const again = () => this.#begin(key, place, level).snapshot;
    return await (making.next ??= making.now.snapshot.then(again, again));
  }

  #begin(key: string, place: Place, level: Sensitivity): Making {
    const snapshot = this.#carryOut(key, place, level);
    const entry = { now: { revision: place.revision, snapshot } };
    this.#making.set(key, entry);
    const done = () => {
      if (this.#making.get(key) === entry) this.#making.delete(key);
    };
    snapshot.then(done, done);
    return entry.now;
  }

  async #carryOut(key: string, place: Place, level: Sensitivity): Promise<SnapshotBytes | null> {
    this.counts.made += 1;
    const { data, errors } = await this.#execute({
      schema: this.#schema,
      document: snapshotDocument,
      variableValues: { boardId: toGlobalId('Board', place.boardId) },
      contextValue: createContext(this.#services, {
        viewer: null,
        reader: readerAt(level, place.organizationId),
        requestId: randomUUID(),
      }),
    });
    if (errors?.[0]) throw errors[0];
    const { node } = data as { node: { id: string; snapshot: Cursor & { cards: object[] } } | null };
    if (!node) return null;
    const { id, snapshot } = node;
    const bytes = new SnapshotBytes(JSON.stringify({ id, ...snapshot }));
    this.#keep(key, {
      // The epoch of the board itself, since that is what the next one who asks is compared with.
      ...{ epoch: place.epoch, revision: snapshot.revision, bytes },
      until: performance.now() + this.#keepMs,
    });
    return bytes;
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    kept.bytes.onGrown = () => this.#makeRoom();
    this.#makeRoom();
  }

  #makeRoom(): void {
    let bytes = this.bytes;
    for (const [key, kept] of this.#kept) {
      if (bytes <= this.#mostBytes) return;
      this.#kept.delete(key);
      bytes -= kept.bytes.size;
    }
  }
}

/** Where boards stand now, by address: those who ask while a query is on its way share the next one. */
function findsPlaces({ orm }: Services): DataLoader<string, Place | null> {
  let running = Promise.resolve();
  return new DataLoader(
    async (addresses) => {
      const reading = readPlaces(orm, addresses);
      running = reading.then(noMore, noMore);
      const places = await reading;
      return addresses.map((address) => places.get(address) ?? places.get(boardIdOf(address) ?? '') ?? null);
    },
    { cache: false, batchScheduleFn: (read) => void running.then(read) },
  );
}

/** By slug and by row id. */
async function readPlaces({ em }: Orm, addresses: readonly string[]): Promise<Map<string, Place>> {
  const ids = addresses.flatMap((address) => boardIdOf(address) ?? []);
  const rows = await em
    .fork()
    .getKysely()
    .selectFrom('board')
    .innerJoin('campaign', 'campaign.id', 'board.campaign_id')
    .select([
      'campaign.slug',
      'board.id as boardId',
      'board.epoch',
      'board.revision',
      'campaign.id as campaignId',
      'campaign.organization_id as organizationId',
      'campaign.sensitivity as campaignSensitivity',
    ])
    .where(
      sql<boolean>`(campaign.slug = any(${[...new Set(addresses)]}) or board.id = any(${[...new Set(ids)]}::uuid[]))`,
    )
    .execute();
  return new Map(rows.flatMap((row) => [[row.slug, row] as const, [row.boardId, row] as const]));
}

function boardIdOf(address: string): string | undefined {
  const id = fromGlobalId(address);
  return id?.name === 'Board' ? id.uuid : undefined;
}

const noMore = () => undefined;
