import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Register } from '../metrics/metrics.ts';

/** Answers what lies below an address. */
export interface Door {
  /** Begins with a slash. */
  below: string;
  /** Takes from what one address may ask for in a minute. */
  isCounted?: boolean;
  /** Not for pages of another site. */
  isOwnOnly?: boolean;
  /** Pages of all sites read it, as nobody: their visitors' cookies are taken off. */
  isOpen?: boolean;
  /** Programs read it: faults are told in the form of the API. */
  isOfApi?: boolean;
  /** Says whether the path was its own; if not, the pages answer. */
  answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** What there is to count of it. */
  figures?: Register;
}
