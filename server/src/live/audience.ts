import type { Reader } from '../person/viewer.ts';

/** How messages become what a subscription sends. Those who ask for the same thing share it. */
export interface Audience {
  /** Equal for those who ask for the same: operation, variables other than the cursor. */
  key: string;
  /** One execution for everybody who reads as `reader`. */
  render(message: object, reader: Reader): Promise<object>;
}

/** Messages as they are: for executors that run their own operation for each subscriber. */
export const asTheyAre: Audience = { key: '', render: async (message) => message };
