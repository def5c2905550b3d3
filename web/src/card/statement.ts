/** Where one agrees to the code of conduct, takes the card that asked for it, and goes on to `next`. */
export function statementFor(cardId: string, next: string): string {
  return `/conduct?claim=${encodeURIComponent(cardId)}&next=${encodeURIComponent(next)}`;
}

/** The same for what is not to be taken by that at once. */
export function statementBefore(next: string): string {
  return `/conduct?next=${encodeURIComponent(next)}`;
}
