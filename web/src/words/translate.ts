import { isolate } from './isolate.ts';

type Values = Readonly<Record<string, unknown>>;

/** The namespace of keys that name none. */
const usual = 'site';
const gap = /\{\{\s*(\w+)\s*(,\s*number\s*)?\}\}/g;

/**
 * Looks up texts as i18next does, in the part of it that the catalogues use: namespaces, paths, plurals by `count`,
 * gaps, a text for what is missing. The whole of it weighs 16 kB on every page; a test holds the two against each
 * other, text by text. `texts` may grow.
 */
export function createTranslate(
  language: string,
  texts: ReadonlyMap<string, unknown>,
): (key: string, values?: Values) => string {
  const plurals = new Intl.PluralRules(language);
  // A cheap phone takes its time to learn how numbers are written, and few texts hold one.
  let numbers: Intl.NumberFormat | undefined;
  const write = (number: number) => (numbers ??= new Intl.NumberFormat(language)).format(number);
  return (key, values = {}) => {
    const [namespace, path] = key.includes(':') ? splitAt(key, ':') : [usual, key];
    const { count, defaultValue } = values;
    const text =
      (typeof count === 'number' && pluralOf(texts.get(namespace), path, count, plurals)) ||
      (textAt(texts.get(namespace), path) ?? defaultValue);
    return typeof text === 'string' ? fill(text, values, write) : path;
  };
}

function pluralOf(
  texts: unknown,
  path: string,
  count: number,
  plurals: Intl.PluralRules,
): string | undefined {
  const none = count === 0 ? textAt(texts, `${path}_zero`) : undefined;
  return none ?? textAt(texts, `${path}_${plurals.select(count)}`);
}

function textAt(texts: unknown, path: string): string | undefined {
  let found = texts;
  for (const part of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Values)[part];
  }
  return typeof found === 'string' ? found : undefined;
}

/** Svelte escapes what it prints; here only the direction of what people wrote is held apart. */
function fill(text: string, values: Values, write: (number: number) => string): string {
  return text.replace(gap, (whole, name: string, asNumber: string | undefined) => {
    if (!Object.hasOwn(values, name)) return whole;
    const value = values[name];
    return asNumber ? write(Number(value)) : isolate(String(value ?? ''));
  });
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
}
