import { statusOfList } from './guess.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  momentOf,
  objectOf,
  objectsOf,
  textOf,
  textsOf,
} from './json-value.ts';
import {
  emptyCard,
  type Reading,
  refuseHuge,
  type SourceBoard,
  type SourceCard,
  type SourceComment,
} from './source-board.ts';

/** Trello writes so many actions into a file, the newest; comments are among them. */
const TRELLO_ACTIONS = 1_000;

/** Whether a file is an export of a board, or of one card, of Trello. */
export function isTrello(value: JsonValue): value is JsonObject {
  if (!isObject(value)) return false;
  return (Array.isArray(value['cards']) && Array.isArray(value['lists'])) || isOneCard(value);
}

const isOneCard = (value: JsonObject) =>
  typeof value['idList'] === 'string' && typeof value['name'] === 'string';

/**
 * Reads what Trello exports (Menu, Print, export and share, Export as JSON), as it did in 2012 and as it does today: keys
 * in any order, checklists beside the cards or within them, with actions or without. Nothing in it is followed: what a
 * card links to is a text.
 */
export function readTrello(file: JsonObject, { notes }: Reading): SourceBoard {
  const board: JsonObject = isOneCard(file) ? { cards: [file], actions: file['actions'], lists: [] } : file;
  refuseHuge({ cards: objectsOf(board['cards']) });
  const index = indexOf(board);
  const comments = commentsOf(board, index);
  const rows = sorted(objectsOf(board['cards']), (card) => [
    index.listOrder.get(textOf(card['idList'])) ?? Infinity,
    placeOf(card['pos']),
  ]);
  const cards = rows.map((row): SourceCard => {
    const id = textOf(row['id']);
    const list = textOf(row['idList']);
    const card: SourceCard = {
      ...emptyCard(),
      key: keyOf(row),
      title: titleOf(row, index),
      words: textOf(row['desc']),
      list,
      labels: labelsOf(row, index),
      isArchived: row['closed'] === true || index.closedLists.has(list),
      isFinished: row['dueComplete'] === true,
      due: momentOf(row['due']),
      checklist: checklistOf(row, index),
      people: textsOf(row['idMembers']).flatMap((member) => index.names.get(member) ?? []),
      more: moreOf(row, index),
      comments: comments.get(id) ?? [],
    };
    comments.delete(id);
    for (const file of sorted(objectsOf(row['attachments']), (each) => [placeOf(each['pos'])])) {
      const url = textOf(file['url']);
      if (!url) continue;
      card.links.push({ url, label: index.titles.get(shortLinkIn(url)) ?? textOf(file['name']) });
      if (file['isUpload'] === true || url.startsWith('https://trello.com/1/cards/'))
        notes.add('FILES_BEHIND_SIGN_IN', textOf(file['name']) || url);
    }
    return card;
  });
  noteComments(board, cards, comments, notes);
  return {
    format: 'TRELLO',
    cards,
    columns: [],
    isOurs: false,
    lists: listsOf(board, cards),
    cardAt: shortLinkIn,
  };
}

interface Index {
  /** Members' names by id. */
  names: ReadonlyMap<string, string>;
  labels: ReadonlyMap<string, string>;
  /** What colours are called, as boards without labels of their own have it. */
  colours: JsonObject;
  checklists: ReadonlyMap<string, JsonObject>;
  /** The same by the card that they name as theirs. */
  byCard: ReadonlyMap<string, JsonObject[]>;
  /** Those that a card has. */
  taken: Set<JsonObject>;
  /** Titles of cards by the end of their address, so that a link to one can say its name. */
  titles: ReadonlyMap<string, string>;
  rows: ReadonlyMap<string, JsonObject>;
  fields: ReadonlyMap<string, JsonObject>;
  /** What can be chosen in fields. */
  options: ReadonlyMap<string, JsonObject>;
  listOrder: ReadonlyMap<string, number>;
  closedLists: ReadonlySet<string>;
}

