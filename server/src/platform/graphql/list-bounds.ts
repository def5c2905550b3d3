import type { GraphQLSchema } from 'graphql';

/** How many items a list without pages holds at most, and what looking for them costs besides, in fields. */
export interface ListBound {
  most: number;
  look?: number;
  /** Whether people can make it longer than that: then it is cut there, whatever was read. */
  cut?: boolean;
  /** An argument of which each value gives another part of it: the parts together are no longer. */
  apart?: string;
}

/** As many as the input takes: see `input/text.ts`, `input/links.ts`, `card/card-words.ts`. */
export const WORDS = { languages: 12, links: 12, demands: 12, checklist: 20 };
/** A list that grows with what people do. */
export const cutAt = (most: number): ListBound => ({ most, cut: true });
export const CUT = cutAt(50);
/** What one message of a stream holds when a board is busy; after a long absence it may be more, within the bytes. */
export const MESSAGE = 50;

/** By type and field, such as `Card.checklist`: a number, or more that is to be said of a list. */
export type ListBounds = Readonly<Record<string, number | ListBound>>;

/** The lists of the platform itself. Those called `errors` hold one at most. */
const OF_PLATFORM: ListBounds = {
  'StaleFields.fields': 40,
};

const bounds = new WeakMap<GraphQLSchema, Readonly<Record<string, ListBound>>>();

/** Says how long the lists of a schema are that have no pages; a test names those that are missing. */
export function boundLists(schema: GraphQLSchema, ofNouns: readonly ListBounds[]): void {
  const all = Object.assign({}, OF_PLATFORM, ...ofNouns) as ListBounds;
  const made = Object.entries(all).map(([where, bound]): [string, ListBound] => [
    where,
    typeof bound === 'number' ? { most: bound } : bound,
  ]);
  bounds.set(schema, Object.fromEntries(made));
}

export const boundsOf = (schema: GraphQLSchema): Readonly<Record<string, ListBound>> =>
  bounds.get(schema) ?? {};

/** The list of a board's cards, in the place where they come by the number of cards. */
export const CARDS_OF_BOARD = 'BoardSnapshot.cards';
