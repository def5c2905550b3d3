import { keep, readKept } from '#web/browser/storage.ts';
import { secretInFragment } from '#web/frame/link-secret.ts';

const KEY = 'role-token';

/**
 * The secret of an invite link: from the fragment, or as this tab remembers it from before joining. It is kept for this
 * tab alone, until the role is taken: the way to joining and back carries none.
 */
export function readRoleToken(): string | null {
  const fragment = secretInFragment(location.hash);
  if (fragment) keep(KEY, fragment, 'tab');
  return fragment || readKept(KEY, 'tab');
}

export function forgetRoleToken(): void {
  keep(KEY, null, 'tab');
}
