import { type RawBuilder, sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { csvLine } from './csv.ts';

const PAGE = 500;

export type Row = Record<string, unknown>;

/** Rows of a query with an `id`, in its order, page after page. */
export async function* pages(em: Em, query: RawBuilder<unknown>): AsyncGenerator<Row> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<Row & { id: string }>`
      select * from (${query}) found where id > ${after}::uuid order by id limit ${PAGE}`.execute(
      em.getKysely(),
    );
    for (const { id: _id, ...row } of rows) yield row;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}

/** Whose it is, in the words of the house for people who had themselves erased. */
export const nameOf = (person: string) =>
  sql`case when ${sql.ref(`${person}.erased_at`)} is null then ${sql.ref(`${person}.handle`)} else 'a person who left' end`;

export const onBoard = (campaignId: string) =>
  sql`join board on board.id = card.board_id and board.campaign_id = ${campaignId}`;

export async function* jsonList(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield `${before}${JSON.stringify(row)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

export async function* csvTable(
  columns: readonly string[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<string> {
  // The mark by which spreadsheets know UTF-8.
  yield `\uFEFF${csvLine(columns)}`;
  for await (const row of rows) yield csvLine(columns.map((column) => csvValue(row[column])));
}

function csvValue(value: unknown): string | number | Date | null {
  if (value == null || typeof value === 'string' || typeof value === 'number' || value instanceof Date)
    return value ?? null;
  if (Array.isArray(value))
    return value.map((item: unknown) => (hasUrl(item) ? item.url : JSON.stringify(item))).join(' ');
  return JSON.stringify(value);
}

const hasUrl = (item: unknown): item is { url: string } =>
  typeof item === 'object' && item !== null && typeof (item as { url?: unknown }).url === 'string';
