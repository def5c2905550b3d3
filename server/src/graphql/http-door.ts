import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { refuse } from '../http/graphql-door.ts';
import { readSession } from '../person/session-cookie.ts';
import type { Services } from '../services.ts';
import { type Context, createContext } from './context.ts';
import { parseOptions, tooCostly, validationRules } from './limits.ts';
import { maskError } from './mask-error.ts';
import { type WatchedOperation, watchOperation } from './watch-operation.ts';

/** Answers GraphQL over HTTP. */
export interface HttpDoor {
  answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void>;
  close(): Promise<void>;
}

/** POST with JSON only: a form of another site can send neither. */
export async function createHttpDoor(services: Services, schema: GraphQLSchema): Promise<HttpDoor> {
  /** Each operation under way, by its answer: of the context Apollo makes a copy. */
  const watches = new WeakMap<object, WatchedOperation>();
  const watchOf = ({ http }: Context) => http && watches.get(http.response);
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
            watchOf(contextValue)?.is(operation);
            const error =
              operation.operation === OperationTypeNode.SUBSCRIPTION
                ? new GraphQLError('Subscribe over the WebSocket at this address.', {
                    extensions: { code: 'BAD_REQUEST' },
                  })
                : tooCostly(schema, document, request);
            if (error) throw asMistake(error);
          },
          // Here and not in formatError, which does not know the request.
          willSendResponse: async ({ response, errors, contextValue }) => {
            if (!errors?.length || response.body.kind !== 'single') return;
            const { requestId } = contextValue;
            response.body.singleResult.errors = errors.map((error) =>
              maskError(error, { log: services.log, requestId }),
            );
            watchOf(contextValue)?.answered(response.body.singleResult.errors);
          },
        }),
      },
    ],
  });
  await apollo.start();
  // Apollo never ends a second call that comes while the first one is under way.
  let stopping: Promise<void> | undefined;
  return {
    answer: async (request, response, body) => {
      if (request.method !== 'POST') {
        response.setHeader('allow', 'POST');
        return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'Ask by POST.');
      }
      const parsed = parseBody(body);
      if (
        parsed === undefined ||
        !/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')
      ) {
        return refuse(response, 400, 'BAD_REQUEST', 'Send one JSON object as application/json.');
      }
      const requestId = String(response.getHeader('x-request-id') ?? '');
      // Read here and not for Apollo's context, whose failures are answered with the error as it is.
      const viewer = await readSession(services, request);
      const answered = await watchOperation(services, (watched) => {
        watches.set(response, watched);
        return apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body: parsed },
          context: async () => createContext(services, { viewer, http: { request, response }, requestId }),
        });
      });
      for (const [name, value] of answered.headers) response.setHeader(name, value);
      response.setHeader('cache-control', 'no-store');
      response.statusCode = answered.status ?? 200;
      if (answered.body.kind === 'complete') response.end(answered.body.string);
      else throw new Error('An answer in parts was not asked for.');
    },
    close: () => (stopping ??= apollo.stop()),
  };
}

/** The mistake is the client's: without a status of its own it would be answered as a fault of ours. */
function asMistake(error: GraphQLError): GraphQLError {
  const { message, nodes, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    extensions: { ...extensions, http: { status: 400 } },
  });
}

function parseBody(body: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
