/**
 * Calls `back` when the page is seen and may have missed something: after sleep, a return to it, or a time without a
 * connection; and `lost` when the device says that it has none. Returns the end.
 */
export function watchDevice(on: { back(): void; lost?(): void }): () => void {
  const device = new AbortController();
  const { signal } = device;
  const look = () => {
    if (document.visibilityState === 'visible') on.back();
  };
  addEventListener('online', look, { signal });
  addEventListener('pageshow', look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  addEventListener('offline', () => on.lost?.(), { signal });
  return () => device.abort();
}
