import { createHash } from 'crypto';

/** Between the mark and the id; no text that was checked holds one. */
export const BETWEEN = '\u0000';
export const MARKED = new RegExp(`^([\\w-]{22})${BETWEEN}(.*)$`, 's');
/** As text, the same whatever the order of its fields; what is left out is as what is null nowhere. */
export function canonical(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${fields
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
    .join(',')}}`;
}

/**
 * The id of a request with the mark of what it was made for: the mutation and its input. Two requests of the same id
 * are the same one only if their marks are equal.
 */
export function markRequest(requestId: string, mutation: string, input: object): string {
  const text = `${mutation} ${canonical({ ...input, requestId: null })}`;
  return `${createHash('sha256').update(text).digest('base64url').slice(0, 22)}${BETWEEN}${requestId}`;
}

/** The mark and the id; without a mark for who names only the id. */
export function readMark(marked: string | null | undefined): { mark: string | null; id: string | null } {
  const [, mark, id] = MARKED.exec(marked ?? '') ?? [];
  return mark === undefined ? { mark: null, id: marked ?? null } : { mark, id: id ?? '' };
}
