/**
 * How PostgreSQL says that it cannot carry out anything just now (manual, appendix A): connections that broke (08…) or
 * are refused, as where our role was given another password (28…), a server that starts or stops (57P0…), too many of
 * them, a lock or a statement that took too long, a transaction that was idle.
 */
const STATES = /^(08...|28...|57P0[1-4]|53300|55P03|57014|25P0[34])$/;

/** How the operating system says that nobody is there. */
const SYSTEM = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EHOSTDOWN'],
  ...['ENETUNREACH', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** How `pg` says it, which has no codes. */
const WORDS =
  /^(Connection terminated|timeout (expired|exceeded)|Query read timeout|Client (has encountered a connection error|was closed)|Cannot use a pool after)/;

const MOST_CAUSES = 8;

/** Whether an error says that the database gives no answer, so that asking again in a while is the thing to do. */
export function isNoAnswer(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > MOST_CAUSES) return false;
  const { code, syscall, message, cause, originalError, errors } = error as Record<string, unknown>;
  if (typeof code === 'string') {
    if (STATES.test(code) || SYSTEM.has(code)) return true;
    // The socket of our own PostgreSQL, which is not there while it starts again.
    if (code === 'ENOENT' && syscall === 'connect') return true;
  }
  if (error instanceof NoAnswer || (typeof message === 'string' && WORDS.test(message))) return true;
  const within = [cause, originalError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return within.some((each) => isNoAnswer(each, depth + 1));
}

/** Whoever waits gives up, before the database was even asked. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** When to ask again (s), for who is told that there is no answer. */
export const RETRY_AFTER_SECONDS = 5;
