/** Brackets within brackets. What people and tools ask has a tenth of it; thousands would take the stack. */
const DEEPEST_JSON = 64;

/**
 * The JSON object in a body or a message; undefined for everything else, also for one that is nested deeper than
 * anybody needs.
 */
export function parseJsonObject(text: string): Record<string, unknown> | undefined {
  const json = withoutMark(text);
  if (isTooDeep(json)) return undefined;
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** JSON without the byte order mark that some tools write before it. */
export const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** Whether it is nested deeper than we follow. Reads brackets outside of texts, before anything else reads it. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (isInText) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) isInText = false;
    } else if (sign === QUOTE) isInText = true;
    else if (sign === BRACE || sign === BRACKET) {
      depth += 1;
      if (depth > DEEPEST_JSON) return true;
    } else if (sign === BRACE_END || sign === BRACKET_END) depth -= 1;
  }
  return false;
}

const [QUOTE, BACKSLASH, BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
