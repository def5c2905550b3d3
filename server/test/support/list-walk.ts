import { type ExecutionResult, graphql, type GraphQLSchema } from 'graphql';
import { expect } from 'vitest';
import { createContext } from '../../src/core/access/context.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import type { Services } from '../../src/platform/services.ts';
import { anExchange } from './an-exchange.ts';

/** A page of a list. */
export interface Listed {
  totalCount: number;
  nodes: object[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

/** Where a list is: `*` stands for what is asked of it, and `of` is what is read of each item. */
export interface Place {
  at: string;
  of: string;
  /** Arguments of its own. */
  only?: string;
}

export interface Reading {
  services: Services;
  schema: GraphQLSchema;
  viewer: Viewer | null;
}

/** What comes back when somebody asks, as plain data. */
export async function answerTo(
  { services, schema, viewer }: Reading,
  source: string,
): Promise<ExecutionResult<Record<string, unknown>>> {
  const contextValue = createContext(services, { viewer, http: anExchange(null), requestId: 'lists' });
  const { data, errors } = await graphql({ schema, source, contextValue });
  return { ...(errors && { errors }), data: JSON.parse(JSON.stringify(data ?? null)) as never };
}

/** Asks for a page of a list by arguments such as `first: 2`. */
export function askForPage(reading: Reading, { at, of, only = '' }: Place, args: string) {
  const page = `(${only} ${args}) { totalCount nodes { ${of} } edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  return answerTo(reading, `{ ${at.replace('*', page)} }`);
}

/** A page of a list; null where the list is none for them. */
export async function readPage(reading: Reading, place: Place, args: string): Promise<Listed | null> {
  const { data, errors } = await askForPage(reading, place, args);
  expect(errors).toBeUndefined();
  let found = data as Record<string, unknown> | null;
  while (found && found['edges'] === undefined) found = Object.values(found)[0] as typeof found;
  return (found ?? null) as unknown as Listed | null;
}

/**
 * Fails unless a list is the same forwards, backwards, from both sides and at once, and says how long it is. Of three
 * items or more. Returns the whole.
 */
export async function expectOneList(reading: Reading, place: Place): Promise<Listed> {
  const read = async (args: string) => (await readPage(reading, place, args))!;
  const whole = await read('first: 100');
  expect(whole.totalCount).toBe(whole.nodes.length);
  const forwards: object[] = [];
  for (let page = await read('first: 2'); ;) {
    forwards.push(...page.nodes);
    expect(page.totalCount).toBe(whole.totalCount);
    if (!page.pageInfo.hasNextPage) break;
    page = await read(`first: 2, after: "${page.pageInfo.endCursor}"`);
  }
  const backwards: object[] = [];
  for (let page = await read('last: 2'); ;) {
    backwards.unshift(...page.nodes);
    expect(page.totalCount).toBe(whole.totalCount);
    if (!page.pageInfo.hasPreviousPage) break;
    page = await read(`last: 2, before: "${page.pageInfo.startCursor}"`);
  }
  expect(forwards).toEqual(whole.nodes);
  expect(backwards).toEqual(whole.nodes);
  const [first, , third] = whole.edges;
  const between = await read(`first: 100, after: "${first!.cursor}", before: "${third!.cursor}"`);
  expect(between.nodes).toEqual([whole.nodes[1]]);
  return whole;
}
