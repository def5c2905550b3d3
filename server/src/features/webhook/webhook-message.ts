import { execute, type GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import { createContext } from '../../core/access/context.ts';
import type { Reader } from '../../core/access/viewer.ts';
import { readerOf } from '../../core/access/viewer.ts';
import { readLog } from '../../core/board/read-board.ts';
import { boardLog, type BoardChange } from '../../core/stream/board-change.ts';
import type { ResetReason } from '../../core/stream/followed-log.ts';
import type { BoardsChange } from '../../core/stream/several-boards.ts';
import { outsideTransactions } from '../../platform/db/orm.ts';
import { writeAnswer } from '../../platform/graphql/answer-bytes.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { isFault, maskError } from '../../platform/graphql/mask-error.ts';
import type { Services } from '../../platform/services.ts';
import type { BoardAsOwner } from './read-as-owner.ts';
import { type StoredDocument, variablesOf } from './stored-document.ts';

/** More changes than these go in the next message. */
export const MOST_CHANGES = 100;

/** What there is to tell of a part of the log. */
export interface Part {
  change: BoardChange;
  /** Whether anything in it is for the owner. */
  concerns: boolean;
}

/** The next part of the log after a place: so many changes, or up to where it was told before. */
export async function readPart(
  { orm }: Pick<Services, 'orm'>,
  { place, level, epoch }: BoardAsOwner,
  after: { epoch: string; revision: number },
  upTo = after.revision + MOST_CHANGES,
): Promise<Part> {
  if (after.epoch !== epoch) return startAgain(whyOther(after.epoch, place.epoch), { place, level });
  const excerpt = await readLog(outsideTransactions(orm), place.id, after.revision, upTo);
  if (excerpt === null || excerpt === 'reset' || excerpt.epoch !== place.epoch)
    return startAgain('OUT_OF_REACH', { place, level });
  const change = boardLog.changesAt(level, excerpt) as BoardChange;
  return { change, concerns: change.events.length + change.cards.length + change.removedCardIds.length > 0 };
}

/** Tells the receiver to take the board anew. */
export function startAgain(why: ResetReason, { place, level }: Pick<BoardAsOwner, 'place' | 'level'>): Part {
  const change = boardLog.signAt(level, why, place, place.revision) as BoardChange;
  return { change, concerns: true };
}

/** Of one that was told to be gone, and can be read again, the rights changed. */
const whyOther = (epoch: string, here: string): ResetReason =>
  epoch === '' || epoch.startsWith(`${here}-`) ? 'RIGHTS_CHANGED' : 'OTHER_HISTORY';

/** A sign of life of the board, as a test sends it. */
export const signOfLife = ({ place, level }: BoardAsOwner): BoardChange =>
  boardLog.signAt(level, 'HEARTBEAT', place, place.revision) as BoardChange;

/** What a message says, and of which board. */
interface Told {
  type: 'changes' | 'test';
  webhookId: string;
  boardId: string;
  /** Null where the board is not there for the owner any more. */
  change: BoardChange | null;
  /** Where the receiver is before and after it, where nothing changes. */
  revision: number;
  /** For the owner's class of readers; as anybody, where the board is gone. */
  reader?: Reader | undefined;
}

/**
 * What is posted: the result of the document, with its place beside it, whatever the document asks for. Carried out for
 * the owner's class of readers, as on the stream: of the owner themselves nothing enters it. Null for one that weighs
 * more than a message may. Throws for faults of ours.
 */
export async function renderMessage(
  services: Services,
  { schema, stored }: { schema: GraphQLSchema; stored: StoredDocument },
  { type, webhookId, boardId, change, revision: stays, reader = readerOf(null) }: Told,
): Promise<string | null> {
  const requestId = randomUUID();
  const { epoch, previousRevision, revision } = change ?? {
    ...{ epoch: '', previousRevision: stays, revision: stays },
  };
  const isOfSeveral = stored.field === 'boardsChanges';
  const ofSeveral: BoardsChange = { boardId, change };
  const named = toGlobalId('Board', boardId);
  const { data, errors } = await execute({
    schema,
    document: stored.document,
    rootValue: isOfSeveral ? ofSeveral : change,
    contextValue: createContext(services, { viewer: null, reader, requestId }),
    variableValues: variablesOf(stored, { boardId: named, epoch, revision: previousRevision }),
  });
  const told = errors?.map((error) => maskError(error, { log: services.log, requestId }));
  if (told?.some(isFault)) throw new Error('A message for a webhook could not be made.');
  const message = {
    type: type === 'test' ? type : isOfSeveral ? 'boards.changes' : 'board.changes',
    timestamp: (change?.at ?? new Date()).toISOString(),
    webhookId: toGlobalId('Webhook', webhookId),
    boardId: named,
    ...{ epoch, previousRevision, revision },
    data: data ?? null,
    ...(told && { errors: told }),
  };
  return writeAnswer(message as object as Parameters<typeof writeAnswer>[0]);
}
