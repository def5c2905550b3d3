import 'reflect-metadata';
import { type GraphQLSchema, isAbstractType } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { features } from './features.ts';
import { boundLists } from '../platform/graphql/list-bounds.ts';
import { cutLists } from '../platform/graphql/cut-lists.ts';
import { markRequests } from '../platform/graphql/mark-requests.ts';
import { NodeResolver } from './node.resolver.ts';
import { RateLimitResolver } from './rate-limit.resolver.ts';
import { objectTypeName } from '../platform/graphql/node.type.ts';
import { RefusalType, InvalidInputType } from '../platform/graphql/refusal.type.ts';

/** The whole API, put together from the resolvers of every noun. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeResolver,
      RateLimitResolver,
      ...features.flatMap(({ resolvers = [] }) => resolvers),
    ] as unknown as NonEmptyArray<Function>,
    // Reached only through the interface Error.
    orphanedTypes: [
      ...[RefusalType, InvalidInputType],
      ...features.flatMap(({ orphanedTypes = [] }) => orphanedTypes),
    ],
    // Texts are checked in the domain, with refusals as data.
    validate: false,
    // Asked for by type-graphql, though each of our subscriptions has its own source.
    pubSub: { publish: () => undefined, subscribe: () => noMessages() },
  });
  // type-graphql makes a promise of each object's type, which an executor that is compiled cannot wait for.
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: object) => objectTypeName(value);
  }
  markRequests(schema);
  boundLists(
    schema,
    features.map(({ lists = {} }) => lists),
  );
  cutLists(schema);
  return schema;
}

async function* noMessages(): AsyncGenerator<never> {}
