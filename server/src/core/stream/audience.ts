import type { Reader } from '../access/viewer.ts';
import type { SharedMessage } from '../../platform/live/shared-message.ts';

/** How messages become what a subscription sends. Those who ask for the same thing share it. */
export interface Audience {
  /** Equal for those who ask for the same: operation, variables other than the cursor. */
  key: string;
  /** One execution for everybody who reads as `reader`. */
  render(message: object, reader: Reader): Promise<SharedMessage>;
  /** Where it is slower than the log: it is told of what happened next after this, of all of it at once. */
  ready?(): Promise<void>;
}
