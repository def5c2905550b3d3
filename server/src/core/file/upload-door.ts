import { MemoryLocker, Server } from '@tus/server';
import { Refusal, type RefusalCode } from '../../platform/refusal/refusal.ts';
import { isNoAnswer } from '../../platform/db/no-answer.ts';
import { refuse } from '../../platform/http/graphql-door.ts';
import type { Door } from '../../platform/http/door.ts';
import type { Services } from '../../platform/services.ts';
import { admitCaller } from '../access/admit-caller.ts';
import { requireViewer, type Viewer } from '../access/viewer.ts';
import { checkFile } from './check-file.ts';
import { ScopeLacking, TusStore } from './tus-store.ts';

const BELOW = '/uploads';
/** Whoever sent the last piece hears how its check ended, unless that takes longer (ms). */
const CHECK_WAITED_MS = 15_000;
const METHODS = new Set(['POST', 'HEAD', 'PATCH', 'DELETE']);

/**
 * Takes files in pieces, by the tus protocol (tus.io, 1.0.0): `POST /uploads` begins one, `HEAD` says how much is there,
 * `PATCH` goes on, `DELETE` gives it up. For whoever is signed in, or shows a token with the scope that fits, and of files
 * for their sender alone. `Upload-Metadata` names `use` (WORK, CARD or EVENT), `filename` and `filetype`, and where it
 * goes: `card` (its id); for EVENT, which no token sends, `event`, and where one wishes `session` and `shown` (NOW or
 * RECAP).
 */
export function createUploadDoor(services: Services): Door {
  const locker = new MemoryLocker();
  const serverFor = (viewer: Viewer) =>
    new Server({
      path: BELOW,
      relativeLocation: true,
      locker,
      datastore: new TusStore(services, viewer),
      // Pages of others are turned away before; nobody else gets leave to read.
      allowedOrigins: [],
      disableTerminationForFinishedUploads: true,
      onUploadFinish: async (_request, { id }) => {
        await checked(services, id);
        return {};
      },
      onResponseError: (_request, error) => inWords(error),
    });
  return {
    below: BELOW,
    isCounted: true,
    isOwnOnly: true,
    isOfApi: true,
    answer: async (path, request, response) => {
      if (!/^\/uploads(\/[0-9a-f-]{36})?$/.test(path) || !METHODS.has(request.method ?? '')) {
        refuse(response, 404, 'NOT_FOUND', 'There is nothing here.');
        return true;
      }
      const caller = await admitCaller(services, request, response);
      if (caller === undefined) return true;
      try {
        const viewer = requireViewer(caller);
        await serverFor(viewer).handle(request, response);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refuse(response, error.code === 'NOT_SIGNED_IN' ? 401 : 403, error.code, error.message);
      }
      return true;
    },
  };
}

/** Whatever happens to the check here, its job is there too. */
async function checked(services: Services, fileId: string): Promise<void> {
  const check = checkFile(services, fileId).catch((error: unknown) =>
    services.log.warn({ err: error }, 'a file could not be checked'),
  );
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([check, new Promise((resolve) => (timer = setTimeout(resolve, CHECK_WAITED_MS)))]);
  clearTimeout(timer);
}

const STATUS: Partial<Record<RefusalCode, number>> = { NOT_FOUND: 404, DAY_LIMIT: 429, TOKEN_NOT_VALID: 401 };

type Told = { status_code: number; body: string };

/** In the shape that our pages read from the API. */
function inWords(error: unknown): Told | undefined {
  const told = (status_code: number, code: string, message: string, more: object = {}): Told => ({
    status_code,
    body: JSON.stringify({ errors: [{ message, extensions: { code, ...more } }] }),
  });
  if (error instanceof Refusal) {
    const { field, reason, limit } = error as Partial<Record<'field' | 'reason' | 'limit', unknown>>;
    return told(STATUS[error.code] ?? 403, error.code, error.message, {
      ...{ field, reason, limit, ...(error.why && { why: error.why }) },
    });
  }
  if (error instanceof ScopeLacking) return told(403, 'TOKEN_SCOPE', error.message, { needs: [error.scope] });
  const { status_code: status, body } = error as Partial<Told>;
  if (status !== undefined && body !== undefined) return told(status, 'UPLOAD', body.trim());
  if (isNoAnswer(error))
    return told(503, 'UNAVAILABLE', 'The database gives no answer. Try again in a moment.');
  // Nothing of a fault of ours is told.
  return told(500, 'INTERNAL_SERVER_ERROR', 'Something broke on our side.');
}
