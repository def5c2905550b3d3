import { isTooDeep } from '../../platform/http/json-body.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { tooMany, unreadable } from './source-board.ts';

/** Values, lists and fields in one file. A board of 5,000 cards with all that Trello says of each has a third. */
export const MOST_PARTS = 2_000_000;

/** Something of a JSON file that nobody vouches for: looked at with the functions below. */
export type JsonValue = unknown;
export type JsonObject = Readonly<Record<string, JsonValue>>;

/** Takes JSON of any size that may be sent, after a look that takes no memory at how deep and in how many parts it is. */
export function parseJson(text: string): JsonValue {
  if (isTooDeep(text))
    throw new InvalidInput(
      'source',
      'TOO_DEEP',
      'There are lists in lists in lists in it: no board looks like that.',
    );
  let parts = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === COMMA || sign === BRACE || sign === BRACKET) parts += 1;
  }
  if (parts > MOST_PARTS) throw tooMany('parts', MOST_PARTS);
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw unreadable('This is not whole: a JSON file breaks off, or was changed. Export it again.');
  }
}

const [COMMA, BRACE, BRACKET] = [0x2c, 0x7b, 0x5b];

export const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOf = (value: JsonValue): JsonObject => (isObject(value) ? value : {});

/** The objects of a list; none for what is no list. */
export const objectsOf = (value: JsonValue): JsonObject[] =>
  Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];

/** A text, or a number as one; empty for everything else. */
export const textOf = (value: JsonValue): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

export const textsOf = (value: JsonValue): string[] =>
  Array.isArray(value) ? (value as unknown[]).map(textOf).filter(Boolean) : [];

/** A moment as ISO 8601 writes it, in years that people mean; null for everything else. */
export function momentOf(value: JsonValue): Date | null {
  const text = textOf(value);
  if (text.length > 40 || !/^\d{4}-\d\d-\d\d/.test(text)) return null;
  const moment = new Date(text);
  const year = moment.getUTCFullYear();
  return year >= 1990 && year <= 2099 ? moment : null;
}
