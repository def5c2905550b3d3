import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { fileColumns, type FileRow } from '../../core/file/read-file.ts';
import { fileBytes } from '../../core/file/send-file.ts';
import type { ZipStream } from './zip-stream.ts';

/** A ZIP holds 4 GB; the rest of it is small. */
const MOST_BYTES = 3_900_000_000;

interface ExportedFile extends FileRow {
  cardNumber: number;
  by: string;
}

/**
 * Puts what hangs on a campaign's cards and in its work into its export, file after file, and a list of them. What would
 * not fit any more is named in the list alone.
 */
export async function exportFiles(
  services: Services,
  em: Em,
  zip: ZipStream,
  campaignId: string,
): Promise<void> {
  const { rows } = await sql<ExportedFile>`
    select ${fileColumns}, card.number as "cardNumber", person.handle as by
    from file join card on card.id = file.card_id join board on board.id = card.board_id
      join person on person.id = file.person_id
    where board.campaign_id = ${campaignId} and file.attached_at is not null and file.state = 'READY'
    order by card.number, file.started_at, file.id`.execute(em.getKysely());
  let sum = 0;
  const list: object[] = [];
  for (const [index, file] of rows.entries()) {
    sum += file.bytes;
    // Numbered, since two may have one name; the name is a sender's, and holds no slash.
    const path = sum > MOST_BYTES ? null : `files/card-${file.cardNumber}/${index + 1}-${file.name}`;
    const { cardNumber, by, name, mediaType, bytes, startedAt, handIn } = file;
    list.push({ path, cardNumber, by, name, mediaType, bytes, at: startedAt, handedIn: handIn !== null });
    if (path !== null) await zip.addPacked(path, fileBytes(services, em, file, 0, bytes));
  }
  await zip.add('files.json', [`${JSON.stringify(list, null, 2)}\n`]);
}
