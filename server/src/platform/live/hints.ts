/**
 * What replicas tell each other after a commit. A hint carries no data and may be lost, doubled or late:
 * readers go to the log, and a slow poll covers what never arrived.
 */
export type Hint =
  /** The board's head is at least at this revision. */
  | { board: string; revision: number }
  /** The rights of this person may have changed: standing, role, or a session ended. */
  | { person: string }
  /** There is something new for this person to be told. */
  | { notify: string }
  /** What the coordinators' desk shows changed, beyond boards and people: asks, plans, invitations, deliveries. */
  | { desk: true };

export interface Hints {
  /** Call after the commit, never inside the transaction. Does not wait for delivery. */
  send(hint: Hint): void;
}
