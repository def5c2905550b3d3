/*
 * Invented boards, in the shapes in which Trello has written them since 2012. Nobody's: names and cards are made up.
 */

const soon = '2090-05-01T17:00:00.000Z';

/** As in the first years: no ids of labels, ticks apart from the items, checklists beside the cards. */
export const of2012 = {
  id: 'b',
  name: 'Strike kitchen',
  desc: '',
  closed: false,
  labelNames: { green: 'design', red: '', blue: 'urgent' },
  lists: [
    { id: 'l1', name: 'To Do', closed: false, pos: 16384 },
    { id: 'l2', name: 'Done', closed: false, pos: 32768 },
  ],
  cards: [
    {
      id: 'c1',
      idShort: 1,
      name: 'Flyer for Saturday',
      desc: 'One page, *two* languages',
      idList: 'l1',
      closed: false,
      due: soon,
      pos: 2,
      labels: [
        { color: 'green', name: '' },
        { color: 'blue', name: 'urgent' },
      ],
      idChecklists: ['k1'],
      checkItemStates: [{ idCheckItem: 'i2', state: 'complete' }],
      idMembers: ['m1', 'gone'],
      attachments: [{ name: 'Logo', url: 'https://example.org/logo.png' }],
    },
    { id: 'c2', name: 'Soup', desc: '', idList: 'l2', closed: false, due: null, pos: 1, labels: [] },
    { id: 'c0', name: 'Picket map', desc: '', idList: 'l1', closed: false, due: null, pos: 1, labels: [] },
  ],
  checklists: [
    {
      id: 'k1',
      name: 'Steps',
      idCard: 'c1',
      checkItems: [
        { id: 'i2', name: 'Draft', pos: 2 },
        { id: 'i1', name: 'Ask Ana', pos: 1 },
      ],
    },
  ],
  members: [{ id: 'm1', fullName: 'Ana Pérez', username: 'ana' }],
  actions: [
    {
      id: 'a2',
      type: 'commentCard',
      date: '2012-05-02T10:00:00.000Z',
      data: { text: 'Second', card: { id: 'c1', idShort: 1, name: 'Flyer' } },
      memberCreator: { fullName: 'Ana Pérez' },
    },
    {
      id: 'a1',
      type: 'commentCard',
      date: '2012-05-01T10:00:00.000Z',
      data: { text: 'First', card: { id: 'c1' } },
      idMemberCreator: 'gone',
    },
    { id: 'a0', type: 'updateCard', date: '2012-05-01T09:00:00.000Z', data: { card: { id: 'c1' } } },
  ],
};

