import { InvalidInput } from '../refusal.ts';

export interface TextRules {
  /** Name of the input field, for the refusal. */
  field: string;
  /** Characters (Unicode code points) at most, after trimming. */
  max: number;
  /** Whether nothing at all is fine; then '' is returned. */
  optional?: boolean;
  /** Whether line breaks and tabs are fine. */
  multiline?: boolean;
}

// Controls, NUL, lone surrogates, and the invisible marks that reorder text to deceive.
const FORBIDDEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** All that Unicode takes for one; only \n is kept. */
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Spaces and marks of no width alone are no text; a control character is, and is refused as such. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** Takes what a person typed; returns it trimmed and in NFC. Refuses empty, over-long and control characters. */
export function plainText(value: string | null | undefined, rules: TextRules): string {
  const text = (value ?? '').replace(LINE_BREAKS, '\n').normalize('NFC').trim();
  if (!VISIBLE.test(text)) {
    if (rules.optional) return '';
    throw new InvalidInput(rules.field, 'EMPTY', 'Write something here.');
  }
  const visible = rules.multiline ? text.replace(/[\n\t]/g, '') : text;
  if (FORBIDDEN.test(visible)) {
    throw new InvalidInput(
      rules.field,
      'CONTROL_CHARACTERS',
      'There are invisible control characters in this text. Type it again.',
    );
  }
  if ([...text].length > rules.max) {
    throw new InvalidInput(rules.field, 'TOO_LONG', `Keep it to ${rules.max} characters.`, {
      limit: rules.max,
    });
  }
  return text;
}

/** Like plainText, with null for nothing. */
export function textOrNull(value: string | null | undefined, rules: TextRules): string | null {
  return plainText(value, { ...rules, optional: true }) || null;
}

/** A list of short texts; empty ones are dropped. Refuses more than `maxItems`. */
export function textList(
  values: string[] | null | undefined,
  rules: TextRules & { maxItems: number },
): string[] {
  const texts = (values ?? []).map((value) => plainText(value, { ...rules, optional: true })).filter(Boolean);
  if (texts.length > rules.maxItems) {
    throw new InvalidInput(rules.field, 'TOO_MANY', `Keep it to ${rules.maxItems}.`, {
      limit: rules.maxItems,
    });
  }
  return texts;
}

/** Language tags (BCP 47) in canonical form, without doubles, such as `en` or `es-MX`. */
export function languageTags(values: string[] | null | undefined, field: string): string[] {
  const tags = textList(values, { field, max: 35, maxItems: 12 });
  try {
    return [...new Set(Intl.getCanonicalLocales(tags))];
  } catch {
    throw new InvalidInput(field, 'UNKNOWN', 'We do not know one of these languages.');
  }
}

/** A finite number from `min` to `max`. */
export function numberBetween(value: number, field: string, min: number, max: number): number {
  if (!Number.isFinite(value) || value < min || value > max) {
    throw new InvalidInput(field, 'OUT_OF_RANGE', `Choose a number from ${min} to ${max}.`, { limit: max });
  }
  return value;
}
