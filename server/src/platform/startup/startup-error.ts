/**
 * A reason not to start that its reader can act on. The message is one whole sentence for a person;
 * `main.ts` prints it without a stack and exits with code 1.
 */
export class StartupError extends Error {
  override name = 'StartupError';
}

/** The `code` of a Node or PostgreSQL error (`EADDRINUSE`, `28P01`), or an empty text where there is none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
