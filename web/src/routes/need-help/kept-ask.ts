import { forgetDraft, keepDraft, readDraft } from '#web/form/draft.ts';
import type { Read } from './meet-answers.ts';
import type { Typed } from './typed.ts';

/** What this browser keeps: which ask, and the answers that have not reached the server yet. */
export interface Kept {
  token: string | null;
  typed: Partial<Typed>;
  /** The same answers as they were when they began to be changed. */
  asRead?: Partial<Read>;
  /** What was sent, perhaps without an answer. */
  sent?: unknown;
}

export const KEY = 'ask';
/** Where answers that did not arrive wait while the browser is busy with another ask. The beginning opens nothing. */
export const asideKey = (token: string | null) => `ask:${token?.slice(0, 8) ?? 'new'}`;

/**
 * What this browser keeps of the ask `token`, which it opens now. What it keeps of another one is laid aside until
 * that one is opened again: opening a link loses nobody's words.
 */
export function takeKept(token: string | null): Kept | null {
  const kept = readKept();
  if (kept && kept.token === token) return kept;
  if (kept && Object.keys(kept.typed).length > 0) keepDraft(asideKey(kept.token), kept);
  const aside = readKept(asideKey(token));
  return aside?.token === token ? aside : null;
}

export function readKept(key = KEY): Kept | null {
  const kept = readDraft(key);
  if (typeof kept !== 'object' || kept === null) return null;
  const { token, typed, asRead, sent } = kept as Record<string, unknown>;
  if (typeof typed !== 'object' || typed === null) return null;
  return {
    token: typeof token === 'string' ? token : null,
    typed,
    ...(typeof asRead === 'object' && asRead !== null && { asRead }),
    sent,
  };
}

/** The ask of this browser: its token, or '' for one that never reached the server; null for none. */
export function keptAsk(): string | null {
  const kept = readKept();
  if (!kept?.token && Object.keys(kept?.typed ?? {}).length === 0) return null;
  return kept?.token ?? '';
}

/** The keys of what one tab keeps, so that it takes away its own alone. */
export interface KeptHere {
  typed: readonly string[];
  asRead: readonly string[];
}

/**
 * Keeps what was typed in this tab, `before` being what it kept so far, beside what another tab of this browser keeps
 * of the same ask: neither loses the other's words. Returns what this tab keeps now.
 */
export function keepBeside(kept: Kept, before: KeptHere, { isSent }: { isSent: boolean }): KeptHere {
  const there = kept.token === null ? null : readKept();
  const others = there?.token === kept.token ? there : null;
  const typed = { ...without(others?.typed, before.typed), ...kept.typed };
  const asRead = { ...without(others?.asRead, before.asRead), ...kept.asRead };
  if (isSent && Object.keys(typed).length === 0) forgetDraft(KEY);
  else keepDraft(KEY, { ...kept, typed, asRead } satisfies Kept);
  return { typed: Object.keys(kept.typed), asRead: Object.keys(kept.asRead ?? {}) };
}

function without(words: object | undefined, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(words ?? {}).filter(([key]) => !keys.includes(key)));
}
