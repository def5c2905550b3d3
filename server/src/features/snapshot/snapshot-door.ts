import type { ServerResponse } from 'node:http';
import { readCaller } from '../../core/access/bearer.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { BoardSnapshots } from './board-snapshots.ts';
import { encodingFor } from './snapshot-bytes.ts';
import type { Door } from '../../platform/http/door.ts';
import { knowsTag } from '../../platform/http/entity-tag.ts';
import { registerSnapshots } from './snapshot-figures.ts';

const ADDRESS = /^\/boards\/([A-Za-z0-9_-]{1,100})\/snapshot$/;

/**
 * Answers `GET /boards/<slug of the campaign, or id of the board>/snapshot`: the board as whoever asks may read it, as
 * JSON, with a tag by which an unchanged one is not sent again. Says whether the path was its own.
 */
export function createSnapshotDoor(services: Services, snapshots: BoardSnapshots): Door {
  const answer: Door['answer'] = async (path, request, response) => {
    const address = ADDRESS.exec(path)?.[1];
    if (address === undefined) return say(response, 404, 'NOT_FOUND', 'There is nothing here.');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return say(response, 405, 'METHOD_NOT_ALLOWED', 'Ask by GET.');
    }
    let viewer: Viewer | null;
    try {
      viewer = await readCaller(services, request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
      return say(response, 401, error.code, error.message);
    }
    const bytes = await snapshots.read(viewer, address);
    if (!bytes) return say(response, 404, 'NOT_FOUND', 'We cannot find this board, or you may not see it.');
    const encoding = encodingFor(request.headers['accept-encoding']);
    const headers = {
      etag: bytes.tag,
      vary: 'cookie, authorization, accept-encoding',
      // What anybody may read, a cache on the way may hold for a moment; all else stays on no disk.
      'cache-control': viewer ? 'private, no-store' : 'public, max-age=1',
    };
    if (knowsTag(request.headers['if-none-match'], bytes.tag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const body = await bytes.as(encoding);
    response.writeHead(200, {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
  return {
    below: '/boards/',
    isCounted: true,
    isOpen: true,
    isOfApi: true,
    answer,
    figures: (prometheus, registry) => registerSnapshots(prometheus, registry, snapshots),
  };
}

/** In the shape that a client of the API reads. */
function say(response: ServerResponse, status: number, code: string, message: string): true {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
  return true;
}
