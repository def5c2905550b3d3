import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import {
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Asker, Balance } from '../platform/budget/budgets.ts';
import { FAULTY, KNOWN, LEAST, overFaulty, priceOf, surplusOf } from '../platform/budget/price.ts';
import { extensionsOf, refuseBalance, refuseWaiting, writeBalance } from '../platform/budget/rate-limit.ts';
import { RETRY_AFTER_SECONDS } from '../platform/db/no-answer.ts';
import { FOREIGN_ORIGIN, FOREIGN_WORDS, foreignOrigin, isForeign } from '../platform/http/foreign-origin.ts';
import { refuse } from '../platform/http/graphql-door.ts';
import { parseJsonObject } from '../platform/http/json-body.ts';
import { visitorAddress } from '../platform/http/visits.ts';
import { readCaller } from '../core/access/bearer.ts';
import type { Viewer } from '../core/access/viewer.ts';
import type { Services } from '../platform/services.ts';
import { createCompiledExecutor } from '../platform/graphql/compiled-executor.ts';
import { MAX_ANSWER_BYTES, tooLarge, writeAnswer } from '../platform/graphql/answer-bytes.ts';
import { type Context, createContext } from '../core/access/context.ts';
import { refusalByToken } from '../features/token/ask-by-token.ts';
import { REFUSED, refuseScope, refuseToken, refusedIfInvalid } from '../features/token/refuse-token.ts';
import { type CheckedDocument, Documents } from '../platform/graphql/documents.ts';
import { parseOptions, reckon, validationRules } from '../platform/graphql/limits.ts';
import { isUnavailable, maskError } from '../platform/graphql/mask-error.ts';
import type { Reckoned } from '../platform/graphql/reckon.ts';
import { hashOfRequest, readTrustedDocuments } from '../platform/graphql/trusted-documents.ts';
import { SharedReads } from '../platform/graphql/shared-reads.ts';
import { type WatchedOperation, watchOperation } from '../platform/graphql/watch-operation.ts';

/** Answers GraphQL over HTTP. */
export interface HttpDoor {
  answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void>;
  close(): Promise<void>;
}

/** An operation that may be carried out as it is: read, checked, within its limits, with variables that fit. */
interface Ready extends CheckedDocument {
  operation: OperationDefinitionNode;
  operationName: string | undefined;
  variables: Record<string, unknown>;
  reckoned: Reckoned;
}

/** What an operation came to, before whoever asks is told how their purse stands. */
interface Answered {
  /** Null where it weighs too much. */
  text: string | null;
  told: readonly GraphQLFormattedError[] | undefined;
  isAway: boolean;
  extensions: Record<string, unknown> | undefined;
  /** What came that could not be reckoned before. */
  cards: number;
}

/**
 * How long a refusal is held back (ms). Whoever asks again as soon as they hear it is slowed down by that, and who keeps
 * to `Retry-After`, which is a second or more, does not notice.
 */
const REFUSED_AFTER_MS = 500;

const HOW_TO_SUBSCRIBE =
  'Subscribe over the WebSocket at this address, or ask for text/event-stream and nothing else.';

/** A page of another site changes something only by a token: what is left of it without is anybody. */
const readsOnly = ({ http, viewer }: Context) => viewer === null && http !== null && isForeign(http.request);

const JSON_TYPE = 'application/json; charset=utf-8';
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';

/**
 * POST with JSON only: a form of another site can send neither. What is in order is carried out at once; Apollo Server
 * answers everything else, and says in the words of GraphQL what is wrong with it.
 */
