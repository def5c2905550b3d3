/**
 * A plugin of the code generator: the names of our pages' operations, for the server, which tells only of these by
 * name.
 */
export function plugin(_schema, documents) {
  const names = documents
    .flatMap(({ document }) => document.definitions)
    .filter(({ kind }) => kind === 'OperationDefinition')
    .map(({ name }) => name.value)
    .sort();
  return [
    '/** Generated: the names of the operations of our pages. What others call theirs may hold anything. */',
    'export const operationNames: ReadonlySet<string> = new Set([',
    ...[...new Set(names)].map((name) => `  '${name}',`),
    ']);',
  ].join('\n');
}
