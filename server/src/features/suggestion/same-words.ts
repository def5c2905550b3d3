import { createHash } from 'node:crypto';

/** Case, spaces and marks make no other words; what is of marks alone is its own. Marks of a script stay. */
export function sameHashOf(text: string): Buffer {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return createHash('sha256')
    .update(plain || text)
    .digest();
}
