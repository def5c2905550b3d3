import { keep, readKept } from '#web/browser/storage.ts';
import { secretInFragment } from '#web/frame/link-secret.ts';

const KEY = 'ask-token';

/**
 * The secret of the link: from the fragment, or as this tab remembers it from before joining. It is kept for this tab
 * alone, until the board is led.
 */
export function readToken(): string | null {
  const fragment = secretInFragment(location.hash);
  if (fragment) keep(KEY, fragment, 'tab');
  return fragment || readKept(KEY, 'tab');
}

export function forgetToken(): void {
  keep(KEY, null, 'tab');
}
