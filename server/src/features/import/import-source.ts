import { sql } from 'kysely';
import { v7 as uuid, validate } from 'uuid';
import type { Services } from '../../platform/services.ts';
import { InvalidInput, notFound } from '../../platform/refusal/refusal.ts';

/** The largest file; Trello writes some four kilobytes for each card. */
export const MOST_SOURCE_BYTES = 20 * 1024 * 1024;
/** Files of one person that are kept: the oldest goes for a fourth. */
const MOST_OF_ONE = 3;
export const SOURCE_KEPT_HOURS = 3;

/** Keeps a file for its sender. Returns its row id. */
export async function keepSource(
  { orm }: Pick<Services, 'orm'>,
  { personId, campaignId, body }: { personId: string; campaignId: string; body: Buffer },
): Promise<string> {
  const id = uuid();
  await orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    await sql`select from person where id = ${personId} for update`.execute(db);
    await sql`delete from import_source where id in (select id from import_source where person_id = ${personId}
      order by id desc offset ${MOST_OF_ONE - 1})`.execute(db);
    await sql`insert into import_source (id, campaign_id, person_id, body)
      values (${id}, ${campaignId}, ${personId}, ${body})`.execute(db);
  });
  return id;
}

export interface SourceAsked {
  personId: string;
  campaignId: string;
  /** What was pasted. */
  text?: string | null | undefined;
  /** Which of the person's files. */
  sourceId?: string | null | undefined;
}

/** The text to import: what was pasted, or a file that the same person sent for the same campaign. */
export async function readSource(
  { orm }: Pick<Services, 'orm'>,
  { personId, campaignId, text, sourceId }: SourceAsked,
): Promise<string> {
  if ((text != null) === (sourceId != null))
    throw new InvalidInput('source', 'EMPTY', 'Choose a file, or paste a list: one of the two.');
  if (text != null) return notEmpty(text);
  if (!validate(sourceId)) throw notFound('file');
  const { rows } = await sql<{ body: Buffer }>`select body from import_source
    where id = ${sourceId} and person_id = ${personId} and campaign_id = ${campaignId}`.execute(
    orm.em.fork().getKysely(),
  );
  if (!rows[0]) throw notFound('file');
  return notEmpty(decode(rows[0].body));
}

function notEmpty(text: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  if (!plain.trim()) throw new InvalidInput('source', 'EMPTY', 'There is nothing in it.');
  return plain;
}

/** Text in whatever a spreadsheet writes: UTF-8, UTF-16 with its mark, else the Windows code page of Western Europe. */
function decode(body: Buffer): string {
  if (body[0] === 0xff && body[1] === 0xfe) return new TextDecoder('utf-16le').decode(body);
  if (body[0] === 0xfe && body[1] === 0xff) return new TextDecoder('utf-16be').decode(body);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return new TextDecoder('windows-1252').decode(body);
  }
}
