import type { RawBuilder } from 'kysely';
import type { EntitySchema } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import type { ListBounds } from './graphql/list-bounds.ts';
import type { Door } from './http/door.ts';
import type { Retries } from './jobs/jobs.ts';
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
  /** How long its lists without pages are at most. */
  readonly lists?: ListBounds;
  /** Statements that delete its rows which are of no use any more: carried out now and then, by several servers at once. */
  readonly agesOut?: readonly RawBuilder<unknown>[];
  /** Work that waits in queues, and who does it. */
  readonly jobs?: readonly JobKind[];
  /** What else it answers over HTTP than the API. */
  readonly doors?: (services: Services, schema: GraphQLSchema) => readonly Door[];
  /** What runs in every server for as long as it runs. */
  readonly clock?: (
    services: Services,
    features: readonly Feature[],
    schema: GraphQLSchema,
  ) => { stop(): Promise<void> };
  /** What a start has to set right before anybody is let in. */
  readonly starts?: (services: Services) => Promise<unknown>;
  /** Object types that are reached only through an interface. */
  readonly orphanedTypes?: readonly ResolverClass[];
}

/** A kind of job, and what carries it out. */
export interface JobKind {
  queue: string;
  retries: Retries;
  /** Where several kinds share a queue: the field that jobs of this one have. */
  of?: string;
  /** Early, late or repeated, it does no harm. */
  run(services: Services, job: object): Promise<unknown>;
}

export const jobKind = <Job extends object>(
  kind: Omit<JobKind, 'run'> & { run(services: Services, job: Job): Promise<unknown> },
): JobKind => kind as JobKind;

// oxlint-disable-next-line no-unsafe-function-type
type ResolverClass = Function;