export async function createHttpDoor(services: Services, schema: GraphQLSchema): Promise<HttpDoor> {
  const documents = new Documents(schema, readTrustedDocuments());
  const carryOut = createCompiledExecutor(schema);
  const reads = new SharedReads<Answered>();
  const apollo = await startApollo(services, schema);
  // Apollo never ends a second call that comes while the first one is under way.
  let stopping: Promise<void> | undefined;

  /** What may be carried out at once; null for what Apollo has to look at. */
  const readyOf = (body: Record<string, unknown>, known: CheckedDocument | undefined): Ready | null => {
    const { query, operationName = null, variables = null, extensions } = body;
    // A client that registers its own documents by hash: Apollo keeps them, and compares text and hash.
    if (!known && typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions)
      return null;
    const checked = known ?? (typeof query === 'string' ? documents.check(query) : undefined);
    if (!checked || !('document' in checked)) return null;
    if (operationName !== null && typeof operationName !== 'string') return null;
    if (typeof variables !== 'object' || Array.isArray(variables)) return null;
    const { document } = checked;
    const operation = getOperationAST(document, operationName);
    if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return null;
    const given = (variables ?? {}) as Record<string, unknown>;
    const reckoned = reckon(schema, document, { variables: given, operationName });
    if (reckoned instanceof GraphQLError) return null;
    return { ...checked, operation, operationName: operationName ?? undefined, variables: given, reckoned };
  };

  /** Carries out, and says whether whoever asks the same gets the same: no field looked at whose question it is. */
  const answerOnce = async (
    { document, operationName, variables }: Ready,
    context: Context,
  ): Promise<{ answer: Answered; isForAll: boolean }> => {
    let isPersonal = false;
    const { http, balance } = context;
    const looked = <Value>(value: Value) => ({ get: () => ((isPersonal = true), value), configurable: true });
    if (context.viewer === null)
      Object.defineProperties(context, { http: looked(http), balance: looked(balance) });
    const { data, errors, extensions } = await carryOut({
      ...{ schema, document, operationName, contextValue: context, variableValues: variables },
    });
    const told = errors?.map((error) =>
      maskError(error, { log: services.log, requestId: context.requestId }),
    );
    const text = writeAnswer({ ...(told && { errors: told }), data });
    const answer = {
      text,
      told,
      isAway: isUnavailable(data, told),
      extensions,
      cards: context.counted.cards,
    };
    return { answer, isForAll: !isPersonal && !told };
  };

  const answerReady = async (
    ready: Ready,
    { context, balance }: { context: Context; balance: Balance },
    watched: WatchedOperation,
  ): Promise<{ text: string; isAway: boolean; cards: number }> => {
    const { hash, known, operation, operationName, variables } = ready;
    watched.is(operation);
    // Nobody is everybody: those who ask the same in one moment are told what one of them is told.
    const isNobodys = context.viewer === null && operation.operation === OperationTypeNode.QUERY;
    const { text, told, isAway, cards, ...more } = isNobodys
      ? await reads.read(
          JSON.stringify([hash, operationName, variables]),
          () => answerOnce(ready, context),
          async () => (await answerOnce(ready, context)).answer,
        )
      : (await answerOnce(ready, context)).answer;
    if (text === null) {
      const instead = [tooLarge().toJSON()];
      watched.answered(instead);
      return { text: JSON.stringify({ errors: instead, data: null }), isAway: false, cards };
    }
    watched.answered(told);
    // Our own pages do not read it, and pay for each byte.
    const shown = balance.counted && !known && extensionsOf(balance);
    if (!more.extensions && !shown) return { text, isAway, cards };
    const extensions = JSON.stringify({ ...more.extensions, ...shown });
    return { text: `${text.slice(0, -1)},"extensions":${extensions}}`, isAway, cards };
  };

  /** Answers, or gives the purse that has too little for it. */
  const answerInTurn = async (
    { request, response }: NonNullable<Context['http']>,
    parsed: Record<string, unknown>,
    hash: string | undefined,
  ): Promise<Balance | void> => {
    const { budgets } = services;
    // Whoever left while they waited is not answered.
    if (response.closed) return;
    const known = hash === undefined ? undefined : documents.byHash(hash);
    const requestId = String(response.getHeader('x-request-id') ?? '');
    // Read here and not for Apollo's context, whose failures are answered with the error as it is.
    const viewer = await readCaller(services, request).catch(refusedIfInvalid);
    if (viewer === REFUSED) {
      const tried = budgets.spend({ address: visitorAddress(request) }, FAULTY);
      return tried.allowed ? refuseToken(response) : tried;
    }
    const asker = askerOf(request, viewer);
    // To read and check a text that is new is most of what it costs to refuse it.
    const before = (known ?? documents.kept(parsed['query']))?.known ? KNOWN : LEAST;
    const bears = budgets.bears(asker, before);
    if (!bears.allowed) return bears;
    const context = createContext(services, { viewer, http: { request, response }, requestId });
    const type = typeFor(request.headers.accept);
    const ready = type ? readyOf(parsed, known) : null;
    const notByToken = ready && viewer?.token && refusalByToken(viewer.token, { schema, ...ready });
    const isFaulty = !ready || notByToken != null;
    const balance = budgets.spend(asker, known ? KNOWN : isFaulty ? FAULTY : priceOf(ready, ready.reckoned));
    if (!balance.allowed) return balance;
    writeBalance(response, balance);
    if (notByToken) return refuseScope(response, notByToken);
    if (ready?.operation.operation === OperationTypeNode.MUTATION && readsOnly(context))
      return refuse(response, 403, FOREIGN_ORIGIN, FOREIGN_WORDS);
    context.balance = balance;
    if (type && ready) {
      const { text, isAway, cards } = await watchOperation(services, (watched) =>
        answerReady(ready, { context, balance }, watched),
      );
      budgets.charge(asker, surplusOf(ready, ready.reckoned, cards));
      if (isAway) response.setHeader('retry-after', RETRY_AFTER_SECONDS);
      response.writeHead(isAway ? 503 : 200, {
        'content-type': type,
        'cache-control': 'no-store',
        'content-length': Buffer.byteLength(text),
      });
      return void response.end(text);
    }
    const answered = await watchOperation(services, (watched) =>
      apollo.answer(known ? { ...parsed, query: documents.textOf(hash!) } : parsed, {
        ...{ request, response, context, watched },
        // It may be in order all the same, and is reckoned when it was read.
        reckoned: (reckoned) => !known && budgets.charge(asker, overFaulty(reckoned)),
      }),
    );
    for (const [name, value] of answered.headers) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    response.statusCode = answered.status ?? 200;
    if (answered.body.kind !== 'complete') throw new Error('An answer in parts was not asked for.');
    const { string } = answered.body;
    const isTooLarge = Buffer.byteLength(string) > MAX_ANSWER_BYTES;
    response.end(isTooLarge ? JSON.stringify({ errors: [tooLarge().toJSON()], data: null }) : string);
  };

  return {
    answer: async (request, response, body) => {
      if (request.method !== 'POST') {
        response.setHeader('allow', 'POST');
        return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'Ask by POST.');
      }
      const parsed = parseJsonObject(body);
      if (
        parsed === undefined ||
        !/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')
      ) {
        return refuse(response, 400, 'BAD_REQUEST', 'Send one JSON object as application/json.');
      }
      const hash = hashOfRequest(parsed);
      const known = hash === undefined ? undefined : documents.byHash(hash);
      // Another version of our pages: they send the text then.
      if ('documentId' in parsed && hash !== undefined && !known)
        return refuse(response, 404, 'PERSISTED_QUERY_NOT_FOUND', 'Send the text of this document.');
      const exchange = { request, response };
      const asks = known ?? documents.kept(parsed['query']);
      const done = await services.budgets.inTurn(
        visitorAddress(request),
        asks?.known ? 'known' : 'others',
        async () => ({ refused: await answerInTurn(exchange, parsed, hash) }),
      );
      if (!done) return refuseWaiting(response);
      if (!done.refused) return;
      // Its turn is over meanwhile.
      await delay(REFUSED_AFTER_MS);
      refuseBalance(response, done.refused);
    },
    close: () => (stopping ??= apollo.stop()),
  };
}

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  context: Context;
  watched: WatchedOperation;
  /** Told what the operation comes to, before it is carried out. */
  reckoned(reckoned: Reckoned): void;
}

