/** Calls `look` every so many milliseconds while the page is in sight, until the returned function is called. */
export function onVisible(every: number, look: () => void): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') look();
  }, every);
  return () => clearInterval(timer);
}
