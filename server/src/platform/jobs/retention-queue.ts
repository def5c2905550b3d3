/** Erases what is due to go, of whatever noun. */
export const RETENTION_QUEUE = 'retention';
export const RETENTION = {
  queue: RETENTION_QUEUE,
  retries: { retryLimit: 20, retryDelay: 60, retryBackoff: true },
} as const;
