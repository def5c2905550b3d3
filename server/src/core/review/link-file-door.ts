import { sql } from 'kysely';
import { fromGlobalId } from '../../platform/graphql/global-id.ts';
import type { Door } from '../../platform/http/door.ts';
import type { Services } from '../../platform/services.ts';
import { SHOWING } from '../file/file-door.ts';
import { fileColumns, type FileRow } from '../file/read-file.ts';
import { holdingFew, say, sendFile, type Showing } from '../file/send-file.ts';
import { readPass } from './link-pass.ts';

/** Where the files of an approval link begin. */
export const LINK_FILES = '/link-files';

/**
 * Answers `GET /link-files/<pass>/<id>` and what is below it, as `/files/<id>` does, with the files of the one hand-in
 * that the link of the pass asks about, for as long as it asks: whoever opened the link has no account.
 */
export const createLinkFileDoor = (services: Services): Door =>
  passFileDoor(services, LINK_FILES, (linkId, fileId) => readByLink(services, linkId, fileId));

/** Answers `GET <below>/<pass>/<id>`, and what is below it, with what `read` finds for the link of the pass. */
export function passFileDoor(
  services: Services,
  below: string,
  read: (linkId: string, fileId: string) => Promise<FileRow | null>,
): Door {
  const hold = holdingFew();
  return {
    below: `${below}/`,
    isCounted: true,
    isOwnOnly: true,
    answer: async (path, request, response) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD');
        say(response, 405, 'Ask by GET.');
        return true;
      }
      const [, pass = '', rest = ''] =
        /^([A-Za-z0-9._-]{1,200})\/(.{1,120})$/.exec(path.slice(below.length + 1)) ?? [];
      const [, id, showing] = SHOWING.exec(rest) ?? [];
      const linkId = readPass(services, pass);
      const found = id === undefined ? null : fromGlobalId(id);
      const file = linkId !== null && found?.name === 'File' ? await read(linkId, found.uuid) : null;
      const held = hold(linkId ?? 'nobody');
      try {
        if (!held) say(response, 429, 'Many files are on their way: let one come first.');
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

async function readByLink({ orm }: Services, linkId: string, fileId: string): Promise<FileRow | null> {
  const { rows } = await sql<FileRow>`
    select ${fileColumns} from approval_link link join card on card.id = link.card_id and card.status = 'IN_REVIEW'
      join hand_in on hand_in.card_id = card.id and hand_in.outcome = 'PENDING'
      join file on file.hand_in = hand_in.id
    where link.id = ${linkId} and file.id = ${fileId} and link.used_at is null and link.revoked_at is null
      and link.expires_at > clock_timestamp()`.execute(orm.em.fork().getKysely());
  return rows[0] ?? null;
}
