import { randomUUID } from 'node:crypto';

/**
 * A row id for what outsiders may hear of: cards and their steps, campaigns, boards, organizations, people. Unlike ids
 * that sort by time, which everything else has, it does not tell when the row was made.
 */
export function timelessId(): string {
  return randomUUID();
}
