import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { createContext } from '../../src/core/access/context.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import type { Services } from '../../src/platform/services.ts';

export interface List<Row> {
  edges: { cursor: string; node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Person {
  handle: string;
}

export interface DeskAnswer {
  sections: { section: string; total: number; late: number; since: string | null }[];
  asks: List<{
    askId: string;
    organizationName: string;
    answerBy: string;
    submittedAt: string;
    takenBy: Person;
  }>;
  campaigns: List<Record<string, unknown> & { campaign: { slug: string } }>;
  quietCards: List<{ card: { title: string }; why: string; since: string; late: boolean }>;
  quietPeople: List<{ person: Person; held: number; lastSeenAt: string | null; card: { title: string } }>;
  newcomers: List<{
    person: Person;
    finished: number;
    inReview: number;
    held: number;
    card: { title: string };
  }>;
  handIns: List<{ title: string }>;
}

/** What every list says of its page. */
export const PAGE = 'pageInfo { hasNextPage endCursor }';

const DESK = `query ($filter: DeskFilter, $first: Int) { desk(filter: $filter) {
  sections { section total late since }
  asks(first: $first) { edges { cursor node { askId organizationName kind startsAt submittedAt answerBy takenAt
    takenBy { handle } } } ${PAGE} }
  campaigns(first: $first) { edges { cursor node { campaign { slug } open held inReview waiting waitingSince late quiet
    since } } ${PAGE} }
  quietCards(first: $first) { edges { cursor node { card { title holder { handle } campaign { title } } why since
    late } } ${PAGE} }
  quietPeople(first: $first) { edges { cursor node { person { handle } held lastSeenAt since late card { title } } }
    ${PAGE} }
  newcomers(first: $first) { edges { cursor node { person { handle standing } finished inReview held since late
    card { title } } } ${PAGE} }
  handIns(first: $first) { edges { cursor node { title holder { handle } } } ${PAGE} }
} }`;

export const nodes = <Row>({ edges }: List<Row>) => edges.map(({ node }) => node);
export const titles = (list: { card: { title: string } }[]) => list.map(({ card }) => card.title).sort();

/** How the desk is asked for, as somebody. */
export interface Desks {
  /** The answer to a query as plain data; fails on an error. */
  ask<Data>(viewer: Viewer | null, source: string, variableValues?: object): Promise<Data>;
  /** The whole desk; fails where there is none. */
  deskOf(viewer: Viewer | null, filter?: object, first?: number): Promise<DeskAnswer>;
}

export function desksOf(services: Services, schema: GraphQLSchema): Desks {
  const ask: Desks['ask'] = async <Data>(
    viewer: Viewer | null,
    source: string,
    variableValues: object = {},
  ) => {
    const contextValue = createContext(services, { viewer, requestId: 'desk' });
    const variables = variableValues as Record<string, unknown>;
    const { data, errors } = await graphql({ schema, source, contextValue, variableValues: variables });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)) as Data;
  };
  return {
    ask,
    deskOf: async (viewer, filter = {}, first = 100) => {
      const { desk } = await ask<{ desk: DeskAnswer | null }>(viewer, DESK, { filter, first });
      if (!desk) throw new Error('There is no desk for them.');
      return desk;
    },
  };
}

/** Lets time pass for one card: its moments move into the past. */
export async function age(services: Services, cardId: string, hours: number): Promise<void> {
  const past = (column: string) =>
    sql`${sql.ref(column)} = ${sql.ref(column)} - make_interval(secs => ${hours * 3600})`;
  const columns = [
    'created_at',
    'opened_at',
    'claimed_at',
    'updated_at',
    'handed_in_at',
    'finished_at',
    'waiting_since',
  ];
  await sql`update card set ${sql.join(columns.map(past))} where id = ${cardId}`.execute(
    services.orm.em.fork().getKysely(),
  );
}

/** How somebody is called. */
export async function handleOf(services: Services, personId: string): Promise<string> {
  const row = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('person')
    .select('handle')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return row.handle;
}
