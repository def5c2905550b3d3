import { posix } from 'node:path';

const { join } = posix;

/**
 * The map of the house, and its only rule: what stands here leans on what stands below it, types included. The rules at
 * the end are made from this list, and so are the maps in both READMEs (`npm run generate`); `npm run check` holds all
 * of it against the folders and imports that are there.
 *
 * On one floor, `leaning` says who leans on whom:
 * - `below`: on folders that stand further down in the list;
 * - `named`: on those which `on` names, further down in the list too, so that no circle can be written;
 * - `free`: on any, while it makes no circle.
 */
export const house = [
  {
    source: 'server/src',
    map: 'server/README.md',
    floors: [
      {
        name: 'app',
        leaning: 'free',
        folders: {
          '.': { what: 'puts the house together: the parts and doors as wired, schema, migrations' },
          backup: { what: 'backups of the whole store, made and restored' },
          demo: { what: 'the demo campaign and two asks, played through the use cases' },
          migrations: {
            what: 'how the tables came to be',
            reason: 'one file for each change, kept for good',
          },
        },
      },
      {
        name: 'features',
        leaning: 'named',
        folders: {
          feed: {
            what: 'finished work, thanks and open work as Atom and JSON Feed, read as a stranger reads',
            on: ['difference'],
          },
          widget: {
            what: 'open work on pages of others: what the widget shows in words, and its page for frames; the widget is web/static/widget.js',
            on: ['event'],
          },
          calendar: {
            what: 'all that has a time, in one list: T-0s, due moments, events, sessions, talks and hours; feeds for everybody',
            on: ['bench', 'event'],
          },
          closing: {
            what: 'the end of a campaign, its erasing, downloads, leaving',
            on: ['event', 'notification'],
          },
          room: {
            what: 'the live page of an event: a log like that of a board, with questions, polls and notes; how many are here',
            on: ['event', 'question', 'notification'],
          },
          'next-step': {
            what: 'what one can do next and why, by one table (`next-step-rules.ts`); the first month; who drifted away',
            on: ['opening', 'practice', 'event', 'matching', 'difference', 'notification'],
          },
          opening: {
            what: 'roles to be filled, answered with as much of one’s record as one chooses; an interview on the page',
            on: ['question', 'notification', 'difference', 'record'],
          },
          record: {
            what: 'what somebody learnt, practised and did, shown part by part; certificates of hours',
            on: ['event', 'difference'],
          },
          practice: {
            what: 'practice cards of trainings: done by any number at once, answered by one gate, and what of it counts',
            on: ['event', 'notification'],
          },
          recap: {
            what: 'what is left of an event: made from what happened, by the yes of the local; what nouns add is `recapParts`',
            on: ['feedback', 'registration', 'material', 'event', 'notification'],
          },
          feedback: {
            what: 'what people say of an event, summed so that nobody is seen: figures move by five answers',
            on: ['registration', 'event', 'notification'],
          },
          material: {
            what: 'slides and other files of an event and its sessions: who adds them, and who reads them from when on',
            on: ['event'],
          },
          registration: {
            what: 'who comes to an event: places, the line for them, receipts, the door; one lock on the event’s row',
            on: ['event', 'contact', 'notification'],
          },
          event: {
            what: 'events and trainings with their sessions, as they are announced; who comes, it does not know',
            on: ['notification'],
          },
          plan: {
            what: 'the first plan by the table in `plan-rules.ts`, and the go of the local',
            on: ['ask', 'template', 'notification'],
          },
          desk: {
            what: 'what waits on coordinators: each list is one query in `desk-sections.ts`, counted and filtered alike',
            on: ['ask', 'matching', 'notification', 'suggestion'],
          },
          'way-back': {
            what: 'who lost their recovery code comes back by a mail to their confirmed address',
            on: ['contact', 'notification'],
          },
          bench: {
            what: 'advisers, their office hours on the clock of their place, and talks that are booked with them',
            reason:
              'what people offer and what is booked in it live by each other; each thing done with them is a file',
            on: ['contact', 'notification'],
          },
          contact: {
            what: 'sealed addresses, browsers for push, calendars: shown to their owner alone',
            on: ['notification'],
          },
          webhook: {
            what: 'subscription documents that people stored: what they say of a board is posted, signed, in the order of the log (`courier.ts`)',
            reason: 'each thing that is done with one is a file, and so is each part of a message on its way',
            on: ['token', 'notification'],
          },
          token: {
            what: 'tokens by which tools act, and the one table of what they may ask (`token-rights.ts`)',
            on: ['notification'],
          },
          'role-link': {
            what: 'invite links: whoever has one becomes organizer or approver',
            on: ['notification'],
          },
          suggestion: {
            what: 'what anybody suggests or asks about the programme or a campaign, and how it becomes a card',
            on: ['question', 'notification'],
          },
          assessment: {
            what: 'how a local sees its own asking for digital help: rounds, where its people differ, three next steps',
            on: ['notification'],
          },
          question: {
            what: 'questions about whatever has a page (`asksAbout` in `feature.ts`), with votes, answers and moderation',
            on: ['notification'],
          },
          ask: { what: 'a local’s ask without an account', on: ['notification'] },
          matching: {
            what: 'who fits which card and has time, by rules without side effects (`match-rules.ts`), and asking them',
            on: ['notification'],
          },
          notification: {
            what: 'who is told of which change, and what: one rule (`decide-delivery.ts`), two jobs, and how word leaves the house',
            reason: 'one table, two queues and three ways out for everything that people are told',
          },
          import: {
            what: 'a board filled from a file of Trello, of ours, a table or a pasted list: seen before, all or none, undone for an hour',
            reason: 'one reader for each format, what they all give, and how that fits a board: a file each',
          },
          home: { what: 'what waits for who runs or approves, over all their boards: one query' },
          template: { what: 'texts for cards that come up again, kept in editions' },
          difference: { what: 'what came of it, for a person, a campaign, the programme; public pages' },
          wall: {
            what: 'the wall for a big screen: links that open it, what it shows, one read for all screens of a view; no names by default',
          },
          snapshot: {
            what: 'whole boards as bytes: made once for each class and revision, by the API’s own operation, for pages and tools',
          },
          share: {
            what: 'what those see to whom an address is passed on: pictures by a stranger’s right, sitemap, robots',
          },
          retention: { what: 'takes what nothing else erases when its days are over' },
          operator: { what: 'who runs this server, as its pages say' },
          demo: { what: 'trying the demo as one of its people' },
        },
      },
      {
        name: 'core',
        leaning: 'below',
        folders: {
          review: {
            what: 'handing work in, drafts, two gates, approval links',
            reason: 'each thing that is done with work is a file',
          },
          trust: { what: 'standing, roles, vouches, blocks, what people agree to' },
          'open-work': {
            what: 'cards to be claimed over all boards: the list, its history, its live stream',
          },
          stream: {
            what: 'live boards: one read of the log per board, cohorts, seats, presence',
          },
          file: {
            what: 'files on cards and in work: how they come, what is taken out of them, who reads them',
            reason: 'each type is cleaned in a way of its own, and sent and received over doors of its own',
          },
          chosen: { what: 'what organizers do to many cards at once, and undoing it for a minute' },
          card: {
            what: 'cards and every move of theirs, one use case a file (`claim-card.ts`)',
            reason: 'the moves of a card are many, and one like the other',
          },
          board: {
            what: 'the log that everything follows: lock, turns, change, events, history, reading; who hears of changes',
            reason: 'what every change goes through, and the rows that the log is about, with their rules',
          },
          campaign: { what: 'campaigns: their words, rights and types' },
          organization: { what: 'organizations: their rows, locks and types' },
          person: { what: 'people: handles, joining, signing in, sessions, profiles' },
          access: { what: 'who looks, and what they may read (`viewer.ts`): readers, sensitivity, sessions' },
        },
      },
      {
        name: 'platform',
        leaning: 'free',
        folders: {
          '.': {
            what: 'what a noun brings to the house (`feature.ts`), what use cases work with (`services.ts`)',
          },
          budget: {
            what: 'what one address, person or token may ask for in a minute and hold open: purses, settings, turns',
          },
          entries: { what: 'how often one network may enter, counted over all servers' },
          graphql: {
            what: 'what the whole API shares: documents, connections, what a query comes to, limits, masking',
          },
          live: { what: 'hints between replicas over two wires, outboxes, messages that many share' },
          socket: { what: 'the server’s end of a WebSocket: handshake, frames, compression' },
          http: { what: 'the port: whose a request is, answers, pages, slow readers, goodbyes' },
          share: { what: 'pictures for sharing, drawn from words; what a noun adds to pictures and sitemap' },
          calendar: { what: 'entries of calendars, and how calendar programs read them' },
          storage: { what: 'bytes kept beside the database, over the S3 protocol; how many a server takes' },
          mail: { what: 'mails: how they leave the house, and how many' },
          push: { what: 'push messages: keys, services, how they leave the house' },
          languages: {
            what: 'the languages of the product: one folder of files each, and nothing else names them',
          },
          input: { what: 'checks of what people type, held against what they read' },
          vault: { what: 'sealing what must not be readable' },
          jobs: { what: 'jobs in PostgreSQL, enqueued in the transaction they belong to' },
          db: { what: 'PostgreSQL: its start, pools and limits, transactions, the copy for reading' },
          metrics: { what: 'figures for those who run a server' },
          tracing: { what: 'traces for those who run a server' },
          log: { what: 'what a server says of itself, summed up where it would repeat itself' },
          config: { what: 'what a server is told at its start, checked once' },
          startup: { what: 'why a server does not start, in words for who can mend it; where its folder is' },
          refusal: { what: 'expected refusals as data, with their codes' },
        },
      },
    ],
  },
  {
    source: 'web/src',
    map: 'web/README.md',
    floors: [
      {
        leaning: 'below',
        folders: {
          routes: { what: 'the pages; the tree is the map, and what only one page uses stands beside it' },
          frame: {
            what: 'what surrounds every page: header, theme, offline notice, the way back (`next-path.ts`)',
          },
          room: { what: 'the live page of an event, with the engine of the board' },
          board: {
            what: 'the live board: one reducer, the columns, the card dialog',
            reason: 'one screen of many pieces, which nothing else uses',
          },
          bench: { what: 'what several pages show of advisers, their times, and talks' },
          matching: { what: 'what several pages show of a match' },
          plan: { what: 'what several pages show of a plan' },
          difference: { what: 'pictures and figures of what was given' },
          practice: { what: 'the next step and the first month, as several pages show them' },
          opening: { what: 'what several pages show of an opening' },
          card: { what: 'what several pages show of a card' },
          recap: { what: 'what several pages show of what is left of an event' },
          campaign: { what: 'what several pages show of a campaign' },
          event: { what: 'what several pages show of an event, and the form for one' },
          suggestion: { what: 'asking and suggesting: the form, and the sheet of it that opens on any page' },
          question: { what: 'questions about whatever has a page: list, form, moderation' },
          ask: { what: 'what several pages show of an ask' },
          person: { what: 'what several pages show of a person' },
          file: { what: 'sending files, and showing them' },
          form: { what: 'fields, sending, drafts, changing what exists (`editing.svelte.ts`)' },
          sheet: { what: 'dialogs over a page, and the keys of a page' },
          live: { what: 'the live socket, the one line of a page, and how sure a live page is' },
          time: { what: 'the server’s clock, and moments in words' },
          errors: { what: 'the words for every refusal, by its code' },
          api: { what: 'GraphQL over HTTP' },
          gql: {
            what: 'generated from `schema/schema.graphql` and the `*.graphql` files (`npm run generate`)',
          },
          words: { what: 'screen texts, looked up with `useWords().t`' },
          messages: {
            what: 'the texts themselves: `<language>/<namespace>.json`',
            reason: 'a page brings the texts of its own nouns alone: one file for each',
          },
          hydration: { what: 'waking a page piece by piece, so that a cheap phone answers in between' },
          browser: {
            what: 'what a browser may withhold, each asked for in one place that can do without: storage, clipboard, push, ids over http',
          },
        },
      },
    ],
  },
];

