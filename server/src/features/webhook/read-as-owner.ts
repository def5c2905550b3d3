import { mayReadAt, type Sensitivity } from '../../core/access/sensitivity.ts';
import {
  levelFor,
  loadRights,
  loadTokenViewers,
  type Reader,
  readerAt,
  readerOf,
} from '../../core/access/viewer.ts';
import { epochAt, readHeads } from '../../core/board/read-board.ts';
import { boardLog, type BoardPlace } from '../../core/stream/board-change.ts';
import type { Services } from '../../platform/services.ts';

/** A board as the owner of a webhook reads it now. */
export interface BoardAsOwner {
  place: BoardPlace;
  level: Sensitivity;
  /** As the owner is told of it. */
  epoch: string;
  /** For what fields read beside the log: the class of readers that the owner is of, as on the stream. */
  reader: Reader;
}

/** Whose it is. */
export interface Owned {
  personId: string;
  /** Where a tool made it: what its token leaves of the rights of its person. */
  tokenId: string | null;
}

/** The boards, by their row ids, that the owner may read by the rights they have now; those they may not are left out. */
export async function readAsOwner(
  { orm }: Pick<Services, 'orm'>,
  { personId, tokenId }: Owned,
  boardIds: readonly string[],
): Promise<Map<string, BoardAsOwner>> {
  const em = orm.em.fork();
  const [tool] = tokenId === null ? [] : await loadTokenViewers(em, [tokenId]);
  const rights = tokenId === null ? await loadRights(em, personId) : tool;
  if (!rights || rights.standing === 'SUSPENDED') return new Map();
  const reader = readerOf(rights);
  const isLimited = (reader.readsOf ?? tool?.token?.campaigns ?? null) !== null;
  const places = await readHeads(em, [...boardIds]);
  return new Map(
    places.flatMap((place): [string, BoardAsOwner][] => {
      const level = levelFor(reader, place);
      if (!mayReadAt(level, place.campaignSensitivity)) return [];
      const asReader = isLimited
        ? boardLog.readerWithin!(level, place)
        : readerAt(level, place.organizationId, reader.strangerTo);
      return [[place.id, { place, level, epoch: epochAt(place.epoch, level), reader: asReader }]];
    }),
  );
}