/** As today: checklists, ticks, custom fields, uploads, covers, cards that stand for others. */
export const ofToday = {
  name: 'Organizing drive',
  idOrganization: 'o',
  limits: { attachments: { perBoard: { status: 'ok', disableAt: 36000 } } },
  prefs: { permissionLevel: 'private' },
  labels: [
    { id: 'b1', name: 'Web site', color: 'sky_dark' },
    { id: 'b2', name: '', color: 'red' },
  ],
  customFields: [
    { id: 'f1', name: 'Where', type: 'text' },
    { id: 'f2', name: 'Size', type: 'list', options: [{ id: 'o1', value: { text: 'A3' } }] },
  ],
  lists: [
    { id: 'l1', name: 'Ideas', closed: false, pos: 1, softLimit: null },
    { id: 'l2', name: 'Old', closed: true, pos: 2 },
  ],
  cards: [
    {
      id: 'c1',
      shortLink: 'AbCd1234',
      shortUrl: 'https://trello.com/c/AbCd1234',
      name: 'Page for the vote',
      desc: 'A page\n\nwith all dates',
      idList: 'l1',
      closed: false,
      due: soon,
      dueComplete: false,
      start: '2090-04-01T00:00:00.000Z',
      pos: 65535,
      idLabels: ['b1', 'b2'],
      labels: [
        { id: 'b1', name: 'Web site', color: 'sky_dark' },
        { id: 'b2', name: '', color: 'red' },
      ],
      badges: { comments: 3, attachments: 2 },
      customFieldItems: [
        { idCustomField: 'f1', value: { text: 'Hall B' } },
        { idCustomField: 'f2', idValue: 'o1', value: null },
      ],
      attachments: [
        {
          name: 'plan.pdf',
          url: 'https://trello.com/1/cards/c1/attachments/x/download/plan.pdf',
          isUpload: true,
          pos: 2,
        },
        {
          name: 'https://trello.com/c/EfGh5678/2',
          url: 'https://trello.com/c/EfGh5678/2',
          isUpload: false,
          pos: 1,
        },
      ],
      checklists: [
        {
          id: 'k1',
          name: 'Before',
          pos: 1,
          checkItems: [{ id: 'i1', name: 'Dates', state: 'complete', pos: 1 }],
        },
        {
          id: 'k2',
          name: 'After',
          pos: 2,
          checkItems: [{ id: 'i2', name: 'Thanks', state: 'incomplete', pos: 1 }],
        },
      ],
    },
    {
      id: 'c2',
      shortLink: 'EfGh5678',
      name: 'Photos',
      desc: '',
      idList: 'l1',
      closed: false,
      due: soon,
      dueComplete: true,
      pos: 2,
      labels: [],
    },
    { id: 'c3', name: 'Never mind', idList: 'l1', closed: true, pos: 3, labels: [] },
    { id: 'c4', name: 'Of last year', idList: 'l2', closed: false, pos: 1, labels: [] },
    {
      id: 'c5',
      name: 'https://trello.com/c/AbCd1234',
      cardRole: 'link',
      idList: 'l1',
      closed: false,
      pos: 99999,
      labels: [],
    },
  ],
  actions: [
    {
      id: 'a1',
      type: 'commentCard',
      date: '2026-01-01T00:00:00.000Z',
      data: { text: 'Looks good', card: { id: 'c1' } },
      memberCreator: { fullName: 'Kim', username: 'kim' },
    },
    { id: 'a9', type: 'commentCard', data: { text: 'On a card that is gone', card: { id: 'zz' } } },
  ],
};

/** A board whose people speak Spanish, without actions. */
export const inSpanish = {
  name: 'Huelga de tránsito',
  lists: [
    { id: 'l1', name: 'Pendiente', closed: false, pos: 1 },
    { id: 'l2', name: '¡HECHO!', closed: false, pos: 2 },
  ],
  cards: [
    {
      id: 'c1',
      name: 'Guion del vídeo 🎬 “¡Sí se puede!”',
      desc: 'Un minuto',
      idList: 'l1',
      closed: false,
      due: null,
      labels: [{ name: 'Diseño', color: 'green' }],
    },
    { id: 'c2', name: 'Carteles', desc: '', idList: 'l2', closed: false, labels: [] },
  ],
};

/** Archived lists and cards, a card in a list that is not in the file, no positions, no labels, comments within cards. */
export const halfGone = {
  lists: [{ id: 'l1', name: 'Later', closed: true }],
  cards: [
    { id: 'c1', name: 'In an archived list', idList: 'l1' },
    { id: 'c2', name: 'Archived', idList: 'nowhere', closed: true },
    {
      id: 'c3',
      name: 'In a list that is gone',
      idList: 'nowhere',
      actions: [{ type: 'commentCard', data: { text: 'Within' }, memberCreator: { username: 'lou' } }],
    },
  ],
};

/** One card, as its own menu exports it. */
export const oneCard = {
  id: 'c1',
  idList: 'l1',
  idBoard: 'b1',
  name: 'A card by itself',
  desc: 'Alone',
  closed: false,
  actions: [{ type: 'commentCard', data: { text: 'Here' }, memberCreator: { fullName: 'Jo' } }],
};

/** The same with each object's keys in reverse: nothing may depend on what comes first. */
export function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}
