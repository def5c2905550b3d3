/** What the log keeps of an error. */
export interface ErrorInLog {
  type: string;
  message: string;
  /** Where it happened: file and line of each call, without the message. */
  stack: string[];
  code?: string;
  /** Of the database: which rule was broken. */
  constraint?: string;
  table?: string;
  column?: string;
  cause?: ErrorInLog;
}

/** Codes of PostgreSQL have five characters (`23505`), and its words repeat the values. */
const SQLSTATE = /^[0-9A-Z]{5}$/;
const MOST_CAUSES = 4;
const MOST_CALLS = 12;
const MOST_CHARACTERS = 300;

/**
 * An error as the log may keep it: kind, code, place, and its words without what somebody may have typed. Libraries
 * hang the statement, its values, a request or an answer on their errors; none of that is taken along.
 */
export function errorInLog(error: unknown, depth = 0): ErrorInLog {
  if (!isErrorLike(error)) return { type: typeof error, message: '', stack: [] };
  const { code, constraint, table, column, cause = firstOf(error) } = error;
  const isOfDatabase = typeof code === 'string' && SQLSTATE.test(code);
  return {
    type: typeof error.name === 'string' ? error.name : 'Error',
    message: isOfDatabase
      ? 'the database refused a statement'
      : withoutValues(error.message || 'without words'),
    stack: callsOf(error),
    ...(typeof code === 'string' && { code: code.slice(0, 40) }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof table === 'string' && { table }),
    ...(typeof column === 'string' && { column }),
    ...(isErrorLike(cause) && depth < MOST_CAUSES && { cause: errorInLog(cause, depth + 1) }),
  };
}

/** Libraries also hand on copies of an error, as plain objects, in which `instanceof` sees none. */
type ErrorLike = { message: string } & Record<
  'name' | 'stack' | 'code' | 'constraint' | 'table' | 'column' | 'cause' | 'errors',
  unknown
>;

function isErrorLike(error: unknown): error is ErrorLike {
  return (
    typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
  );
}

/** Several errors together have no words of their own: a host of two addresses that both refuse, say. */
function firstOf({ errors }: ErrorLike): unknown {
  return Array.isArray(errors) ? errors[0] : undefined;
}

/** Words without mail addresses, network addresses, whatever stands in quotes or an address, and long secrets. */
export function withoutValues(words: string): string {
  return words
    .slice(0, 4 * MOST_CHARACTERS)
    .replace(/"[^"]*"|“[^”]*”|`[^`]*`|(?<!\w)'[^']*'/g, '"…"')
    .replace(/\b[a-z][a-z+.-]*:\/\/\S+/gi, '[address]')
    .replace(/[^\s<>()]+@[^\s<>()]+/g, '[address]')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, '[ip]')
    .replace(/(?<![\w:])[0-9a-f]{0,4}(:[0-9a-f]{0,4}){3,7}(?![\w:])/gi, '[ip]')
    .replace(/[\w-]{20,}/g, (word) => (/^[a-z]+$/i.test(word) ? word : '[secret]'))
    .slice(0, MOST_CHARACTERS);
}

/** The stack begins with name and message, which may have many lines. */
function callsOf({ stack }: ErrorLike): string[] {
  return (typeof stack === 'string' ? stack : '')
    .split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .slice(0, MOST_CALLS)
    .map((line) => line.trim());
}
