import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { parseOptions, reckon, validationRules } from '../../platform/graphql/limits.ts';

/** A document as it is stored: one subscription of one board, or of several. */
export interface StoredDocument {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  field: Followable;
  /** Names of the variables that say which board, and where it goes on; of several boards both are in one. */
  boards: ReadonlySet<string>;
  cursors: ReadonlySet<string>;
}

type Followable = 'boardChanges' | 'boardsChanges';

/** In place of what a board has and open work has not: see the words. */
const NO_LOG =
  'Open work has no log of its own, so nothing could be delivered again. Store `boardsChanges` of the boards, or follow ' +
  '`openCardsChanged` as a stream.';

export const MOST_DOCUMENT = 8_000;

/**
 * Reads and checks a document by the rules of both doors, as at each saving and each start: what was in order may not
 * be, once the schema changed. Gives words where it is not.
 */
export function readStoredDocument(schema: GraphQLSchema, text: string): StoredDocument | string {
  let document: DocumentNode;
  try {
    document = parse(text, parseOptions);
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
  const operation = getOperationAST(document);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
    return 'Store one subscription, and nothing else.';
  const [mistake] = validate(schema, document, [...specifiedRules, ...validationRules]);
  if (mistake) return mistake.message;
  const [field] = operation.selectionSet.selections;
  const name = field?.kind === Kind.FIELD ? field.name.value : undefined;
  if (name === 'openCardsChanged') return NO_LOG;
  if (field?.kind !== Kind.FIELD || (name !== 'boardChanges' && name !== 'boardsChanges'))
    return 'Store a subscription of `boardChanges` or `boardsChanges`.';
  const named = (argument: string) => {
    const value = field.arguments?.find(({ name }) => name.value === argument)?.value;
    return new Set(value?.kind === Kind.VARIABLE ? [value.name.value] : []);
  };
  const isOfSeveral = name === 'boardsChanges';
  const [boards, cursors] = [named(isOfSeveral ? 'boards' : 'boardId'), named('after')];
  const other = otherVariable(operation, new Set([...boards, ...cursors]));
  if (other !== undefined) return `Nobody fills $${other}: write its value into the document.`;
  const stored: StoredDocument = { document, operation, field: name, boards, cursors };
  const reckoned = reckon(schema, document, { variables: variablesOf(stored, { boardId: '', ...NOWHERE }) });
  return reckoned instanceof GraphQLError ? reckoned.message : stored;
}

const NOWHERE = { epoch: '', revision: 0 };

/** What the document is carried out with. */
export function variablesOf(
  { field, boards, cursors }: Pick<StoredDocument, 'field' | 'boards' | 'cursors'>,
  { boardId, epoch, revision }: { boardId: string; epoch: string; revision: number },
): Record<string, unknown> {
  const after = { epoch, revision };
  const board = field === 'boardsChanges' ? [{ boardId, after }] : boardId;
  return Object.fromEntries([
    ...[...boards].map((name) => [name, board] as const),
    ...[...cursors].map((name) => [name, after] as const),
  ]);
}

/** A variable that needs a value which we do not know. */
function otherVariable(operation: OperationDefinitionNode, ours: ReadonlySet<string>): string | undefined {
  let found: string | undefined;
  visit(operation, {
    VariableDefinition: ({ variable, defaultValue, type }) => {
      const name = variable.name.value;
      if (!ours.has(name) && !defaultValue && type.kind === Kind.NON_NULL_TYPE) found ??= name;
    },
  });
  return found;
}
