import type { ImportFormat } from './import-kinds.ts';
import { fieldOfColumn } from './guess.ts';
import { parseJson } from './json-value.ts';
import { readCsv, type TableChoices } from './read-csv.ts';
import { readList } from './read-list.ts';
import { isStrikeboard, readStrikeboard } from './read-strikeboard.ts';
import { isTrello, readTrello } from './read-trello.ts';
import { type Reading, type SourceBoard, unreadable } from './source-board.ts';

/** Reads a text in a format; which it is, is found out where nobody says. Refuses one that is not what it is said to be. */
export function readBoardFile(
  text: string,
  format: ImportFormat | null,
  { reading, table }: { reading: Reading; table: TableChoices },
): SourceBoard {
  const isJson = /^\s*[[{]/.test(text);
  if (format === 'LIST') return readList(text);
  if (format === 'CSV' || (!format && !isJson && looksLikeTable(text))) return readCsv(text, reading, table);
  if (!format && !startsAsJson(text)) return readList(text);
  const value = parseJson(text);
  if (isStrikeboard(value) && format !== 'TRELLO') return readStrikeboard(value);
  if (isTrello(value) && format !== 'STRIKEBOARD') return readTrello(value, reading);
  throw unreadable(
    format === 'STRIKEBOARD'
      ? 'This is no board of Strikeboard. Take the file that the campaign’s export gives.'
      : 'There is no board in this file. In Trello choose “Export as JSON” on the board’s menu.',
  );
}

/** A pasted list may begin with a tick, `[ ] Print the flyers`. */
const startsAsJson = (text: string) => /^\s*(\{\s*["}]|\[\s*[{["])/.test(text);

/** A first line that names columns, or says where they end. */
function looksLikeTable(text: string): boolean {
  const line = text.slice(0, 10_000).split(/\r\n?|\n/, 1)[0] ?? '';
  if (/^sep=.$/i.test(line)) return true;
  const names = line.split(/[,;\t|]/).map((name) => name.trim().replace(/^"|"$/g, ''));
  return names.length > 1 && names.filter((name) => fieldOfColumn(name) !== null).length > 1;
}
