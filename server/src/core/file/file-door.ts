import type { Services } from '../../platform/services.ts';
import { fromGlobalId } from '../../platform/graphql/global-id.ts';
import type { Door } from '../../platform/http/door.ts';
import { visitorAddress } from '../../platform/http/visits.ts';
import { admitCaller } from '../access/admit-caller.ts';
import { readFile } from './read-file.ts';
import { holdingFew, say, sendFile, type Showing } from './send-file.ts';

/** What stands behind the address of a file, wherever that begins. */
export const SHOWING = /^([A-Za-z0-9_-]{1,100})(?:\/(view|large|small))?$/;

/**
 * Answers `GET /files/<id>` with the file, to be saved, and `/view`, `/large` and `/small` below it with a picture. A
 * file that one may not read is answered like one that is not there. By session, or by a token.
 */
export function createFileDoor(services: Services): Door {
  const hold = holdingFew();
  return {
    below: '/files/',
    isCounted: true,
    isOwnOnly: true,
    answer: async (path, request, response) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD');
        say(response, 405, 'Ask by GET.');
        return true;
      }
      const [, id, showing] = SHOWING.exec(path.slice('/files/'.length)) ?? [];
      const viewer = await admitCaller(services, request, response);
      if (viewer === undefined) return true;
      const found = id === undefined ? null : fromGlobalId(id);
      const reading = { em: services.orm.em.fork(), filePlaces: services.filePlaces };
      const file = found?.name === 'File' ? await readFile(reading, viewer, found.uuid) : null;
      const held = hold(viewer?.personId ?? visitorAddress(request) ?? 'nobody');
      try {
        if (!held) say(response, 429, 'Many files of yours are on their way: let one come first.');
        else if (!file) say(response, 404, 'There is no such file, or you may not see it.');
        else
          await sendFile(services, request, response, file, (showing as Showing | undefined) ?? 'download');
      } finally {
        held?.();
      }
      return true;
    },
  };
}
