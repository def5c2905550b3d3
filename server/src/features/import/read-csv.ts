import { CsvError, parse } from 'csv-parse/sync';
import { CardStatus, Phase } from '../../core/board/card.entity.ts';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { unguardFormulas } from '../../platform/input/formula.ts';
import { fieldOfColumn, plainName, skillNamed, statusOfList } from './guess.ts';
import type { DateOrder, ImportField } from './import-kinds.ts';
import { readDay } from './read-day.ts';
import { oneOf, STATUS_HERE } from './read-strikeboard.ts';
import {
  emptyCard,
  type Reading,
  refuseHuge,
  type SourceBoard,
  type SourceCard,
  tooMany,
  unreadable,
} from './source-board.ts';

const MOST_COLUMNS = 60;
/** Rows are read no further than one beyond what is refused. */
const MOST_ROWS = 20_002;
const MOST_CELLS = 2_000_000;
const SEPARATORS = [',', ';', '\t', '|'];

export interface TableChoices {
  columns: ReadonlyMap<string, ImportField>;
  dateOrder: DateOrder | null;
}

/**
 * Reads a table as spreadsheets and other boards write it (RFC 4180, and with semicolons or tabs as in languages that
 * write 1,5). Columns are known by their names; without names the first is the title.
 */
export function readCsv(text: string, { notes, timeZone }: Reading, choices: TableChoices): SourceBoard {
  const [head = [], ...rest] = rowsOf(text);
  if (head.length > MOST_COLUMNS) throw tooMany('columns', MOST_COLUMNS);
  const isNamed = head.some((name) => fieldOfColumn(name) !== null || choices.columns.has(name));
  const names = isNamed ? namesApart(head) : head.map((_, at) => letterOf(at));
  const rows = isNamed ? rest : [head, ...rest];
  refuseHuge({ cards: rows });
  const fields = fieldsOf(names, choices.columns);
  for (const [at, field] of fields.entries())
    if (field === 'LEAVE_OUT' && !choices.columns.has(names[at]!)) notes.add('COLUMNS_LEFT_OUT', names[at]);
  const order = choices.dateOrder ?? orderFoundIn(rows, fields);
  const cards = rows.map((row) => {
    const card = emptyCard();
    for (const [at, field] of fields.entries()) {
      const cell = unguardFormulas(row[at] ?? '').trim();
      if (cell) take(card, field, { cell, name: names[at]!, notes, timeZone, order });
    }
    return card;
  });
  const lists = [...new Set(cards.map(({ list }) => list))];
  const areOurs = lists.every((list) => oneOf(CardStatus, list));
  return {
    ...{ format: 'CSV', cards, isOurs: false },
    columns: names.map((name, at) => ({
      name,
      field: fields[at]!,
      example:
        rows
          .find((row) => row[at]?.trim())
          ?.[at]?.trim()
          .slice(0, 200) ?? '',
    })),
    lists: lists.map((key) => ({
      ...{ key, name: key },
      proposed: areOurs ? STATUS_HERE[key as CardStatus] : statusOfList(key),
    })),
  };
}

