import type { MonthSumFragment } from '#web/gql/graphql.ts';

/** Months from the first to the last with something finished, also those with nothing between; the last 18 at most. */
export function everyMonth(sums: readonly MonthSumFragment[], language: string) {
  const [first, last] = [sums[0]?.month, sums.at(-1)?.month];
  if (!first || !last) return [];
  const hours = new Map(sums.map((sum) => [sum.month, sum.hours]));
  const months: { key: string; label: string; value: number }[] = [];
  const name = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'short', year: 'numeric' });
  for (
    let at = new Date(`${first}-01T00:00:00Z`);
    ;
    at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1))
  ) {
    const key = at.toISOString().slice(0, 7);
    if (key > last) break;
    months.push({ key, label: name.format(at), value: hours.get(key) ?? 0 });
  }
  return months.slice(-18);
}
