/** How much one address, person or token may ask of a server, and hold open there. Quotas are for a minute. */
export interface BudgetSettings {
  /** Whether anything of it is counted. */
  counts: boolean;
  /** Fields that an address may ask for without a session, by documents that are not of our pages. */
  address: number;
  /** The same of somebody signed in, wherever they are. */
  person: number;
  /** The same of all who are signed in behind one address. */
  network: number;
  /** The same of a tool that shows a token. */
  token: number;
  /** Operations of our own pages, and pages, for one address. */
  pages: number;
  /** The same for one person. */
  pagesOfPerson: number;
  /** Operations of one address that are carried out at once. The others wait their turn. */
  atOnce: number;
  /** Sockets of one address: of all behind it, and of those that ask what our pages do not ask. */
  sockets: number;
  strangeSockets: number;
  socketsOfPerson: number;
  /** Operations that run at once, streams included: on one socket, and on all of one address. */
  operationsOfSocket: number;
  operationsOfAddress: number;
  /** Different questions (document and variables) that our pages do not ask and that follow one board at once. */
  questionsOfBoard: number;
  /** How many of them may be of one address, or one person. */
  questionsOfAsker: number;
}

/*
 * Where the figures come from. In a hall 1,000 phones share one address: a page is some six operations, and a phone
 * that is in use asks perhaps ten a minute, so `pages` lets them in at once and again in each minute. Each has one
 * socket with two or three streams. They all ask what our pages ask, in few cohorts and by documents that are known to
 * cost little, so that wide limits are safe: behind them, `atOnce` keeps one address from standing before all others.
 * A hall needs many places, since what its phones ask is short and waits for the database most of the time: with eight,
 * they queued for ten seconds as soon as the server had something else to do. A stranger has two.
 * A tool of a partner asks for boards and lists of some thousand fields, every few seconds, over one socket, by its own
 * documents: what such a document costs is not known beforehand, and each one is a cohort of its own. So the narrow
 * limits are theirs. Who needs more signs in, and is counted as a person.
 */
export const usualBudgets: BudgetSettings = {
  counts: true,
  address: 60_000,
  person: 120_000,
  network: 600_000,
  token: 600_000,
  pages: 30_000,
  pagesOfPerson: 1_500,
  atOnce: 64,
  sockets: 3_000,
  strangeSockets: 60,
  socketsOfPerson: 60,
  operationsOfSocket: 20,
  operationsOfAddress: 10_000,
  questionsOfBoard: 20,
  questionsOfAsker: 5,
};

/** The setting of each figure. */
export const budgetNames: Record<Exclude<keyof BudgetSettings, 'counts'>, string> = {
  address: 'BUDGET_ADDRESS',
  person: 'BUDGET_PERSON',
  network: 'BUDGET_NETWORK',
  token: 'BUDGET_TOKEN',
  pages: 'BUDGET_PAGES',
  pagesOfPerson: 'BUDGET_PAGES_PERSON',
  atOnce: 'AT_ONCE_ADDRESS',
  sockets: 'SOCKETS_ADDRESS',
  strangeSockets: 'SOCKETS_ADDRESS_STRANGE',
  socketsOfPerson: 'SOCKETS_PERSON',
  operationsOfSocket: 'OPERATIONS_SOCKET',
  operationsOfAddress: 'OPERATIONS_ADDRESS',
  questionsOfBoard: 'QUESTIONS_BOARD',
  questionsOfAsker: 'QUESTIONS_BOARD_ADDRESS',
};
