/** What the process of the hostile clients is told: where, and what there is to attack. */
export interface HostileOrder {
  url: string;
  seconds: number;
  /** The board that ordinary people are at, as outsiders name it. */
  board: string;
  /** The slug of its campaign, and a card on it. */
  slug: string;
  cardNumber: number;
  /** A session that may download the campaign. */
  organizerToken: string;
  /** Sessions of people who give addresses. */
  mailTokens: string[];
  /** Cards of a board that nobody else wants. */
  spareCards: string[];
}

/** How one kind fared: what it tried, what was carried out, and what was refused or cut. */
export interface HostileTally {
  kind: string;
  tries: number;
  done: number;
  refused: number;
}