function indexOf(board: JsonObject): Index {
  const cards = objectsOf(board['cards']);
  const lists = sorted(objectsOf(board['lists']), (card) => [placeOf(card['pos'])]);
  const byId = (rows: JsonObject[]) => new Map(rows.map((row) => [textOf(row['id']), row]));
  const checklists = byId([
    ...objectsOf(board['checklists']),
    ...cards.flatMap((card) => objectsOf(card['checklists'])),
  ]);
  const byCard = new Map<string, JsonObject[]>();
  for (const list of checklists.values()) listIn(byCard, textOf(list['idCard'])).push(list);
  const fields = objectsOf(board['customFields']);
  const nameOf = (row: JsonObject) => textOf(row['fullName']) || textOf(row['username']);
  const links = cards.map((card): [string, JsonObject] => [keyOf(card), card]);
  return {
    names: new Map(
      objectsOf(board['members'])
        .map((row): [string, string] => [textOf(row['id']), nameOf(row)])
        .filter(([, name]) => name),
    ),
    labels: new Map(
      objectsOf(board['labels']).map((row) => [
        textOf(row['id']),
        textOf(row['name']) || textOf(row['color']),
      ]),
    ),
    colours: objectOf(board['labelNames']),
    checklists,
    byCard,
    taken: new Set(),
    titles: new Map(links.filter(([link]) => link).map(([link, card]) => [link, textOf(card['name'])])),
    rows: new Map(links.filter(([link]) => link)),
    fields: byId(fields),
    options: byId(fields.flatMap((field) => objectsOf(field['options']))),
    listOrder: new Map(lists.map((row, at) => [textOf(row['id']), at])),
    closedLists: new Set(lists.filter((row) => row['closed'] === true).map((row) => textOf(row['id']))),
  };
}

