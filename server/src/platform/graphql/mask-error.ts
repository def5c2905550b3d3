import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import type { Logger } from 'pino';
import { isNoAnswer } from '../db/no-answer.ts';
import { InvalidInput, Refusal } from '../refusal/refusal.ts';

/** PostgreSQL could not read a value as its type: a crafted cursor, say, or a NUL in a text. */
const UNREADABLE_VALUE = new Set(['22P02', '22007', '22008', '22003', '22021', '22P05']);

/** The disk of the database has no room. PostgreSQL rolled back, so nothing is half done. */
const DISK_FULL = '53100';

/** The code by which clients know that nothing is wrong with what they asked, and that asking again will do. */
export const UNAVAILABLE = 'UNAVAILABLE';
export const UNAVAILABLE_WORDS =
  'Our database gives no answer just now. Ask again in a moment, with the same requestId: nothing is done twice.';

/**
 * What an outsider sees of an error. Refusals and mistakes in the document are told; everything else is
 * logged, and answered with no more than the id under which we find it.
 */
export function maskError(
  error: unknown,
  { log, requestId }: { log: Logger; requestId: string },
  formatted: GraphQLFormattedError = error instanceof GraphQLError ? error.toJSON() : { message: '' },
): GraphQLFormattedError {
  const cause = rootCause(error);
  const { path, locations } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (cause instanceof Refusal) {
    return { message: cause.message, ...place, extensions: { code: cause.code, ...whatOf(cause) } };
  }
  if (cause instanceof GraphQLError) {
    // The HTTP door keeps its status among the extensions; nobody outside needs it.
    const { http: _http, ...extensions } = formatted.extensions ?? {};
    return { ...formatted, extensions: { code: codeOfMistake(cause), ...extensions } };
  }
  if (UNREADABLE_VALUE.has((cause as { code?: string } | null)?.code ?? '')) {
    return {
      message: 'We cannot read one of these values.',
      ...place,
      extensions: { code: 'INVALID_INPUT' },
    };
  }
  if ((cause as { code?: string } | null)?.code === DISK_FULL) {
    log.error({ err: cause, requestId, path }, 'the disk of the database is full');
    return {
      message: 'Our disk is full, so this could not be saved. Nothing was changed. Try again in a while.',
      ...place,
      extensions: { code: 'STORAGE_FULL', logId: requestId },
    };
  }
  if (isNoAnswer(cause)) {
    log.warn({ err: cause, requestId, path }, 'the database gave no answer');
    return { message: UNAVAILABLE_WORDS, ...place, extensions: { code: UNAVAILABLE, logId: requestId } };
  }
  log.error({ err: cause, requestId, path }, 'an operation failed');
  return {
    message: 'Something broke on our side. Try again in a moment.',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', logId: requestId },
  };
}

/** Whether a masked error tells of a fault of ours, and not of what was asked. */
export function isFault({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): boolean {
  return FAULTS.has(extensions?.['code']);
}

const FAULTS: ReadonlySet<unknown> = new Set(['INTERNAL_SERVER_ERROR', UNAVAILABLE]);

/** Whether an answer holds nothing but the news that the database gave none: over HTTP that is status 503. */
export function isUnavailable(
  data: Record<string, unknown> | null | undefined,
  errors: readonly GraphQLFormattedError[] | undefined,
): boolean {
  const isSaid = errors?.some(({ extensions }) => extensions?.['code'] === UNAVAILABLE) ?? false;
  return isSaid && Object.values(data ?? {}).every((value) => value === null);
}

/** Which value cannot be taken, and why: the same words as in the data of a mutation. */
function whatOf(refusal: Refusal): object {
  if (!(refusal instanceof InvalidInput)) return {};
  const { field, reason, limit } = refusal;
  return { field, reason, ...(limit !== null && { limit }) };
}

/** The codes that the HTTP server gives to mistakes in a document, for the socket, where nobody gives them. */
function codeOfMistake({ message, path, nodes }: GraphQLError): string {
  if (message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  if (/^Unable to identify operation|^Unknown operation named|^Must provide operation/.test(message)) {
    return 'OPERATION_RESOLUTION_FAILURE';
  }
  const isOfVariable = message.startsWith('Variable "$') && nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
  return path || isOfVariable ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
}

function rootCause(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
