import { ArgsType, type ClassType, Field, Int, ObjectType, Root } from 'type-graphql';
import { InvalidInput } from '../refusal/refusal.ts';

/** The most that one page holds. */
export const MAX_PAGE = 100;

/** Which page of a list: pages are turned both ways. */
@ArgsType()
export class TwoWayArgs {
  @Field(() => Int, { nullable: true, description: `How many, from 1 to ${MAX_PAGE}.` })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Go on after this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many from the end of the list, or before \`before\`, from 1 to ${MAX_PAGE}; not beside \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'What lies before this cursor.' })
  before?: string | null;
}

/** The part of a list that is asked for; `limit` is one more than the page, by which one sees whether more follow. */
export interface Span {
  limit: number;
  after: string[] | null;
  before: string[] | null;
  /** Whether it is read from the end. */
  backwards: boolean;
}

@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether others come before: of a page asked for by `last` as they are, else whether it was asked for with `after`.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; pass it as `after`.' })
  endCursor!: string | null;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
}

/** A connection that can say how long the whole list is; asked only where somebody wants to know. */
export interface Counted<T> extends Connection<T> {
  count(): Promise<number>;
}

/** What counting a list is reckoned at, in fields: it reads what the filter leaves, and no more of it than its number. */
const COUNT_COST = 50;

/** Makes the Relay connection type of a node type. */
export function connectionType<T extends object>(name: string, nodeType: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.` })
  class Edge {
    @Field(() => String, { description: 'Place in the list.' })
    cursor!: string;

    @Field(() => nodeType(), { description: 'The item.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [Edge], { description: 'The items of this page.' })
    edges!: Edge[];

    @Field(() => [nodeType()], { description: 'The same items without their cursors.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

/** A connection type like another one, of a list that can be counted. */
export function countedType(page: ClassType<Connection<object>>, name: string, description: string) {
  @ObjectType(name, { description })
  class CountedType extends page {
    @Field(() => Int, {
      complexity: COUNT_COST,
      description: 'How many there are in all that you may read, whatever the page.',
    })
    totalCount(@Root() { count }: Counted<object>): Promise<number> {
      return count();
    }
  }
  return CountedType;
}

/** The connection type of a node type, of lists that can be counted. */
export const countedConnection = <T extends object>(name: string, nodeType: () => ClassType<T>) =>
  countedType(connectionType(name, nodeType), `${name}Connection`, `A page of a list of ${name}.`);

/** The checked size of a page. Refuses less than 1 and more than 100. */
export function pageSize({ first, last }: TwoWayArgs, preset: number): number {
  const size = last ?? first ?? preset;
  if (size < 1 || size > MAX_PAGE) {
    const field = last == null ? 'first' : 'last';
    throw new InvalidInput(field, 'OUT_OF_RANGE', `Ask for 1 to ${MAX_PAGE} at a time.`, { limit: MAX_PAGE });
  }
  return size;
}

/** The part of a list that is asked for, checked. Refuses both ends at once. */
export function spanOf(page: TwoWayArgs, preset: number): Span {
  if (page.first != null && page.last != null)
    throw new InvalidInput('last', 'TOO_MANY', 'Ask for the first ones or for the last ones.');
  return {
    limit: pageSize(page, preset) + 1,
    after: readCursor(page.after),
    before: readCursor(page.before, 'before'),
    backwards: page.last != null,
  };
}

/** The keys that a cursor of ours stands for; null where there is none. Refuses what is not ours. */
function readCursor(cursor: string | null | undefined, field = 'after'): string[] | null {
  if (cursor == null) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'string')) return keys;
  } catch {
    // Falls through to the refusal below.
  }
  throw new InvalidInput(field, 'UNKNOWN', 'This cursor is not one of ours. Start from the first page.');
}

/** Cuts the rows of a span, in the order in which they were read, to a page. */
export function spanToConnection<Row, T>(
  rows: readonly Row[],
  { limit, after, before, backwards }: Span,
  shown: { keys: (row: Row) => (string | number | Date)[]; node: (row: Row) => T },
): Connection<T> {
  const there = rows.slice(0, limit - 1);
  const isMore = rows.length >= limit;
  const edges = (backwards ? there.reverse() : there).map((row) => ({
    cursor: writeCursor(shown.keys(row)),
    node: shown.node(row),
  }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: backwards ? before !== null : isMore,
      hasPreviousPage: backwards ? isMore : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const writeCursor = (keys: (string | number | Date)[]) =>
  Buffer.from(JSON.stringify(keys.map(keyText))).toString('base64url');

const keyText = (key: string | number | Date) => (key instanceof Date ? key.toISOString() : String(key));
