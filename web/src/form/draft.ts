import { keep, readKept } from '#web/browser/storage.ts';

/**
 * Words of more than a line that a person has not sent yet, kept in this browser. Never sent by itself, and
 * forgotten when sent. `key` names the field and what it belongs to, e.g. `campaign-words:abc`.
 */
export function keepDraft(key: string, words: unknown): void {
  // Where it is full or forbidden (private mode) the words are still on the screen.
  keep(`draft:${key}`, JSON.stringify(words));
}

/** The draft kept under `key`, or null. The caller checks its shape: an older page may have written it. */
export function readDraft(key: string): unknown {
  try {
    return JSON.parse(readKept(`draft:${key}`) ?? 'null');
  } catch {
    return null;
  }
}

export function forgetDraft(key: string): void {
  keep(`draft:${key}`, null);
}

/** Hears what another tab of this browser makes of the draft, null when it is gone, until the function is called. */
export function followDraft(key: string, heard: (draft: unknown) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === `draft:${key}`) heard(readDraft(key));
  };
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}
