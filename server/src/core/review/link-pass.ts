import { timingSafeEqual } from 'node:crypto';
import type { Services } from '../../platform/services.ts';

/** How long a page that was opened by a link can load its files; opened again, it gets a new pass (ms). */
const PASS_MS = 12 * 3_600_000;
const PURPOSE = 'files of an approval link';

/**
 * What stands in the addresses of files for whoever opened an approval link. A picture is fetched, and the token of the
 * link is never in what is fetched; a pass reads only, says which link it came from, and is worth nothing without it.
 */
export function writePass({ vault }: Pick<Services, 'vault'>, linkId: string, now = Date.now()): string {
  const said = `${linkId}.${now + PASS_MS}`;
  return `${said}.${vault.keyedHash(said, PURPOSE).toString('base64url')}`;
}

/** The row id of the link behind a pass; null for one that is none, or has run out. */
export function readPass({ vault }: Pick<Services, 'vault'>, pass: string, now = Date.now()): string | null {
  const [linkId = '', until = '', seal = ''] = pass.split('.');
  const right = vault.keyedHash(`${linkId}.${until}`, PURPOSE);
  const given = Buffer.from(seal, 'base64url');
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return Number(until) > now ? linkId : null;
}
