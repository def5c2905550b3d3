/** Theirs, with what the person added and without what they took away. */
export function mergeSets(base: unknown, mine: unknown, theirs: unknown): unknown[] {
  const [was, is, there] = [base, mine, theirs].map((set) => (Array.isArray(set) ? (set as unknown[]) : []));
  const added = is!.filter((each) => !was!.includes(each) && !there!.includes(each));
  return [...there!.filter((each) => is!.includes(each) || !was!.includes(each)), ...added];
}