async function startApollo(services: Services, schema: GraphQLSchema) {
  /** Each operation under way, by its answer: of the context Apollo makes a copy. */
  const underWay = new WeakMap<object, Pick<Asked, 'watched' | 'reckoned'>>();
  const askedOf = ({ http }: Context) => (http ? underWay.get(http.response) : undefined);
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    // The process has its own way to stop.
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions,
    validationRules,
    logger: services.log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      {
        requestDidStart: async () => ({
          didResolveOperation: async ({ document, operation, request, contextValue }) => {
            // Called also when the name of the operation is unknown, which Apollo then answers.
            if (!operation) return;
            askedOf(contextValue)?.watched.is(operation);
            const { token } = contextValue.viewer ?? {};
            const { operationName } = request;
            const notByToken = token && refusalByToken(token, { schema, document, operationName });
            if (notByToken) throw notByToken;
            if (operation.operation === OperationTypeNode.MUTATION && readsOnly(contextValue))
              throw asMistake(foreignOrigin(), 403);
            const reckoned =
              operation.operation === OperationTypeNode.SUBSCRIPTION
                ? new GraphQLError(HOW_TO_SUBSCRIBE, { extensions: { code: 'BAD_REQUEST' } })
                : reckon(schema, document, request);
            if (reckoned instanceof GraphQLError) throw asMistake(reckoned);
            askedOf(contextValue)?.reckoned(reckoned);
          },
          // Here and not in formatError, which does not know the request.
          willSendResponse: async ({ response, errors, contextValue }) => {
            if (!errors?.length || response.body.kind !== 'single') return;
            const { requestId } = contextValue;
            response.body.singleResult.errors = errors.map((error) =>
              maskError(error, { log: services.log, requestId }),
            );
            const { data, errors: told } = response.body.singleResult;
            askedOf(contextValue)?.watched.answered(told ?? []);
            if (!isUnavailable(data, told)) return;
            response.http.status = 503;
            response.http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
          },
        }),
      },
    ],
  });
  await apollo.start();
  return {
    answer: (body: object, asked: Asked) => {
      underWay.set(asked.response, asked);
      return apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers: headersOf(asked.request), search: '', body },
        context: async () => asked.context,
      });
    },
    stop: () => apollo.stop(),
  };
}

const askerOf = (request: IncomingMessage, viewer: Viewer | null): Asker => ({
  ...{ address: visitorAddress(request), personId: viewer?.personId, token: viewer?.token?.id },
});

/** The type of an answer for who accepts these; null where they weigh them, which Apollo does. */
function typeFor(accepts: string | undefined): string | null {
  if (accepts === undefined) return JSON_TYPE;
  if (accepts.includes('q=')) return null;
  for (const each of accepts.split(',').map((part) => part.trim().split(';', 1)[0]?.toLowerCase())) {
    if (each === 'application/json' || each === '*/*' || each === 'application/*') return JSON_TYPE;
    if (each === 'application/graphql-response+json') return RESPONSE_TYPE;
  }
  return null;
}

/** The mistake is the client's: without a status of its own it would be answered as a fault of ours. */
function asMistake(error: GraphQLError, status = 400): GraphQLError {
  const { message, nodes, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { ...extensions, http: { status } },
  });
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
