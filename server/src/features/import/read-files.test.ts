import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  halfGone,
  inSpanish,
  of2012,
  ofToday,
  oneCard,
  reversed,
} from '../../../test/support/trello-boards.ts';
import { type Choices, fitCards } from './fit-cards.ts';
import type { DateOrder, ImportField, ImportFormat } from './import-kinds.ts';
import { ImportNotes } from './import-notes.ts';
import { readBoardFile } from './read-board-file.ts';
import { readDay } from './read-day.ts';

const usual: Choices = {
  statuses: new Map(),
  skills: new Map(),
  ...{
    skill: 'STRATEGY',
    hours: 2,
    phase: 'ONGOING',
    sensitivity: 'PUBLIC',
    language: 'en',
    languages: ['en'],
  },
  ...{ withArchived: false, withFinished: false, cautionCleared: false },
};

interface Asked extends Partial<Choices> {
  format?: ImportFormat;
  columns?: Record<string, ImportField>;
  dateOrder?: DateOrder;
}

async function read(file: unknown, { format, columns = {}, dateOrder, ...choices }: Asked = {}) {
  const notes = new ImportNotes();
  const source = readBoardFile(typeof file === 'string' ? file : JSON.stringify(file), format ?? null, {
    reading: { notes, timeZone: 'America/Chicago' },
    table: { columns: new Map(Object.entries(columns)), dateOrder: dateOrder ?? null },
  });
  const fitting = { choices: { ...usual, ...choices }, notes, startsAt: null, now: new Date() };
  const cards = await fitCards(source, fitting);
  return {
    source,
    cards,
    titles: cards.map(({ words }) => words.title),
    notes: Object.fromEntries(notes.list().map(({ kind, count }) => [kind, count])),
  };
}

