import { guardFormulas } from '../../platform/input/formula.ts';

/**
 * One line of CSV (RFC 4180). A text that a spreadsheet would take for a formula, in whatever language it runs, gets an
 * apostrophe before it.
 */
export function csvLine(values: readonly (string | number | Date | null | undefined)[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: string | number | Date | null | undefined): string {
  if (value == null) return '';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  const text = guardFormulas(value);
  return /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
