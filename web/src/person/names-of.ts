import type { Translate } from '#web/words/words.ts';
import { personName, personNameFirst } from './person-name.ts';

interface Named {
  readonly id: string;
  readonly handle: string;
  readonly hasLeft?: boolean | undefined;
}

interface Held {
  readonly holder?: Named | null | undefined;
  readonly partner?: Named | null | undefined;
}

/** Who holds a card, handed it in or finished it: one, or two together. */
export function handsOf({ holder, partner }: Held): Named[] {
  return [holder, partner].filter((person) => person != null);
}

/** Who holds it with the viewer; null where nobody does. */
export function otherOf(card: Held, viewerId: string | undefined): Named | null {
  return handsOf(card).find(({ id }) => id !== viewerId) ?? null;
}

/** Their names as one: "ana", "ana and ben". */
export function namesOf(t: Translate, language: string, card: Held): string {
  return inOneList(
    language,
    handsOf(card).map((person) => personName(t, person)),
  );
}

/** The same where a sentence or a line begins with it. */
export function namesOfFirst(t: Translate, language: string, card: Held): string {
  return inOneList(
    language,
    handsOf(card).map((person, place) => (place === 0 ? personNameFirst(t, person) : personName(t, person))),
  );
}

/** In the grammar of the language: Spanish says "ana e inés". */
function inOneList(language: string, names: string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