describe('Trello', () => {
  test('a board of 2012', async () => {
    const { cards, titles, notes, source } = await read(of2012);
    expect(source.lists.map(({ name, proposed }) => [name, proposed])).toEqual([
      ['To Do', 'DRAFT'],
      ['Done', 'LEAVE_OUT'],
    ]);
    expect(titles).toEqual(['Picket map', 'Flyer for Saturday']);
    const flyer = cards[1]!;
    expect(flyer).toMatchObject({ status: 'DRAFT', list: 'To Do' });
    expect(flyer.words).toMatchObject({
      deliverable: 'One page, *two* languages',
      skill: 'GRAPHIC_DESIGN',
      dueAt: new Date('2090-05-01T17:00:00Z'),
      links: [{ label: 'Logo', url: 'https://example.org/logo.png' }],
      checklist: [
        { text: 'Ask Ana', done: false },
        { text: 'Draft', done: true },
      ],
    });
    expect(flyer.comments).toEqual([
      { by: '', at: null, text: 'Labels: urgent\n\nPeople: Ana Pérez' },
      { by: '', at: new Date('2012-05-01T10:00:00Z'), text: 'First' },
      { by: 'Ana Pérez', at: new Date('2012-05-02T10:00:00Z'), text: 'Second' },
    ]);
    expect(notes).toEqual({
      ...{ LISTS_LEFT_OUT: 1, LABELS_AS_WORDS: 1, PEOPLE_AS_NAMES: 1, COMMENTS_WITHOUT_NAME: 1 },
    });
  });

  test('a board of today', async () => {
    const { cards, titles, notes } = await read(ofToday);
    expect(titles).toEqual(['Page for the vote', 'Page for the vote']);
    const [page] = cards;
    expect(page!.words).toMatchObject({
      skill: 'WEB_DEVELOPMENT',
      links: [
        { label: 'Photos', url: 'https://trello.com/c/EfGh5678/2' },
        { label: 'plan.pdf', url: 'https://trello.com/1/cards/c1/attachments/x/download/plan.pdf' },
      ],
      checklist: [
        { text: 'Before: Dates', done: true },
        { text: 'After: Thanks', done: false },
      ],
    });
    expect(page!.comments.map(({ text }) => text)).toEqual([
      'Labels: red\n\nWhere: Hall B\n\nSize: A3\n\nStart: 2090-04-01',
      'Looks good',
    ]);
    expect(notes).toEqual({
      ...{ ARCHIVED_LEFT_OUT: 2, FINISHED_LEFT_OUT: 1, LABELS_AS_WORDS: 1, FIELDS_AS_WORDS: 3 },
      ...{ FILES_BEHIND_SIGN_IN: 1, COMMENTS_MISSING: 2, COMMENTS_WITHOUT_CARD: 1 },
    });
    const all = await read(ofToday, { withArchived: true, withFinished: true });
    expect(all.titles).toEqual([
      'Photos',
      'Never mind',
      'Page for the vote',
      'Page for the vote',
      'Of last year',
    ]);
  });

  test('a board in Spanish without actions; what it calls its rest is in the language of the board', async () => {
    const { cards, notes } = await read(inSpanish, { language: 'es', skills: new Map([['Diseño', null]]) });
    expect(cards.map(({ words }) => [words.title, words.skill])).toEqual([
      ['Guion del vídeo 🎬 “¡Sí se puede!”', 'STRATEGY'],
    ]);
    expect(cards[0]!.comments[0]!.text).toBe('Etiquetas: Diseño');
    expect(notes).toEqual({ LISTS_LEFT_OUT: 1, LABELS_AS_WORDS: 1 });
  });

  test('archived lists and cards, a list that is gone, comments within cards', async () => {
    const { titles, cards, notes } = await read(halfGone);
    expect(titles).toEqual(['In a list that is gone']);
    expect(cards[0]!.comments).toEqual([{ by: 'lou', at: null, text: 'Within' }]);
    expect(notes).toEqual({ ARCHIVED_LEFT_OUT: 2 });
  });

  test('one card by itself', async () => {
    const { cards } = await read(oneCard);
    expect(cards).toMatchObject([
      { words: { title: 'A card by itself' }, comments: [{ by: 'Jo', text: 'Here' }] },
    ]);
  });

  test.each([
    ['2012', of2012],
    ['today', ofToday],
    ['Spanish', inSpanish],
    ['half gone', halfGone],
  ])('keys in any order are the same board: %s', async (_which, board) => {
    const ids = (key: string, value: unknown) => (key === 'id' ? undefined : value);
    const straight = JSON.stringify((await read(board)).cards, ids);
    expect(JSON.stringify((await read(reversed(board))).cards, ids)).toBe(straight);
  });

  test('the newest 1,000 actions: what is older is said to be missing', async () => {
    const actions = Array.from({ length: 1_000 }, (_, at) => ({ id: `a${at}`, type: 'updateCard' }));
    expect((await read({ ...inSpanish, actions })).notes).toMatchObject({ COMMENTS_MISSING: 1 });
    expect((await read({ ...inSpanish, actions: actions.slice(1) })).notes).not.toHaveProperty(
      'COMMENTS_MISSING',
    );
  });

  test('words that a card does not hold stand in comments, in full', async () => {
    const long = 'So many words. '.repeat(400).trim();
    const items = Array.from({ length: 30 }, (_, at) => ({ name: `Step ${at}`, state: 'complete', pos: at }));
    const attachments = [
      { url: 'javascript:alert(1)', name: 'Trap' },
      ...Array.from({ length: 14 }, (_, at) => ({ url: `https://example.org/${at}`, name: `${at}` })),
    ];
    const card = {
      ...{ id: 'c', name: `A ${'very '.repeat(40)}long title`, desc: long, idList: 'l' },
      ...{ attachments, checklists: [{ id: 'k', checkItems: items }] },
    };
    const { cards, notes } = await read({ lists: [{ id: 'l', name: 'Now' }], cards: [card] });
    const [{ words, comments }] = cards as [(typeof cards)[0]];
    expect([...words.title].length).toBe(120);
    expect([...words.deliverable].length).toBeLessThanOrEqual(300);
    expect([words.links.length, words.checklist.length]).toEqual([12, 20]);
    const said = comments.map(({ text }) => text).join(' ');
    for (const there of [card.name, '[x] Step 29', 'https://example.org/13', 'javascript:alert(1)'])
      expect(said).toContain(there);
    expect(said.match(/So many words\./g)).toHaveLength(400);
    expect(comments.every(({ text }) => [...text].length <= 2_000)).toBe(true);
    expect(notes).toEqual({ WORDS_IN_COMMENT: 1, STEPS_IN_COMMENT: 1, LINKS_IN_COMMENT: 1 });
  });

  test('a due moment that has passed is left out, and told', async () => {
    const { cards, notes } = await read({
      lists: [{ id: 'l', name: 'Now' }],
      cards: [{ name: 'Late', idList: 'l', due: '2020-01-01T00:00:00Z' }],
    });
    expect([cards[0]!.words.dueAt, notes]).toEqual([null, { DUE_PASSED: 1 }]);
  });
});

