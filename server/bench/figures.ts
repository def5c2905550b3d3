/** One line of the table. */
export interface Figure {
  what: string;
  value: number;
  unit: 'µs' | 'ms' | 'kB' | 'cores' | '×' | '/s' | 'points' | 'count' | '%';
  /** What it must not pass, or must reach; without one it is there to be read. */
  target?: { atMost: number } | { atLeast: number };
  /** Lowest and highest of the same figure over parts of the run, or what else tells how far to trust it. */
  spread?: string;
}

/** The value that a share `p` (0 to 1) of the samples does not pass, by nearest rank. */
export function quantile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is nothing to take a quantile of.');
  return value;
}

export const median = (samples: readonly number[]) => quantile(samples, 0.5);

const PARTS = 5;

/** How much a quantile differs between five parts of the run that follow each other. */
export function spreadOf(samples: readonly number[], p: number): string {
  const size = Math.ceil(samples.length / PARTS);
  const parts = Array.from({ length: PARTS }, (_, part) => samples.slice(part * size, (part + 1) * size))
    .filter((part) => part.length > 0)
    .map((part) => quantile(part, p));
  return rangeOf(parts);
}

export function rangeOf(values: readonly number[]): string {
  return `${written(Math.min(...values))} to ${written(Math.max(...values))}`;
}

/** A time as figures at the quantiles asked for, each with its target. */
export function timeFigures(
  what: string,
  samples: readonly number[],
  targets: Partial<Record<'p50' | 'p95' | 'p99', number | null>>,
): Figure[] {
  return Object.entries(targets).map(([name, atMost]) => {
    const p = Number(name.slice(1)) / 100;
    return {
      what: `${what}, ${name} of ${samples.length}`,
      value: quantile(samples, p),
      unit: 'ms',
      ...(atMost != null && { target: { atMost } }),
      spread: spreadOf(samples, p),
    };
  });
}

/** Whether a figure keeps its target; null without one. */
export function keeps({ value, target }: Figure): boolean | null {
  if (!target) return null;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

/** The table, as text. */
export function printTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${written(figure.value)} ${figure.unit === 'count' ? '' : figure.unit}`.trim(),
    targetWords(figure),
    { true: 'pass', false: 'MISS', null: '' }[String(keeps(figure))] ?? '',
    figure.spread ?? '',
  ]);
  const head = ['figure', 'value', 'target', '', 'spread'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function targetWords({ target }: Figure): string {
  if (!target) return '';
  return 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
}

function written(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
