import { sql } from 'kysely';
import { fileColumns, type FileRow } from '../../core/file/read-file.ts';
import { passFileDoor } from '../../core/review/link-file-door.ts';
import { writePass } from '../../core/review/link-pass.ts';
import type { Door } from '../../platform/http/door.ts';
import type { Services } from '../../platform/services.ts';

const BELOW = '/recap-files';

/** Where addresses of files begin for whoever opened a link that asks for the yes to a recap. */
export const recapFilesBelow = (services: Services, linkId: string) =>
  `${BELOW}/${writePass(services, linkId)}`;

/**
 * The files of the one recap that a link asks about, as they wait for the yes, for as long as it asks: nobody says yes
 * to slides that they could not open.
 */
export const recapFileDoor = (services: Services): Door =>
  passFileDoor(services, BELOW, async (linkId, fileId) => {
    const { rows } = await sql<FileRow>`
      select ${fileColumns} from recap_link link join recap on recap.event_id = link.event_id
        join material on material.event_id = link.event_id join file on file.id = material.file_id
      where link.id = ${linkId} and file.id = ${fileId} and file.attached_at is not null
        and link.used_at is null and link.revoked_at is null and link.created_by_id is not null
        and link.expires_at > clock_timestamp() and recap.published_edition is distinct from recap.edition
        and recap.prepared -> 'eventFiles' @> jsonb_build_array(jsonb_build_object('id', file.id::text))`.execute(
      services.orm.em.fork().getKysely(),
    );
    return rows[0] ?? null;
  });
