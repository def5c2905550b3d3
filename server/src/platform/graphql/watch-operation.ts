import { getOperationAST, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import type { ExecutionArgs } from 'graphql';
import type { Outcome } from '../metrics/metrics.ts';
import { operationNames } from '../metrics/operation-names.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { isFault } from './mask-error.ts';
import { inSpan, type Tracing } from '../tracing/tracing.ts';

/** One operation under way, as figures and traces will tell of it. */
export class WatchedOperation {
  operation = 'other';
  type = 'unknown';
  outcome: Outcome = 'ok';

  /** What it is, once it was read. Of names only those of our own pages are told: others may hold anything. */
  is({ name, operation }: OperationDefinitionNode): void {
    this.type = operation;
    this.operation = knownName(name?.value);
  }

  /** How it ended. Faults of ours have the code that masking gives them. */
  answered(errors: readonly Pick<GraphQLFormattedError, 'extensions'>[] | undefined): void {
    if (!errors?.length) return;
    this.outcome = errors.some(isFault) ? 'failed' : 'refused';
  }
}

/** Carries out an operation, and tells figures and traces how it went, where there are any. */
export function watchOperation<T>(
  { metrics, tracing }: { metrics?: Metrics | undefined; tracing?: Tracing | undefined },
  carryOut: (watched: WatchedOperation) => Promise<T>,
): Promise<T> {
  const watched = new WatchedOperation();
  if (!metrics && !tracing) return carryOut(watched);
  const startedAt = performance.now();
  return inSpan(tracing, 'GraphQL operation', async (span) => {
    try {
      return await carryOut(watched);
    } catch (error) {
      watched.outcome = 'failed';
      throw error;
    } finally {
      const { operation, type, outcome } = watched;
      metrics?.operated({ operation, type, outcome, seconds: (performance.now() - startedAt) / 1000 });
      span?.rename(`${type} ${operation}`);
      span?.set({ 'graphql.operation.name': operation, 'graphql.operation.type': type });
      if (outcome === 'failed') span?.fail();
    }
  });
}

/** Carries out a subscription's operation for a cohort, as part of the change it tells of. */
export function traceRendering<T>(
  tracing: Tracing | undefined,
  { document, operationName }: Pick<ExecutionArgs, 'document' | 'operationName'>,
  carryOut: () => Promise<T>,
): Promise<T> {
  if (!tracing) return carryOut();
  const operation = knownName(getOperationAST(document, operationName)?.name?.value);
  return tracing.part(`render ${operation}`, { 'graphql.operation.name': operation }, carryOut);
}

function knownName(name: string | undefined): string {
  return name !== undefined && operationNames.has(name) ? name : 'other';
}
