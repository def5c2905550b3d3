/** Whether two values say the same in other spaces: the server takes those around a text away, and empty lines. */
export function sayAlike(_field: string, one: unknown, other: unknown): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, each: unknown) => {
    if (Array.isArray(each)) return each.filter((item) => item !== '');
    return typeof each === 'string' ? each.normalize('NFC').replace(/\s+/g, ' ').trim() : each;
  });
}
