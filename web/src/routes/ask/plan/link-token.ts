const KEY = 'ask-token';

/**
 * The secret of the link: from the fragment, or as this tab remembers it from before joining. It is kept for this tab
 * alone, until the board is led.
 */
export function readToken(): string | null {
  const fragment = location.hash.slice(1);
  try {
    if (fragment) sessionStorage.setItem(KEY, fragment);
    return fragment || sessionStorage.getItem(KEY);
  } catch {
    return fragment || null;
  }
}

export function forgetToken(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept where nothing may be kept.
  }
}
