import { type ExecutionResult, GraphQLError } from 'graphql';

/**
 * The most that one answer, or one message of a stream, may weigh (bytes). A whole board of 5,000 cards with the words
 * that people write is a third of it.
 */
export const MAX_ANSWER_BYTES = 12 * 1024 * 1024;

/** An answer as JSON; null when it weighs more than may be, and then most of it was never written. */
export function writeAnswer(answer: ExecutionResult | object, most = MAX_ANSWER_BYTES): string | null {
  if (leastBytes(answer, most) > most) return null;
  const text = JSON.stringify(answer);
  return Buffer.byteLength(text) > most ? null : text;
}

/** What is said instead of an answer that weighs too much. */
export function tooLarge(most = MAX_ANSWER_BYTES): GraphQLError {
  return new GraphQLError(
    `The answer weighs more than ${Math.floor(most / 1024 / 1024)} MB. Ask for less at a time.`,
    { extensions: { code: 'TOO_LARGE', limit: most } },
  );
}

/**
 * What a value weighs as JSON at least, counted no further than `most`. Twenty aliases of a long text are one text in
 * memory and twenty as JSON: this finds it before they are written.
 */
function leastBytes(value: unknown, most: number): number {
  let bytes = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && bytes <= most) {
    const one = waiting.pop();
    if (typeof one === 'string') bytes += one.length + 2;
    else if (typeof one !== 'object' || one === null) bytes += 1;
    else if (Array.isArray(one)) {
      bytes += one.length + 2;
      for (const each of one) waiting.push(each);
    } else {
      bytes += 2;
      for (const key in one) {
        bytes += key.length + 4;
        waiting.push((one as Record<string, unknown>)[key]);
      }
    }
  }
  return bytes;
}
