/** Which encodings of an answer somebody takes, by their `Accept-Encoding`. */
export function encodingsTaken(accepts: string | undefined): ReadonlySet<string> {
  return new Set(
    (accepts ?? '')
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(';', 1)[0]!),
  );
}
