import { type DocumentNode, visit } from 'graphql';
import type { CheckedDocument } from '../../platform/graphql/documents.ts';

/** Equal for those who ask the same: text, operation, and the variables it declares, other than the cursor. */
export function audienceKey(
  { document, hash }: CheckedDocument,
  { operationName, variables }: { operationName?: string | null; variables?: Record<string, unknown> | null },
): string {
  const changing = steadyVariablesOf(document);
  // What is sent along and used nowhere makes no question a different one.
  const steady = Object.entries(variables ?? {})
    .filter(([name]) => changing.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([hash, operationName ?? null, steady]);
}

/** What says where somebody stands, or lets them in, and changes nothing of what is sent: the argument, by its field. */
const CURSORS = new Map([
  ['boardChanges', 'after'],
  // Each message is of one board, which says for whom it is made ready; the other boards of a reader change nothing of it.
  ['boardsChanges', 'boards'],
  ['eventChanges', 'after'],
  ['openCardsChanged', 'after'],
  ['wallChanges', 'token'],
]);

/** Variables that change what is sent: those used for more than a cursor of a stream, or the token of `wallChanges`. */
function steadyVariablesOf(document: DocumentNode): ReadonlySet<string> {
  const known = found.get(document) ?? findSteadyVariables(document);
  found.set(document, known);
  return known;
}

const found = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** A variable that is a cursor, and is used anywhere else too, changes what is sent. */
function findSteadyVariables(document: DocumentNode): Set<string> {
  const uses = new Map<string, { all: number; inCursor: number }>();
  const count = (node: object, where: 'all' | 'inCursor') =>
    visit(node as DocumentNode, {
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        const counted = uses.get(name.value) ?? { all: 0, inCursor: 0 };
        counted[where] += 1;
        uses.set(name.value, counted);
      },
    });
  count(document, 'all');
  visit(document, {
    Field: ({ name, arguments: args = [] }) => {
      for (const arg of args) {
        if (arg.name.value === CURSORS.get(name.value)) count(arg.value, 'inCursor');
      }
    },
  });
  return new Set([...uses].filter(([, { all, inCursor }]) => all > inCursor).map(([name]) => name));
}
