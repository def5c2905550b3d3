import type { IncomingMessage, ServerResponse } from 'node:http';
import { readCaller } from '../../core/access/bearer.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import type { Door } from '../../platform/http/door.ts';
import { readBytes, refuse, refuseTooLarge } from '../../platform/http/graphql-door.ts';
import { givePatience } from '../../platform/http/patience.ts';
import { type RefusalCode, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { busy } from './import-turns.ts';
import { campaignToFill } from './import-rights.ts';
import { keepSource, MOST_SOURCE_BYTES, SOURCE_KEPT_HOURS } from './import-source.ts';

const BELOW = '/imports';
/** A file of 20 MB comes within it on a line of 700 kbit/s (ms). Nobody has it who may not fill a board. */
const PATIENCE_MS = 240_000;
/** Files that come at once. */
const MOST_AT_ONCE = 8;
const STATUS: Partial<Record<RefusalCode, number>> = {
  NOT_SIGNED_IN: 401,
  TOKEN_NOT_VALID: 401,
  NOT_FOUND: 404,
  TOO_MANY_REQUESTS: 429,
};

/**
 * `POST /imports?campaign=<id>` with a file as its body, for whoever may fill that campaign's board. Answers `{ source }`,
 * by which `importBoard` reads it: a request of the API is too small for it.
 */
export function createImportDoor(services: Services): Door {
  const receiving = new Set<string>();
  /** They are held whole while they come: of each person one, and of all a few. */
  const receive = async <T>(personId: string, read: () => Promise<T>): Promise<T> => {
    if (receiving.has(personId) || receiving.size >= MOST_AT_ONCE) throw busy();
    receiving.add(personId);
    try {
      return await read();
    } finally {
      receiving.delete(personId);
    }
  };
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = new URL(request.url ?? '/', 'http://here').searchParams.get('campaign') ?? '';
    const viewer = await readCaller(services, request);
    if (viewer?.token && !viewer.token.scopes.has('MANAGE_CAMPAIGN'))
      return refuse(
        response,
        403,
        'TOKEN_SCOPE',
        'This token was not made for that: it needs MANAGE_CAMPAIGN.',
        {
          needs: ['MANAGE_CAMPAIGN'],
        },
      );
    const campaign = await campaignToFill(services.orm.em.fork(), viewer, rowId('Campaign', asked));
    const body = await receive(viewer!.personId, () => {
      givePatience(request, PATIENCE_MS);
      return readBytes(request, MOST_SOURCE_BYTES);
    });
    if (!body) return refuseTooLarge(request, response, MOST_SOURCE_BYTES);
    const source = await keepSource(services, {
      personId: viewer!.personId,
      campaignId: campaign.id,
      body,
    });
    const text = JSON.stringify({ source, bytes: body.length, keptHours: SOURCE_KEPT_HOURS });
    response.writeHead(201, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
    });
    response.end(text);
  };
  return {
    below: BELOW,
    isCounted: true,
    isOwnOnly: true,
    isOfApi: true,
    answer: async (path, request, response) => {
      if (path !== BELOW) return false;
      if (request.method !== 'POST') {
        response.setHeader('allow', 'POST');
        refuse(response, 405, 'METHOD_NOT_ALLOWED', 'Send a file by POST.');
        return true;
      }
      try {
        await take(request, response);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refuse(response, STATUS[error.code] ?? 403, error.code, error.message, { why: error.why });
      }
      return true;
    },
  };
}
