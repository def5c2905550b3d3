import { keepAwake } from '#web/browser/screen-lock.ts';
import { keep, readKept } from '#web/browser/storage.ts';

/** Milliseconds. */
const TICK = 60_000;
const LOOK_FOR_VERSION_EVERY = 10 * 60_000;
/** A busy strike has no quiet moment. */
const QUIET_AT_LATEST = 30 * 60_000;
/** A new version that a reload did not bring, as while servers are replaced one by one, is tried again after this. */
const SAME_VERSION_AGAIN = 6 * 3_600_000;
const LAST_RELOAD = 'wall-reload';

export interface Keeping {
  /** The version of this page, and where the server tells its own. */
  version: string;
  versionAddress: string;
  /** Whether nothing moves that a reload would hide. */
  quiet(): boolean;
  reload?: () => void;
}

/** Keeps the screen awake and the page of this week's version. Returns the end. */
export function keepWall(keeping: Keeping): () => void {
  let lock: WakeLockSentinel | undefined;
  let lookedAt = Date.now();
  let newer: { version: string; since: number } | undefined;
  let stopped = false;

  const stayAwake = async () => {
    if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    // Without it the screen's own settings decide.
    lock = await keepAwake();
    if (stopped) void lock?.release();
  };

  const tick = async () => {
    void stayAwake();
    if (Math.abs(Date.now() - lookedAt) >= LOOK_FOR_VERSION_EVERY) {
      lookedAt = Date.now();
      const version = await versionAt(keeping.versionAddress);
      if (!version || version === keeping.version) newer = undefined;
      else if (newer?.version !== version) newer = { version, since: Date.now() };
    }
    if (!newer || stopped) return;
    if (!keeping.quiet() && Math.abs(Date.now() - newer.since) < QUIET_AT_LATEST) return;
    await reloadFor(newer.version, keeping.reload ?? (() => location.reload()));
  };

  void stayAwake();
  const timer = setInterval(() => void tick(), TICK);
  document.addEventListener('visibilitychange', stayAwake);
  return () => {
    stopped = true;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', stayAwake);
    void lock?.release();
  };
}

async function versionAt(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(address, { cache: 'no-store' });
    const { version } = (await answer.json()) as { version?: unknown };
    return answer.ok && typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}

/** Once for each version, and only while the page can be had: a screen at the browser's own error page is dead. */
async function reloadFor(version: string, reload: () => void): Promise<void> {
  try {
    const last = JSON.parse(readKept(LAST_RELOAD, 'tab') ?? '{}') as { version?: string; at?: number };
    const again = Math.abs(Date.now() - (last.at ?? 0)) >= SAME_VERSION_AGAIN;
    if (last.version === version && !again) return;
    const answer = await fetch(location.pathname + location.search, { cache: 'no-store' });
    if (!answer.ok) return;
    // Where nothing may be remembered a loop could not be told from a deploy.
    if (!keep(LAST_RELOAD, JSON.stringify({ version, at: Date.now() }), 'tab')) return;
  } catch {
    // No connection.
    return;
  }
  reload();
}
