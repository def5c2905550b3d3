/** Asks the screen to stay awake. Undefined where it may not: without https, on low battery, or by the browser's will. */
export async function keepAwake(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock?.request('screen');
  } catch {
    return undefined;
  }
}
