import { isDeepStrictEqual } from 'node:util';
import { StaleFields } from '../refusal/refusal.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Holds a change against what its writer read. `asRead` names fields with the values they had then, `now` has what
 * they are in the row that this transaction has locked, `wanted` what they shall be, checked. Refuses with all fields
 * that somebody else changed meanwhile, each with what it says now. A later change of another field is no clash, and
 * none of the same field to the same words. What is not in `asRead` is not compared.
 *
 * The value itself is the version of a field: it needs no counter that every way of writing has to remember, and a
 * form that was left open for days knows what it began from.
 */
export function requireAsRead(asRead: Fields | null | undefined, now: Fields, wanted: Fields): void {
  const stale = Object.entries(asRead ?? {})
    .filter(([field, value]) => value !== undefined && wanted[field] !== undefined && field in now)
    .filter(([field, value]) => !isSame(now[field], value) && !isSame(now[field], wanted[field]))
    .map(([field]) => ({ field, now: JSON.stringify(now[field] ?? null) }));
  if (stale.length > 0) throw new StaleFields(stale);
}

/** By what it says: input objects, rows of the database and moments are compared as they go over the wire. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