describe('tables', () => {
  test('columns by their names, in English and Spanish, whatever stands between them', async () => {
    const english =
      'Title,Description,Status,Labels,Due date,Hours,Checklist\r\n"Poster, big",A3,Doing,design,2090-06-05,"1,5","[x] Sketch; Print"\r\n';
    const spanish =
      'Tarea;Descripción;Estado;Etiquetas;Fecha límite;Horas;Pasos\n"Poster, big";A3;Doing;design;05/06/2090;1,5;"[x] Sketch\nPrint"\n';
    for (const [table, asked] of [
      [english, {}],
      [`\uFEFF${english}`, {}],
      [`sep=;\n${spanish}`, { dateOrder: 'DAY_FIRST' }],
      [spanish.replaceAll(';', '\t'), { dateOrder: 'DAY_FIRST' }],
    ] as const) {
      const { cards, source } = await read(table, asked);
      expect(source.format).toBe('CSV');
      expect(cards).toMatchObject([
        {
          ...{ list: 'Doing', status: 'DRAFT' },
          words: {
            ...{ title: 'Poster, big', deliverable: 'A3', skill: 'GRAPHIC_DESIGN', hours: 1.5 },
            dueAt: new Date('2090-06-05T23:00:00Z'),
            checklist: [
              { text: 'Sketch', done: true },
              { text: 'Print', done: false },
            ],
          },
        },
      ]);
    }
  });

  // mutant: orderOf that answers DAY_FIRST where nobody said which.
  test('a date that could be two is never guessed', async () => {
    const zone = { timeZone: 'UTC', order: null };
    expect(readDay('5/6/2090', zone)).toBe('ambiguous');
    expect(readDay('5/5/2090', zone)).toEqual(new Date('2090-05-05T18:00Z'));
    expect(readDay('5.6.2090', zone)).toEqual(new Date('2090-06-05T18:00Z'));
    expect(readDay('13/6/2090 9:30 pm', zone)).toEqual(new Date('2090-06-13T21:30Z'));
    expect(readDay('12/25/90 12:00 AM', { ...zone, order: 'DAY_FIRST' })).toEqual(
      new Date('2090-12-25T00:00Z'),
    );
    expect(readDay('2090-02-30', zone)).toBe('unreadable');
    expect(readDay('31/02/2090', zone)).toBe('unreadable');
    expect(readDay('soon', zone)).toBe('unreadable');
    const { notes, cards } = await read('Title,Due\nA,5/6/2090\nB,tomorrow\n');
    expect(notes).toMatchObject({ DUE_AMBIGUOUS: 1, DUE_UNREADABLE: 1 });
    expect(cards[0]!.comments[0]!.text).toBe('Due: 5/6/2090');
    // One beyond twelve tells of all.
    const told = await read('Title,Due\nA,5/6/2090\nB,25/6/2090\n');
    expect(told.cards[0]!.words.dueAt).toEqual(new Date('2090-06-05T23:00:00Z'));
  });

  test('a column is what one says it is; one without a known name is left out, and told', async () => {
    const table = 'What,Status,Notes,Zzz\nPrint,Now,For Saturday,1\n';
    const first = await read(table);
    expect(first.source.columns.map(({ name, field }) => [name, field])).toEqual([
      ['What', 'TITLE'],
      ['Status', 'LIST'],
      ['Notes', 'DELIVERABLE'],
      ['Zzz', 'LEAVE_OUT'],
    ]);
    expect(first.notes).toEqual({ COLUMNS_LEFT_OUT: 1 });
    const { cards } = await read(table, { columns: { Zzz: 'HOURS', Notes: 'NOTE' } });
    expect(cards).toMatchObject([
      { words: { hours: 1, deliverable: 'Print' }, comments: [{ text: 'For Saturday' }] },
    ]);
  });

  test('what we do not know is told and kept as words', async () => {
    const { cards, notes } = await read('Title,Skill,Hours\nPrint,Baking,long\n');
    expect(cards[0]!.words).toMatchObject({ skill: 'STRATEGY', hours: 2 });
    expect(cards[0]!.comments[0]!.text).toBe('Skill: Baking\n\nHours: long');
    expect(notes).toEqual({ VALUES_UNKNOWN: 2, FIELDS_AS_WORDS: 2 });
  });

  test('no table makes it throw anything but a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const table = `Title,Status,Due,Skill,Hours,Checklist,Links\n${text}`;
        await read(table, { format: 'CSV' }).catch((error: Error) => expect(error.name).toBe('InvalidInput'));
      }),
    );
  });
});

describe('lists', () => {
  test('as they are pasted from a message', async () => {
    const { source, cards } = await read(
      [
        ...[
          '[12:03, 3/4/2026] Ana: - Print the flyers',
          '- [x] Book the hall',
          '1. Call the press https://example.org/list',
        ],
        ...['    * Write what we say', '    * [x] Find numbers', '', 'Later:', '• Thank everybody', '\u200b'],
      ].join('\r\n'),
    );
    expect(source.format).toBe('LIST');
    expect(cards.map(({ words, list }) => [words.title, list])).toEqual([
      ['Print the flyers', ''],
      ['Call the press https://example.org/list', ''],
      ['Thank everybody', 'Later'],
    ]);
    expect(cards[1]!.words).toMatchObject({
      links: [{ url: 'https://example.org/list', label: 'example.org' }],
      checklist: [
        { text: 'Write what we say', done: false },
        { text: 'Find numbers', done: true },
      ],
    });
  });

  test('one that begins with a tick is no broken JSON', async () => {
    const { titles } = await read('[ ] Print\n[x] Fold\n[ ] Post');
    expect(titles).toEqual(['Print', 'Post']);
  });
});

