import { COLLECT_SECONDS } from '../../platform/config/config.ts';
import type { NotificationKind } from './notification.entity.ts';
import { isQuiet, quietEnd, type QuietHours } from './quiet-hours.ts';

/** Messages to one person in any 24 hours, over all channels. */
export const MOST_A_DAY = 3;
const DAY_MS = 24 * 3_600_000;
/** Something a person does not know yet. */
export interface Untold {
  id: string;
  kind: NotificationKind;
  at: Date;
}

/** All that decides whether and how somebody is told something outside of the app. */
export interface DeliveryState {
  /** Whether they want e-mail and have a confirmed address. */
  email: boolean;
  /** Whether they want push messages and a device takes them. */
  push: boolean;
  /** `none`: told as things happen. `later`: all waits for the digest. `due`: it is its time. */
  digest: 'none' | 'later' | 'due';
  muted: readonly NotificationKind[];
  quiet: QuietHours;
  /** Moments of messages that left within the last day; of those on their way, now. */
  sent: readonly Date[];
  /** Neither read in the app nor taken along by a message, oldest first. */
  untold: readonly Untold[];
  /** How long the first of them waits for the others. */
  collectSeconds?: number;
}

export type Decision =
  | { do: 'nothing' }
  /** Look again then, not before. */
  | { do: 'wait'; until: Date }
  /** One message with all of it. */
  | { do: 'send'; channel: 'EMAIL' | 'PUSH' | 'DIGEST'; notices: string[] };

/**
 * Whether somebody gets a message now. Everything they were not told yet goes into one message, by one channel:
 * to their devices where there is one, by e-mail else. Never more than three in any 24 hours, never in their
 * quiet hours; what has to wait is in the next message. What they have read by then, and muted kinds, are not.
 */
export function decideDelivery(state: DeliveryState, now: Date): Decision {
  if (state.digest === 'later') return { do: 'nothing' };
  const untold = state.untold.filter(({ kind }) => !state.muted.includes(kind));
  const channel = channelOf(state);
  if (channel === null || (untold.length === 0 && channel !== 'DIGEST')) return { do: 'nothing' };
  const collected = channel === 'DIGEST' ? now : collectedAt(untold, state.collectSeconds);
  const opens = latest(now, collected, windowOpens(state.sent, now));
  if (opens > now)
    return { do: 'wait', until: isQuiet(state.quiet, opens) ? quietEnd(state.quiet, opens) : opens };
  if (isQuiet(state.quiet, now)) return { do: 'wait', until: quietEnd(state.quiet, now) };
  return { do: 'send', channel, notices: untold.map(({ id }) => id) };
}

/** When what came first has waited for what came with it. */
function collectedAt(untold: readonly Untold[], collectSeconds = COLLECT_SECONDS): Date {
  const first = Math.min(...untold.map(({ at }) => at.getTime()));
  return new Date(first + collectSeconds * 1000);
}

const latest = (...moments: Date[]) => new Date(Math.max(...moments.map((at) => at.getTime())));

function channelOf({ digest, email, push }: DeliveryState): 'EMAIL' | 'PUSH' | 'DIGEST' | null {
  if (digest === 'due') return email ? 'DIGEST' : null;
  return push ? 'PUSH' : email ? 'EMAIL' : null;
}

/** The first moment, not before now, at which fewer than three lie in the 24 hours before it. */
function windowOpens(sent: readonly Date[], now: Date): Date {
  const times = sent
    .map((at) => at.getTime())
    .filter((at) => at > now.getTime() - DAY_MS)
    .sort((one, other) => other - one);
  const third = times[MOST_A_DAY - 1];
  return third === undefined ? now : new Date(third + DAY_MS);
}
