/**
 * Where to go after joining or signing in: the `next` of the address if it is a path of this site, else
 * `fallback`. Refuses everything that a browser could read as another host: `//host`, `/\host`, a scheme,
 * control characters (browsers drop them before they parse).
 */
export function nextPath(next: string | null, fallback: string): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\u0000-\u001f\u007f\\]/.test(next)) return fallback;
  try {
    const here = 'https://here.invalid';
    const url = new URL(next, here);
    // `/..//host` resolves to `//host`, which is another host again.
    return url.origin === here && !url.pathname.startsWith('//')
      ? url.pathname + url.search + url.hash
      : fallback;
  } catch {
    return fallback;
  }
}
