/** Where a visitor joins and has this card at once; then the way goes on to `next`. */
export function joinToClaim(cardId: string, next: string): string {
  return `/join?claim=${encodeURIComponent(cardId)}&next=${encodeURIComponent(next)}`;
}

/** Where a visitor joins; then the way goes on to `next`. */
export function joinFirst(next: string): string {
  return `/join?next=${encodeURIComponent(next)}`;
}