function rowsOf(text: string): string[][] {
  // Excel says so in a first line where it is not what the language has.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const line =
    body
      .slice(0, 20_000)
      .replace(/"[^"]*"/g, '')
      .split(/\r\n?|\n/, 1)[0] ?? '';
  const counted = SEPARATORS.map((sign) => [line.split(sign).length, sign] as const);
  const delimiter = said?.[1] ?? counted.reduce((best, each) => (each[0] > best[0] ? each : best))[1];
  let cells = 0;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + 1)) cells += 1;
  if (cells > MOST_CELLS) throw tooMany('cells', MOST_CELLS);
  try {
    return parse(body, {
      ...{ delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true },
      ...{ max_record_size: 500_000, to: MOST_ROWS },
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = Number((error as { lines?: unknown }).lines);
    throw unreadable(
      `We cannot read this table${Number.isFinite(at) ? ` at line ${at}` : ''}. Look for a quotation mark that does not close.`,
    );
  }
}

const letterOf = (at: number) =>
  at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;

/** Two columns of one name are told apart. */
function namesApart(head: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return head.map((given, at) => {
    const name = given.trim().slice(0, 120) || letterOf(at);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** What each column holds. One title there has to be: without any, the first column that is nothing else. */
export function fieldsOf(names: readonly string[], chosen: ReadonlyMap<string, ImportField>): ImportField[] {
  const taken = new Set<ImportField>(chosen.values());
  const fields = names.map((name): ImportField => {
    const known = chosen.get(name);
    if (known) return known;
    const guess = fieldOfColumn(name);
    if (!guess || (taken.has(guess) && !SEVERAL.has(guess))) return 'LEAVE_OUT';
    taken.add(guess);
    return guess;
  });
  if (!fields.includes('TITLE')) {
    const first = fields.findIndex((field, at) => field === 'LEAVE_OUT' && !chosen.has(names[at]!));
    if (first >= 0) fields[first] = 'TITLE';
  }
  return fields;
}

/** Of these there may be several columns. */
const SEVERAL: ReadonlySet<ImportField> = new Set(['LABELS', 'LINKS', 'NOTE', 'CHECKLIST', 'PEOPLE']);

/** Where one date of a table has a day beyond twelve, all are written as that one. */
function orderFoundIn(rows: readonly string[][], fields: readonly ImportField[]): DateOrder | null {
  const orders = new Set<DateOrder>();
  for (const [at, field] of fields.entries()) {
    if (field !== 'DUE') continue;
    for (const row of rows) {
      const [, one = 0, other = 0] = (/^\s*(\d{1,2})[/-](\d{1,2})[/-]\d/.exec(row[at] ?? '') ?? []).map(
        Number,
      );
      if (one > 12 && one <= 31) orders.add('DAY_FIRST');
      if (other > 12 && other <= 31) orders.add('MONTH_FIRST');
    }
  }
  return orders.size === 1 ? [...orders][0]! : null;
}

interface Cell {
  cell: string;
  /** Of its column. */
  name: string;
  notes: Reading['notes'];
  timeZone: string;
  order: DateOrder | null;
}

const partsOf = (cell: string, at: RegExp) =>
  cell
    .split(at)
    .map((part) => part.trim())
    .filter(Boolean);

function take(card: SourceCard, field: ImportField, given: Cell): void {
  const { cell, name, notes } = given;
  const unknown = () => {
    notes.add('VALUES_UNKNOWN', `${name}: ${cell}`);
    card.more.push({ name, text: cell });
  };
  const { ours } = card;
  switch (field) {
    case 'TITLE':
      card.title = cell;
      return;
    case 'DELIVERABLE':
      card.words = cell;
      return;
    case 'LIST':
      card.list = cell.slice(0, 120);
      return;
    case 'LABELS':
      card.labels.push(...partsOf(cell, /[,;\n]/));
      return;
    case 'PEOPLE':
      card.people.push(...partsOf(cell, /[,;\n]/));
      return;
    case 'LINKS':
      card.links.push(...partsOf(cell, /\s+/).map((url) => ({ url, label: '' })));
      return;
    case 'CHECKLIST':
      card.checklist.push(...stepsOf(cell));
      return;
    case 'NOTE':
      card.comments.push({ by: '', at: null, text: cell });
      return;
    case 'FINISHED':
      card.isFinished = !/^(no|false|falso|0|n|-)$/i.test(cell);
      return;
    case 'LOCAL_SUPPLIES':
      ours.localSupplies = cell;
      return;
    case 'OUT_OF_SCOPE':
      ours.outOfScope = cell;
      return;
    case 'CAUTION':
      ours.caution = cell;
      return;
    case 'LANGUAGE':
      ours.language = cell;
      return;
    case 'DUE':
      return takeDay(card, given);
    case 'SKILL': {
      const skill = skillNamed(cell);
      if (skill) ours.skill = skill;
      else unknown();
      return;
    }
    case 'HOURS': {
      const hours = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours?|horas?)?$/i.exec(cell)?.[1];
      if (hours) ours.hours = Number(hours.replace(',', '.'));
      else unknown();
      return;
    }
    case 'PHASE': {
      const phase = oneOf(Phase, plainName(cell).toUpperCase().replaceAll(' ', '_'));
      if (phase) ours.phase = phase;
      else unknown();
      return;
    }
    case 'SENSITIVITY': {
      const sensitivity = oneOf(Sensitivity, cell.toUpperCase());
      if (sensitivity) ours.sensitivity = sensitivity;
      else unknown();
      return;
    }
    case 'LEAVE_OUT':
  }
}

function takeDay(card: SourceCard, { cell, name, notes, timeZone, order }: Cell): void {
  const day = readDay(cell, { timeZone, order });
  if (day instanceof Date) {
    card.due = day;
    return;
  }
  notes.add(day === 'ambiguous' ? 'DUE_AMBIGUOUS' : 'DUE_UNREADABLE', cell);
  card.more.push({ name, text: cell });
}

/** A step a line, or between semicolons and bars; `[x]` ticks it. Our own CSV writes them as JSON. */
function stepsOf(cell: string): SourceCard['checklist'] {
  const parts = cell.includes('\n') ? partsOf(cell, /\n/) : partsOf(cell, /\s*[;|]\s*/);
  return parts.map((part) => {
    const [, tick = '', text = ''] = /^(?:[-*•]\s*)?(\[[ xX]?\])?\s*(.*)$/su.exec(part) ?? [];
    return { text, done: /x/i.test(tick) };
  });
}
