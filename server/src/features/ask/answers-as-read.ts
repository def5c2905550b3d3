import { requireAsRead } from '../../platform/input/as-read.ts';
import type { AskAnswers, Asset } from './ask-answers.ts';
import type { AnswersChange, AskAnswersInput } from './take-answers.ts';

/** What whoever writes had read, in the answers that they change. What is left out is not compared. */
export interface AskAsRead extends AskAnswersInput {
  hasContact?: boolean | null;
}

/**
 * Refuses a change of answers that somebody else with the same link changed since they were read. Of the assets
 * each is an answer of its own. A sealed contact cannot be compared: only whether there was one.
 */
export function requireAnswersAsRead(
  { assets, hasContact, ...said }: AskAsRead,
  now: { answers: AskAnswers; hasContact: boolean },
  wanted: AnswersChange & { contact?: string | null | undefined },
): void {
  const named = Object.keys(wanted.assets ?? {}) as Asset[];
  const list = (has: (asset: Asset) => boolean | null | undefined) =>
    named.map((asset) => ({ asset, has: has(asset) ?? null }));
  const answers = Object.fromEntries(
    Object.keys(said).map((field) => [field, now.answers[field as keyof AskAnswers] ?? null]),
  );
  requireAsRead(
    {
      ...Object.fromEntries(Object.entries(said).map(([field, value]) => [field, asKept(value)])),
      ...(assets && { assets: list((asset) => assets.find((other) => other.asset === asset)?.has) }),
      hasContact: hasContact ?? undefined,
    },
    { ...answers, assets: list((asset) => now.answers.assets?.[asset]), hasContact: now.hasContact },
    {
      ...wanted,
      assets: wanted.assets && list((asset) => wanted.assets?.[asset]),
      // A new contact is never the one that is kept.
      hasContact: wanted.contact === undefined ? undefined : wanted.contact !== null && 'new',
    },
  );
}

/** Nothing said is kept as nothing. */
function asKept(value: unknown): unknown {
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}