/** How many files a folder may hold, tests not counted, before `reason` has to say why it holds more. */
export const MOST_FILES = 25;

const test = '[.]test[.]';

/** Every folder of the list, with the folders it may lean on. */
export const rooms = house.flatMap((part) =>
  part.floors.flatMap((floor, height) => {
    const names = Object.keys(floor.folders);
    const pathOf = (name) => join(part.source, floor.name ?? '', name);
    const lower = part.floors.slice(height + 1);
    return names.map((name, index) => {
      const { what, reason, on = [] } = floor.folders[name];
      const below = names.slice(index + 1);
      if (!on.every((other) => floor.leaning === 'named' && below.includes(other)))
        throw new Error(`${pathOf(name)} names a folder that does not stand below it: ${on.join(', ')}`);
      const beside = { free: names, below, named: on }[floor.leaning];
      if (name === '.' && floor.leaning !== 'free')
        throw new Error(`What lies on ${floor.name} itself has no place in an order`);
      const path = pathOf(name);
      return {
        part,
        floor: floor.name,
        path,
        what,
        reason,
        on: on.map(pathOf),
        files: name === '.' ? `^${path}/[^/]+$` : within([path]),
        leansOn: [...beside.map(pathOf), ...lower.map((each) => join(part.source, each.name))],
        inWords: inWords(floor, beside, lower),
      };
    });
  }),
);

