import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { fileColumns, type FileRow } from '../../core/file/read-file.ts';
import { fileBytes } from '../../core/file/send-file.ts';
import type { ZipStream } from './zip-stream.ts';

/** A ZIP holds 4 GB; the rest of it is small. */
const MOST_BYTES = 3_900_000_000;

interface ExportedFile extends FileRow {
  /** Null for one of an event, and the other way round. */
  cardNumber: number | null;
  event: string | null;
  session: string | null;
  by: string;
}

/**
 * Puts what hangs on a campaign's cards, in its work and at its events into its export, file after file, and a list of
 * them. What would not fit any more is named in the list alone.
 */
export async function exportFiles(
  services: Services,
  em: Em,
  zip: ZipStream,
  campaignId: string,
): Promise<void> {
  const { rows } = await sql<ExportedFile>`
    select ${fileColumns}, card.number as "cardNumber", event.slug as event, event_session.title as session,
      person.handle as by
    from file left join card on card.id = file.card_id
      left join material on material.file_id = file.id left join event on event.id = material.event_id
      left join event_session on event_session.id = material.session_id
      join person on person.id = file.person_id
    where (file.card_id in (select card.id from card join board on board.id = card.board_id
        where board.campaign_id = ${campaignId})
      or file.id in (select file_id from material join event on event.id = event_id
        where event.campaign_id = ${campaignId}))
      and file.attached_at is not null and file.state = 'READY'
    order by card.number, event.starts_at, event.id, material.position, file.started_at, file.id`.execute(
    em.getKysely(),
  );
  let sum = 0;
  const list: object[] = [];
  for (const [index, file] of rows.entries()) {
    sum += file.bytes;
    const folder = file.cardNumber === null ? `event-${file.event}` : `card-${file.cardNumber}`;
    // Numbered, since two may have one name; the name is a sender's, and holds no slash.
    const { cardNumber, event, session, by, name, mediaType, bytes, startedAt, handIn } = file;
    const path = sum > MOST_BYTES ? null : `files/${folder}/${index + 1}-${name}`;
    list.push({
      path,
      cardNumber,
      event,
      session,
      by,
      name,
      mediaType,
      bytes,
      at: startedAt,
      handedIn: handIn !== null,
    });
    if (path !== null) await zip.addPacked(path, fileBytes(services, em, file, 0, bytes));
  }
  await zip.add('files.json', [`${JSON.stringify(list, null, 2)}\n`]);
}
