import type { ErrorWordsFragment } from '#web/gql/graphql.ts';
import type { WorkDraft } from '../board.svelte.ts';

/** A hand-in as it is typed: the note, and one address to a line. */
export interface WorkText {
  note: string;
  links: string;
}

export function workText(draft: Pick<WorkDraft, 'note' | 'links'> | null): WorkText {
  return { note: draft?.note ?? '', links: (draft?.links ?? []).map(({ url }) => url).join('\n') };
}

export function linksOf(text: string): { url: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ url: /^[a-z]+:/i.test(line) ? line : `https://${line}` }));
}

/** As the API takes it. */
export function workOf({ note, links }: WorkText): { note: string; links: { url: string }[] } {
  return { note, links: linksOf(links) };
}

export function newerDraft(here: WorkDraft | null | undefined, there: WorkDraft | null): WorkDraft | null {
  return here && (!there || here.savedAt >= there.savedAt) ? here : there;
}

/** The draft as a refusal tells it, because another device of the person changed it; null for any other refusal. */
export function staleDraft(
  errors: readonly ErrorWordsFragment[],
  known: WorkDraft | null,
  savedAt: string,
): WorkDraft | null {
  const refused = errors.find((error) => error.__typename === 'StaleFields');
  if (refused?.__typename !== 'StaleFields') return null;
  const told: Record<string, unknown> = Object.fromEntries(
    refused.stale.map(({ field, now }) => [field, JSON.parse(now)]),
  );
  const links = Array.isArray(told['links']) ? (told['links'] as { url: string }[]) : null;
  return {
    note: typeof told['note'] === 'string' ? told['note'] : (known?.note ?? ''),
    links: links?.map(({ url }) => ({ label: url, url })) ?? known?.links ?? [],
    savedAt,
  };
}
