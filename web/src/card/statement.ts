/** Where one agrees to the code of conduct, takes the card that asked for it, and goes on to `next`. */
export function statementFor(cardId: string, next: string): string {
  return `/conduct?claim=${encodeURIComponent(cardId)}&next=${encodeURIComponent(next)}`;
}
