/** Where a visitor joins and has this card at once; then the way goes on to `next`. */
export function joinToClaim(cardId: string, next: string): string {
  return `/join?claim=${encodeURIComponent(cardId)}&next=${encodeURIComponent(next)}`;
}
