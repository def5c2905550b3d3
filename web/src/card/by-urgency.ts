/** Soonest due first, undated last; a stable sort keeps the rest as the server gave it. */
export function byUrgency<T extends { dueAt: string | null }>(cards: readonly T[]): T[] {
  const due = (card: T) => (card.dueAt ? Date.parse(card.dueAt) : Infinity);
  return cards.toSorted((a, b) => (due(a) === due(b) ? 0 : due(a) - due(b)));
}
