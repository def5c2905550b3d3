/** What a payload without errors holds; its fields are null only in one that refuses. */
export function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The answer lacks what it should hold.');
  return value;
}