describe('what means harm', () => {
  const quick = async (text: string, asked: Asked = {}) => {
    const startedAt = performance.now();
    const outcome = await read(text, asked).then(
      ({ cards }) => cards.length,
      (error: { reason?: string }) => error.reason,
    );
    // The bound is for a machine that six share; each takes a tenth of it.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    return outcome;
  };
  const board = (rest: string) => `{"lists":[{"id":"l","name":"Now"}],${rest}}`;

  test('is refused in plain words, in bounded time', async () => {
    const deep = '['.repeat(5_000_000);
    expect(await quick(deep)).toBe('TOO_DEEP');
    expect(await quick(board(`"cards":${'[{"a":'.repeat(100)}1${'}]'.repeat(100)}`))).toBe('TOO_DEEP');
    expect(await quick(`[${'{},'.repeat(3_000_000)}{}]`)).toBe('TOO_MANY');
    expect(await quick(board(`"cards":[${'{},'.repeat(30_000)}{}]`))).toBe('TOO_MANY');
    expect(await quick('{"lists":[],"cards":[')).toBe('UNREADABLE');
    expect(await quick('{"hello":"world"}')).toBe('UNREADABLE');
    expect(await quick('{"format":"strikeboard.board","version":2,"cards":[]}')).toBe('UNREADABLE');
    expect(await quick(`Title,List\n"${'x'.repeat(600_000)}`, { format: 'CSV' })).toBe('UNREADABLE');
    expect(await quick(`Title${','.repeat(3_000_000)}`, { format: 'CSV' })).toBe('TOO_MANY');
    expect(await quick('a\n'.repeat(30_000))).toBe('TOO_MANY');
  });

  test('makes no more work than it weighs', async () => {
    // One checklist that each card names as its own.
    const items = `[${'{"name":"x"},'.repeat(20_000)}{"name":"x"}]`;
    const cards = `[${'{"id":"c","name":"n","idList":"l","idChecklists":["k"]},'.repeat(10_000)}{"name":"last","idList":"l"}]`;
    expect(await quick(board(`"checklists":[{"id":"k","checkItems":${items}}],"cards":${cards}`))).toBe(
      10_001,
    );
    // All comments on one card.
    const comment = '{"type":"commentCard","data":{"text":"t","card":{"id":"c"}}},';
    const actions = `[${comment.repeat(150_000)}{}]`;
    expect(await quick(board(`"actions":${actions},"cards":[{"id":"c","name":"n","idList":"l"}]`))).toBe(1);
    // Twenty megabytes in one text.
    expect(await quick(board(`"cards":[{"name":"n","idList":"l","desc":"${'/'.repeat(20_000_000)}"}]`))).toBe(
      'TOO_LONG',
    );
  });

  // mutant: titleOf without a limit to its way never ends here.
  test('cards that stand for each other in a circle', async () => {
    const link = (to: string) => `https://trello.com/c/${to}`;
    const { titles } = await read({
      lists: [{ id: 'l', name: 'Now' }],
      cards: [
        { shortLink: 'aaaa1111', name: link('bbbb2222'), idList: 'l' },
        {
          shortLink: 'bbbb2222',
          name: link('aaaa1111'),
          idList: 'l',
          attachments: [{ url: link('aaaa1111') }],
        },
        { shortLink: 'cccc3333', name: link('cccc3333'), idList: 'l' },
      ],
    });
    expect(titles).toHaveLength(3);
  });

  test('control characters, halves of characters and names of the language harm nothing', async () => {
    const { cards, notes } = await read({
      lists: [{ id: 'l', name: 'Now' }],
      cards: [
        { name: 'A\u0000B\uD800C\u202ED', desc: '\u0007', idList: 'l', __proto__: { polluted: true } },
        { name: '__proto__', idList: '__proto__', labels: [{ name: 'constructor' }] },
        { name: 7, desc: { a: 1 }, labels: 'no', due: 5, checklists: {}, idList: 'l' },
        null,
        'card',
      ],
      actions: { not: 'a list' },
    });
    expect(cards.map(({ words }) => words.title)).toEqual(expect.arrayContaining(['ABCD', '__proto__', '7']));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(notes['SIGNS_TAKEN_OUT']).toBe(2);
  });

  test('no JSON makes it throw anything but a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.json(), async (cards, lists) => {
        const text = `{"cards":[${cards}],"lists":[${lists}],"actions":[${cards}],"checklists":[${lists}]}`;
        await read(text).catch((error: Error) => expect(error.name).toBe('InvalidInput'));
      }),
    );
  });
});
