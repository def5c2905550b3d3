import { InvalidInput } from '../refusal/refusal.ts';

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

/** What is not text: controls, NUL, halves of characters. Looked for once everything below is what it means. */
const FORBIDDEN = /(?![\n\t])[\p{Cc}\p{Cs}]/u;
/**
 * Marks that turn the direction of what follows (they also hide what a text says), a byte order mark, notes between
 * the lines and the place of a picture that did not come along: pasted without being seen, and of no use, since every
 * text stands in an element of its own that finds its direction by itself.
 */
const UNSEEN = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFC]/g;
/** All that Unicode takes for a line break, and Word's soft one. */
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Every space but the ideographic one, whose width is meant. */
const SPACES = /(?!\u3000)\p{Zs}/gu;
/** Spaces and marks of no width alone are no text; a control character is, and is refused as such. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;
/** As much of a text as tells where in it something is. */
const EXCERPT = 24;

/**
 * Takes what a person typed or pasted; returns it trimmed, in NFC, with plain spaces and line breaks (in one line:
 * spaces) and without marks of direction. Refuses empty, over-long and control characters, and says after which words.
 */
export function plainText(value: string | null | undefined, rules: TextRules): string {
  const text = plainSpaces((value ?? '').replace(UNSEEN, ''), rules)
    .normalize('NFC')
    .trim();
  if (!VISIBLE.test(text)) {
    if (rules.optional) return '';
    throw new InvalidInput(rules.field, 'EMPTY', 'Write something here.');
  }
  const control = text.search(FORBIDDEN);
  if (control >= 0) {
    const before = text.slice(0, control).split('\n').at(-1)!;
    const about = [...before].slice(-EXCERPT).join('').trim();
    throw new InvalidInput(
      rules.field,
      'CONTROL_CHARACTERS',
      about
        ? `There is an invisible control character after “${about}”. Delete it, or type this line again.`
        : 'There is an invisible control character where a line begins. Delete it, or type this line again.',
      { about },
    );
  }
  if ([...text].length > rules.max) {
    throw new InvalidInput(rules.field, 'TOO_LONG', `Keep it to ${rules.max} characters.`, {
      limit: rules.max,
    });
  }
  return text;
}

function plainSpaces(text: string, { multiline }: TextRules): string {
  const lines = text.replace(LINE_BREAKS, '\n').replace(SPACES, ' ');
  return multiline ? lines : lines.replace(/[\n\t]+/g, ' ');
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

/** One language tag (BCP 47) in canonical form. Refuses what is none. */
export function languageTag(value: string, field: string): string {
  const [tag] = languageTags([value], field);
  if (!tag) throw new InvalidInput(field, 'EMPTY', 'Say which language.');
  return tag;
}

/** A finite number from `min` to `max`. */
export function numberBetween(value: number, field: string, min: number, max: number): number {
  if (!Number.isFinite(value) || value < min || value > max) {
    throw new InvalidInput(field, 'OUT_OF_RANGE', `Choose a number from ${min} to ${max}.`, { limit: max });
  }
  return value;
}
