import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { InvalidInput } from '../refusal/refusal.ts';

/** The most that one page holds. */
export const MAX_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: `How many, from 1 to ${MAX_PAGE}.` })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Go on after this cursor.' })
  after?: string | null;
}

@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the page was asked for with a cursor, so that others come before.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; pass it as `after`.' })
  endCursor!: string | null;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
}

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

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

/** The checked size of a page. Refuses less than 1 and more than 100. */
export function pageSize({ first }: PageArgs, preset: number): number {
  const size = first ?? preset;
  if (size < 1 || size > MAX_PAGE) {
    throw new InvalidInput('first', 'OUT_OF_RANGE', `Ask for 1 to ${MAX_PAGE} at a time.`, {
      limit: MAX_PAGE,
    });
  }
  return size;
}

/** The keys that a cursor of ours stands for; null where there is none. Refuses what is not ours. */
export function readCursor(after: string | null | undefined): string[] | null {
  if (after == null) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'string')) return keys;
  } catch {
    // Falls through to the refusal below.
  }
  throw new InvalidInput('after', 'UNKNOWN', 'This cursor is not one of ours. Start from the first page.');
}

/** Cuts rows, of which one more than `size` was read, to a page. */
export function toConnection<Row, T>(
  rows: Row[],
  {
    size,
    after,
    keys,
    node,
  }: { size: number; after: unknown; keys: (row: Row) => (string | number | Date)[]; node: (row: Row) => T },
): Connection<T> {
  const edges = rows.slice(0, size).map((row) => ({
    cursor: Buffer.from(JSON.stringify(keys(row).map(keyText))).toString('base64url'),
    node: node(row),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const keyText = (key: string | number | Date) => (key instanceof Date ? key.toISOString() : String(key));
