/** What was done, for figures and tests. */
export interface SnapshotCounts {
  /** Answered with bytes that were there. */
  hits: number;
  /** Answered with bytes that were being made for another. */
  shared: number;
  made: number;
}
