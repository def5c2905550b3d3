import { randomUUID } from 'node:crypto';
import {
  createSourceEventStream,
  execute as executeGraphql,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { createContext } from '../core/access/context.ts';
import type { Cursor } from '../core/board/read-board.ts';
import type { Audience } from '../core/stream/audience.ts';
import { audienceKey } from '../core/stream/audience-key.ts';
import type { Line } from '../core/stream/lines.ts';
import type { Live } from '../core/stream/live.ts';
import type { StreamContext } from '../core/stream/stream.ts';
import { refusalByToken } from '../features/token/ask-by-token.ts';
import type { Asker, Balance } from '../platform/budget/budgets.ts';
import { FAULTY, LEAST, priceOf, surplusOf } from '../platform/budget/price.ts';
import { extensionsOf, tooManyWait, tooMuch } from '../platform/budget/rate-limit.ts';
import { tooLarge } from '../platform/graphql/answer-bytes.ts';
import { Documents } from '../platform/graphql/documents.ts';
import { reckon } from '../platform/graphql/limits.ts';
import { isFault, maskError } from '../platform/graphql/mask-error.ts';
import { readTrustedDocuments } from '../platform/graphql/trusted-documents.ts';
import { traceRendering, watchOperation } from '../platform/graphql/watch-operation.ts';
import { foreignOrigin } from '../platform/http/foreign-origin.ts';
import { networkOf } from '../platform/http/network.ts';
import { BackLane } from '../platform/live/back-lane.ts';
import { type CountedSocket, OpenSockets } from '../platform/live/open-sockets.ts';
import type { Outbox } from '../platform/live/outbox.ts';
import { Questions } from '../platform/live/questions.ts';
import { SharedMessage } from '../platform/live/shared-message.ts';
import type { Services } from '../platform/services.ts';

/** Who asks for an operation, over which of the doors it may be. */
export interface AskedBy {
  line: Line;
  address: string | undefined;
  /** A page of another site. */
  isForeign: boolean;
  /** By a door at which nothing is changed. */
  readsOnly?: boolean;
  /** It asks what our pages do not ask. Says whether it may; whoever may not was told. */
  mayAskOwn(): boolean;
  /** Where its stream goes on, in place of the cursor that the document has. */
  resumesAfter?: Cursor | 'now' | undefined;
  /** The same for one over several boards. */
  resumesAt?: string | undefined;
  /** Makes it an audience apart, which waits for this before it is told of what happened next. */
  ready?(): Promise<void>;
  /** Told how the purse stands that bears it. */
  charged?(balance: Balance): void;
}

const BY_JSON = 'Ask for a change by POST, and take its answer as JSON.';

/** Operations whose answers are messages: on sockets and in event streams, by the same rules, limits and cohorts. */
export interface LiveOperations {
  /** All connections of this server that may carry a stream. */
  readonly sockets: OpenSockets<CountedSocket>;
  /** A stream that one of our pages asks for; undefined for everything else. */
  streamOfPages(payload: SubscribePayload): StreamOfPages | undefined;
  /** What it has to say it says through the outbox. Rejects only for faults of ours. */
  run(by: AskedBy, payload: SubscribePayload, outbox: Outbox): Promise<void>;
  /** An error as outsiders see it. */
  mask(error: unknown, requestId?: string): object;
}

/** A stream as our pages ask for it. */
export interface StreamOfPages {
  /** The one for those who ask the same, wherever they stand. */
  key: string;
  /** The field of the schema that it follows. */
  field: string;
}

export interface LiveOperationsOptions {
  services: Services;
  schema: GraphQLSchema;
  live: Live;
  /** Carries out one operation; tests count. */
  execute?: ((args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>) | undefined;
}

export function createLiveOperations(options: LiveOperationsOptions): LiveOperations {
  const { services, schema, live, execute = executeGraphql } = options;
  const { log, budgets } = services;
  const documents = new Documents(schema, readTrustedDocuments());
  const sockets = new OpenSockets<CountedSocket>(budgets.settings);
  const questions = new Questions(budgets.settings);
  const backLane = new BackLane();

  const mask = (error: unknown, requestId: string = randomUUID()) => maskError(error, { log, requestId });

  const carryOut = async (
    operation: ExecutionArgs,
    requestId: string,
    balance?: Balance,
  ): Promise<SharedMessage> => {
    const { data, errors, ...more } = await execute(operation);
    const shown = balance && extensionsOf(balance);
    const extensions = more.extensions || shown ? { ...more.extensions, ...shown } : undefined;
    const message = SharedMessage.of({
      ...(data !== undefined && { data }),
      ...(errors && { errors: errors.map((error) => mask(error, requestId)) as GraphQLError[] }),
      ...(extensions && { extensions }),
    });
    return message ?? new SharedMessage({ data: null, errors: [tooLarge()] });
  };

  /** Carries out an operation once for everybody in a cohort; what our pages ask before everything else. */
  const audienceOf = (
    { key, known }: { key: string; known: boolean },
    operation: Omit<ExecutionArgs, 'rootValue' | 'contextValue'>,
  ): Audience => ({
    key,
    render: (message, reader) => {
      const requestId = randomUUID();
      const contextValue = createContext(services, { viewer: null, reader, requestId });
      const rendered = () =>
        traceRendering(services.tracing, operation, () =>
          carryOut({ ...operation, rootValue: message, contextValue }, requestId)
            .then(withoutFaults)
            .then((rendered) => rendered.of(message)),
        );
      if (!budgets.settings.counts) return rendered();
      return known ? backLane.first(rendered) : backLane.run(rendered);
    },
  });

  const streamOfPages = (payload: SubscribePayload): StreamOfPages | undefined => {
    const { query, operationName, variables } = payload;
    const known = documents.ofPages(query);
    const definition = known && getOperationAST(known.document, operationName);
    if (!known || definition?.operation !== OperationTypeNode.SUBSCRIPTION) return undefined;
    const reckoned = reckon(schema, known.document, { variables, operationName });
    const [followed] = definition.selectionSet.selections;
    if (!('fields' in reckoned) || followed?.kind !== Kind.FIELD) return undefined;
    return { key: audienceKey(known, payload), field: followed.name.value };
  };

  const run = async (by: AskedBy, payload: SubscribePayload, outbox: Outbox): Promise<void> => {
    const { query, operationName, variables } = payload;
    const { address, line } = by;
    const { viewer } = line;
    const asker: Asker = { address, personId: viewer?.personId, token: viewer?.token?.id };
    const isKnown = documents.ofPages(query) !== undefined;
    if (!isKnown && !by.mayAskOwn()) return;
    if (!isKnown) {
      // To read and check a text that is new is most of what it costs to refuse it.
      const before = budgets.bears(asker, LEAST);
      if (!before.allowed) return outbox.fail(tooMuch(before));
    }
    const checked = isKnown
      ? documents.check(query)
      : await budgets.inSpareTime(address, async () => (outbox.ended ? [] : documents.check(query)));
    // Whoever asked may have thought better of it while they waited.
    if (outbox.ended) return;
    const reckoned =
      'document' in checked ? reckon(schema, checked.document, { variables, operationName }) : checked;
    const notByToken =
      viewer?.token && 'document' in checked
        ? refusalByToken(viewer.token, { schema, document: checked.document, operationName })
        : null;
    const inOrder = 'document' in checked && 'fields' in reckoned && !notByToken;
    const balance = budgets.spend(asker, inOrder ? priceOf(checked, reckoned) : FAULTY);
    if (!balance.allowed) return outbox.fail(tooMuch(balance));
    by.charged?.(balance);
    if (notByToken) return outbox.fail(notByToken);
    if (!inOrder) return outbox.fail(reckoned);
    const { document } = checked;
    const definition = getOperationAST(document, operationName);
    if (!definition) return outbox.fail(new GraphQLError('Unable to identify operation'));
    if (definition.operation === OperationTypeNode.MUTATION && by.readsOnly)
      return outbox.fail(new GraphQLError(BY_JSON, { extensions: { code: 'BAD_REQUEST' } }));
    // What is left of such a page without a token is anybody, and anybody changes nothing from there.
    if (definition.operation === OperationTypeNode.MUTATION && by.isForeign && viewer === null)
      return outbox.fail(foreignOrigin());

    const operation = { schema, document, operationName, variableValues: variables };
    const requestId = randomUUID();
    const context = createContext(services, { viewer, requestId });
    context.balance = balance;
    if (definition.operation !== OperationTypeNode.SUBSCRIPTION) {
      const done = await budgets.inTurn(address, isKnown ? 'known' : 'others', () =>
        watchOperation(services, async (watched) => {
          watched.is(definition);
          const shown = balance.counted && !isKnown ? balance : undefined;
          const message = await carryOut({ ...operation, contextValue: context }, requestId, shown);
          budgets.charge(asker, surplusOf(checked, reckoned, context.counted.cards));
          watched.answered(message.result.errors);
          outbox.put(message);
          return true;
        }),
      );
      return done ? outbox.complete() : outbox.fail(tooManyWait());
    }
    const key = audienceKey(checked, payload);
    const shared = audienceOf({ key, known: isKnown }, operation);
    const { ready } = by;
    const audience = ready ? { ...shared, key: `${key} ${requestId}`, ready } : shared;
    let places = 0;
    const ask = (place: string, times?: number) => {
      places += 1;
      // Each further one costs what an operation of its own would cost.
      if (places > 1) {
        budgets.charge(asker, priceOf(checked, reckoned));
        outbox.followMore();
      }
      const who = viewer?.personId ?? (address === undefined ? undefined : networkOf(address));
      const question = { key, known: isKnown, asker: who, signedIn: viewer !== null };
      outbox.onEnd(questions.begin(place, question, times));
    };
    const contextValue: StreamContext = Object.assign(context, {
      live,
      subscriber: {
        ...{ line, audience, outbox, address, ask },
        ...{ resumesAfter: by.resumesAfter, resumesAt: by.resumesAt },
      },
    });
    // Without a trace: what it begins, such as clocks, goes on after it and belongs to nobody.
    await watchOperation({ metrics: services.metrics }, async (watched) => {
      watched.is(definition);
      const source = await createSourceEventStream({ ...operation, contextValue });
      if (Symbol.asyncIterator in source) return;
      watched.answered(source.errors ?? []);
      outbox.fail(source.errors);
    });
  };

  return { sockets, streamOfPages, run, mask };
}

/** A fault of ours is no message for thousands: half of what they see would be wrong, and nothing would mend it. */
function withoutFaults(message: SharedMessage): SharedMessage {
  const fault = message.result.errors?.find(isFault);
  if (fault) throw new Error(`A change could not be executed: ${String(fault.extensions?.['logId'] ?? '')}`);
  return message;
}
