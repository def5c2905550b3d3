/** When a card is due; null for never, or while T-0 is not known. */
export function dueMoment(
  { dueAt, dueOffsetHours }: { dueAt: Date | null; dueOffsetHours: number | null },
  startsAt: Date | null,
): Date | null {
  if (dueAt) return dueAt;
  if (dueOffsetHours === null || startsAt === null) return null;
  return new Date(startsAt.getTime() + dueOffsetHours * 3_600_000);
}
