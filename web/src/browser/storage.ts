/** This browser's own memory, or that of one tab: `localStorage` and `sessionStorage`. */
type Memory = 'browser' | 'tab';

/**
 * What was kept under a key. Null where nothing was, and where the browser lets nobody look: reading it may throw,
 * be missing, or be null, by the person's settings.
 */
export function readKept(key: string, memory: Memory = 'browser'): string | null {
  try {
    return memoryOf(memory).getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text under a key; null takes it away. Returns whether the browser did: it may be full or forbidden. */
export function keep(key: string, text: string | null, memory: Memory = 'browser'): boolean {
  try {
    if (text === null) memoryOf(memory).removeItem(key);
    else memoryOf(memory).setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function memoryOf(memory: Memory): Storage {
  return memory === 'browser' ? localStorage : sessionStorage;
}
