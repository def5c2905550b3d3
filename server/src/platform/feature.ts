import type { EntitySchema } from '@mikro-orm/postgresql';
import type { Services } from './services.ts';

/**
 * What a noun brings to the house. It stands in the `feature.ts` of the noun's folder; importing that does nothing, and
 * `app/features.ts` lists them all. Floors above this one add what they ask their nouns for.
 */
export interface Feature {
  /** As its folder is called. */
  readonly name: string;
  readonly entities?: readonly EntitySchema[];
  /** Classes of its queries, mutations, subscriptions, and of the fields it adds to types of others. */
  readonly resolvers?: readonly ResolverClass[];
  /** What it adds to the services of every use case. What others bring to it, it finds in `features`. */
  readonly services?: (services: Services, features: readonly Feature[]) => Partial<Services>;
  /** Object types that are reached only through an interface. */
  readonly orphanedTypes?: readonly ResolverClass[];
}

// oxlint-disable-next-line no-unsafe-function-type
type ResolverClass = Function;