/** The part of a card's address that names it: `https://trello.com/c/AbCd1234/12-leaflet`. */
const shortLinkIn = (url: string) => /^https?:\/\/trello\.com\/c\/(\w{4,24})(?:[/?#]|$)/.exec(url)?.[1] ?? '';

/** The same of a card itself. */
const keyOf = (card: JsonObject) =>
  textOf(card['shortLink']) || shortLinkIn(textOf(card['shortUrl']) || textOf(card['url']));

/** Cards that stand for cards that stand for cards: they may go round in a circle. */
const LONGEST_WAY = 5;

/** What a card is called. One that only stands for another is called as that one. */
function titleOf(row: JsonObject, { rows }: Index): string {
  let passed = 0;
  let name = textOf(row['name']);
  for (let link = shortLinkIn(name.trim()); link && passed < LONGEST_WAY; link = shortLinkIn(name.trim())) {
    passed += 1;
    const next = rows.get(link);
    if (!next) break;
    name = textOf(next['name']) || name;
  }
  return name;
}

function labelsOf(row: JsonObject, { labels, colours }: Index): string[] {
  const own = objectsOf(row['labels']).map((label) => {
    const colour = textOf(label['color']);
    return textOf(label['name']) || labels.get(textOf(label['id'])) || textOf(colours[colour]) || colour;
  });
  const byId = own.length > 0 ? [] : textsOf(row['idLabels']).map((id) => labels.get(id) ?? '');
  return [...new Set([...own, ...byId].filter(Boolean))];
}

function checklistOf(row: JsonObject, { checklists, byCard, taken }: Index): SourceCard['checklist'] {
  const id = textOf(row['id']);
  const own = [
    ...textsOf(row['idChecklists'])
      .map((each) => checklists.get(each))
      .filter((list) => list !== undefined),
    ...objectsOf(row['checklists']),
    ...(byCard.get(id) ?? []),
    // A checklist is of one card: one that thousands name as theirs would be copied for each.
  ].filter((list) => !taken.has(list));
  for (const list of own) taken.add(list);
  const lists = sorted([...new Set(own)], (list) => [placeOf(list['pos'])]);
  // Boards of the first years keep the ticks apart from the items.
  const ticked = new Set(
    objectsOf(row['checkItemStates'])
      .filter(({ state }) => state === 'complete')
      .map((each) => textOf(each['idCheckItem'])),
  );
  return lists.flatMap((list) =>
    sorted(objectsOf(list['checkItems']), (card) => [placeOf(card['pos'])]).map((item) => ({
      text:
        lists.length > 1 && textOf(list['name'])
          ? `${textOf(list['name'])}: ${textOf(item['name'])}`
          : textOf(item['name']),
      done: item['state'] === 'complete' || ticked.has(textOf(item['id'])),
    })),
  );
}

function moreOf(row: JsonObject, { fields, options }: Index): SourceCard['more'] {
  const own = objectsOf(row['customFieldItems']).flatMap((item) => {
    const field = objectOf(fields.get(textOf(item['idCustomField'])));
    const value = objectOf(item['value'] ?? options.get(textOf(item['idValue']))?.['value']);
    const text = ['text', 'number', 'date', 'checked', 'option']
      .map((kind) => textOf(value[kind]))
      .find(Boolean);
    return text ? [{ name: textOf(field['name']), text }] : [];
  });
  const start = momentOf(row['start']);
  return start ? [...own, { name: 'Start', text: start.toISOString().slice(0, 10) }] : own;
}

/** Comments by card, oldest first. The same action may stand beside the cards and within one. */
function commentsOf(board: JsonObject, { names }: Index): Map<string, SourceComment[]> {
  const own = objectsOf(board['cards']).flatMap((card) =>
    objectsOf(card['actions']).map((action): [JsonObject, string] => [action, textOf(card['id'])]),
  );
  // Of one that stands in both places the card is known by where it is.
  const all = [...own, ...objectsOf(board['actions']).map((action): [JsonObject, string] => [action, ''])];
  const seen = new Set<unknown>();
  const found = new Map<string, SourceComment[]>();
  for (const [action, within] of all) {
    const id = textOf(action['id']);
    if (!/^(copyCommentCard|commentCard)$/.test(textOf(action['type'])) || seen.has(id || action)) continue;
    seen.add(id || action);
    const data = objectOf(action['data']);
    const card = textOf(objectOf(data['card'])['id']) || textOf(data['idCard']) || within;
    const by = objectOf(action['memberCreator']);
    const name =
      textOf(by['fullName']) || textOf(by['username']) || names.get(textOf(action['idMemberCreator'])) || '';
    const comment = { by: name, at: momentOf(action['date']), text: textOf(data['text']) };
    if (comment.text.trim()) listIn(found, card).push(comment);
  }
  for (const comments of found.values())
    comments.sort((one, other) => (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0));
  return found;
}

function noteComments(
  board: JsonObject,
  cards: readonly SourceCard[],
  left: ReadonlyMap<string, SourceComment[]>,
  notes: Reading['notes'],
): void {
  for (const [, comments] of left) notes.add('COMMENTS_WITHOUT_CARD', comments[0]?.text, comments.length);
  const told = objectsOf(board['cards'])
    .map((card) => Number(objectOf(card['badges'])['comments']))
    .reduce((sum, count) => sum + (Number.isFinite(count) ? count : 0), 0);
  const there = cards.reduce((sum, card) => sum + card.comments.length, 0);
  const isCut = objectsOf(board['actions']).length >= TRELLO_ACTIONS;
  if (told > there) notes.add('COMMENTS_MISSING', '', Math.min(told - there, 1_000_000));
  else if (isCut && told === 0) notes.add('COMMENTS_MISSING');
}

function listsOf(board: JsonObject, cards: readonly SourceCard[]): SourceBoard['lists'] {
  const lists = sorted(objectsOf(board['lists']), (card) => [placeOf(card['pos'])]);
  const names = new Map(lists.map((row) => [textOf(row['id']), textOf(row['name'])]));
  const used = new Set(cards.map(({ list }) => list));
  return [...new Set([...names.keys(), ...used])]
    .filter((key) => used.has(key))
    .map((key) => ({ key, name: names.get(key) ?? '', proposed: statusOfList(names.get(key) ?? '') }));
}

function listIn<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

const placeOf = (pos: JsonValue) => (typeof pos === 'number' && Number.isFinite(pos) ? pos : 0);

/** In the order of these keys; what has the same stays as it came. */
function sorted(rows: JsonObject[], keysOf: (row: JsonObject) => number[]): JsonObject[] {
  const keyed = rows.map((card) => ({ card, keys: keysOf(card) }));
  keyed.sort((one, other) => {
    for (const [at, key] of one.keys.entries()) {
      const there = other.keys[at] ?? 0;
      if (key !== there) return key < there ? -1 : 1;
    }
    return 0;
  });
  return keyed.map(({ card }) => card);
}
