import { CardStatus, Phase } from '../../core/board/card.entity.ts';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { Skill } from '../../core/access/skill.ts';
import type { ImportStatus } from './import-kinds.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  momentOf,
  objectsOf,
  textOf,
  textsOf,
} from './json-value.ts';
import { emptyCard, refuseHuge, type SourceBoard, type SourceCard, unreadable } from './source-board.ts';

/** What our export of a board says of itself: see the section on import and export in `schema/README.md`. */
export const BOARD_FORMAT = 'strikeboard.board';
export const BOARD_VERSION = 1;

export const isStrikeboard = (value: JsonValue): value is JsonObject =>
  isObject(value) && value['format'] === BOARD_FORMAT;

/** What our own statuses become: nobody holds an imported card, and finished work stays where it was done. */
export const STATUS_HERE: Readonly<Record<CardStatus, ImportStatus>> = {
  DRAFT: 'DRAFT',
  OPEN: 'OPEN',
  CLAIMED: 'OPEN',
  IN_REVIEW: 'OPEN',
  DONE: 'LEAVE_OUT',
  CANCELLED: 'CANCELLED',
};

/** Reads what `/export/campaign/<slug>.json` gives, so that a board exported and imported is the same board. */
export function readStrikeboard(file: JsonObject): SourceBoard {
  if (Number(file['version']) > BOARD_VERSION)
    throw unreadable('A newer Strikeboard wrote this file. Import it there.');
  const rows = objectsOf(file['cards']);
  refuseHuge({ cards: rows });
  const used = new Set(rows.map(statusOf));
  return {
    ...{ format: 'STRIKEBOARD', columns: [], isOurs: true, cards: rows.map(cardOf) },
    lists: Object.values(CardStatus)
      .filter((status) => used.has(status))
      .map((status) => ({ key: status, name: status, proposed: STATUS_HERE[status] })),
  };
}

const statusOf = (row: JsonObject): CardStatus => oneOf(CardStatus, row['status']) ?? 'DRAFT';

function cardOf(row: JsonObject): SourceCard {
  const number = (value: JsonValue) => (typeof value === 'number' ? value : undefined);
  return {
    ...emptyCard(),
    title: textOf(row['title']),
    words: textOf(row['deliverable']),
    list: statusOf(row),
    heldBy: textOf(row['holder']),
    due: momentOf(row['dueAt']),
    links: objectsOf(row['links']).map((link) => ({
      url: textOf(link['url']),
      label: textOf(link['label']),
    })),
    checklist: objectsOf(row['checklist']).map((item) => ({
      text: textOf(item['text']),
      done: item['done'] === true,
    })),
    comments: objectsOf(row['comments']).map((comment) => ({
      by: textOf(comment['by']),
      at: momentOf(comment['at']),
      text: textOf(comment['text']),
    })),
    ours: withoutNothing({
      skill: oneOf(Skill, row['skill']),
      hours: number(row['hours']),
      phase: oneOf(Phase, row['phase']),
      sensitivity: oneOf(Sensitivity, row['sensitivity']),
      localSupplies: textOf(row['localSupplies']),
      outOfScope: textOf(row['outOfScope']),
      caution: textOf(row['caution']) || undefined,
      cautionCleared: row['cautionCleared'] === true,
      dueOffsetHours: number(row['dueOffsetHours']),
      language: textOf(row['language']) || undefined,
      languages: textsOf(row['languages']),
      forTwo: row['forTwo'] === true,
    }),
  };
}

/** The value of an enum that a text names. */
export function oneOf<Value extends string>(
  values: Readonly<Record<string, Value>>,
  value: JsonValue,
): Value | undefined {
  return Object.values(values).find((each) => each === value);
}

export function withoutNothing<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