function inWords(floor, beside, lower) {
  const floors = lower.map(({ name }) => name);
  if (floor.leaning === 'below')
    return beside.length > 0 ? `${beside[0]} and below` : (floors[0] ?? 'nothing');
  return [...(floor.leaning === 'free' ? [floor.name] : beside), ...floors].join(', ');
}

function within(paths) {
  return `^(${paths.map((path) => path.replaceAll('.', '[.]')).join('|')})/`;
}

const forbid = (name, from, to, more) => ({ name, severity: 'error', from, to, ...more });

export default {
  forbidden: [
    ...rooms.map(({ part, path, files, leansOn, inWords: words }) =>
      forbid(
        `${path} leans on ${words}`,
        { path: files, pathNot: test },
        { path: within([part.source]), pathNot: within([path, ...leansOn]) },
      ),
    ),
    ...house.map(({ source }) =>
      forbid(
        `${source} leans on nothing beside it`,
        // The pages for developers are made of the contract's own files.
        { path: within([source]), pathNot: within(['web/src/routes/developers']) },
        { path: within(['server', 'web', 'schema', 'docker']), pathNot: within([source]) },
      ),
    ),
    forbid('no code leans on a test', { pathNot: test }, { path: test }),
    forbid('no circle of files', {}, { circular: true }),
    forbid('no circle of folders', {}, { circular: true }, { scope: 'folder' }),
  ],
  options: {
    // Arrows of types count, as they stand before anything is compiled.
    tsPreCompilationDeps: true,
    exclude: { path: 'node_modules|[.]css$' },
    doNotFollow: { path: test },
  },
};
