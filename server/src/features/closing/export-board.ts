import { sql } from 'kysely';
import type { MadeFile } from '../../platform/db/exports.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { csvTable, nameOf, type Row } from './export-rows.ts';

/** Cards that are read at once: their comments come with them. */
const PAGE = 500;

/**
 * The board of a campaign as one JSON file, which `importBoard` makes the same board of: its form is in the section on
 * import and export of `schema/README.md`. Rights are the caller's to check.
 */
export const exportBoardAsJson = ({ exports }: Services, campaignId: string): Promise<MadeFile> =>
  exports.toFile(async (em, out) => {
    for await (const part of boardAsJson(em, campaignId)) await written(out, part);
    out.end();
  });

/** Its cards as a table, with the names of columns by which an import knows them. */
export const exportBoardAsCsv = ({ exports }: Services, campaignId: string): Promise<MadeFile> =>
  exports.toFile(async (em, out) => {
    for await (const part of csvTable(COLUMNS, tableRows(em, campaignId))) await written(out, part);
    out.end();
  });

const written = (out: NodeJS.WritableStream, part: string) =>
  new Promise<void>(
    (resolve, reject) => void out.write(part, (error) => (error ? reject(error) : resolve())),
  );

const COLUMNS = [
  ...[
    'number',
    'title',
    'deliverable',
    'status',
    'skill',
    'hours',
    'phase',
    'sensitivity',
    'dueAt',
    'localSupplies',
  ],
  ...['outOfScope', 'caution', 'language', 'checklist', 'links', 'holder', 'finishedAt'],
];

export async function* boardAsJson(em: Em, campaignId: string): AsyncGenerator<string> {
  const { rows } = await sql<{ campaign: object }>`
    select json_build_object('slug', slug, 'title', title, 'startsAt', starts_at, 'timeZone', time_zone,
      'languages', languages) as campaign from campaign where id = ${campaignId}`.execute(em.getKysely());
  const head = { format: 'strikeboard.board', version: 1, campaign: rows[0]?.campaign ?? null };
  yield `${JSON.stringify(head).slice(0, -1)},"cards":[`;
  let before = '\n';
  for await (const { holder, finishedAt: _finishedAt, ...card } of boardRows(em, campaignId)) {
    // Whoever has it in hand is named to who imports it: there nobody holds it.
    const isHeld = card['status'] === 'CLAIMED' || card['status'] === 'IN_REVIEW';
    yield before + JSON.stringify(isHeld ? { ...card, holder } : card);
    before = ',\n';
  }
  yield '\n]}\n';
}

interface BoardRow extends Row {
  checklist: { text: string; done: boolean }[];
}

/** Cards as they stand on the board, column by column. An import puts them in the order of its file. */
async function* boardRows(em: Em, campaignId: string): AsyncGenerator<BoardRow> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await sql<BoardRow>`
      select number, title, deliverable, local_supplies as "localSupplies", out_of_scope as "outOfScope", caution,
        caution_cleared_at is not null as "cautionCleared", skill, hours, phase, due_at as "dueAt",
        due_offset_hours as "dueOffsetHours", card.languages, card.language, sensitivity, status, for_two as "forTwo",
        (select coalesce(json_agg(json_build_object('label', link ->> 'label', 'url', link ->> 'url') order by place), '[]')
          from jsonb_array_elements(links) with ordinality each(link, place)) as links,
        (select coalesce(json_agg(json_build_object('text', item ->> 'text', 'done', (item ->> 'done')::boolean)
          order by place), '[]') from jsonb_array_elements(checklist) with ordinality each(item, place)) as checklist,
        (select coalesce(json_agg(json_build_object('by', coalesce(said_by, ${nameOf('person')}), 'at', at,
            'text', text) order by comment.id), '[]')
          from comment join person on person.id = comment.person_id
          where card_id = card.id and removed_at is null) as comments,
        ${nameOf('holder')} as holder, finished_at as "finishedAt"
      from card join board on board.id = card.board_id and board.campaign_id = ${campaignId}
        left join person holder on holder.id = holder_id
      order by array_position(array['DRAFT', 'OPEN', 'CLAIMED', 'IN_REVIEW', 'DONE', 'CANCELLED'], status), position,
        card.id limit ${PAGE} offset ${offset}`.execute(em.getKysely());
    yield* rows;
    if (rows.length < PAGE) return;
  }
}

async function* tableRows(em: Em, campaignId: string): AsyncGenerator<Row> {
  for await (const row of boardRows(em, campaignId))
    yield {
      ...row,
      checklist: row.checklist.map(({ text, done }) => `[${done ? 'x' : ' '}] ${text}`).join('\n'),
    };
}
