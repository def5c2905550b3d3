import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type DocumentNode,
  getIntrospectionQuery,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  type ParseOptions,
  type ValidationRule,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { Endless, type Reckoned, reckonIntrospection, reckonOperation } from './reckon.ts';

// Both doors, HTTP and WebSocket, read their limits here, so that neither is the weaker one.

/** Names, brackets and values in one document. A syntax error past the limit is answered as one, not as a fault. */
export const MAX_TOKENS = 2000;
export const MAX_DEPTH = 12;
export const MAX_ALIASES = 20;
export const MAX_DIRECTIVES = 20;
/** Fields that may come of one operation, lists counted by their bounds. */
export const MAX_COST = 8000;
/** Fields of each card of a snapshot, beside those. A board holds `MAX_CARDS` of them. */
export const MAX_CARD_COST = 100;
/** A board of which nobody knows yet how large it is, in cards. */
const USUAL_BOARD = 50;
/** How much more than the whole introspection of the usual clients the schema tells about itself at once. */
const INTROSPECTIONS = 1.5;

export const parseOptions: ParseOptions = { maxTokens: MAX_TOKENS };

/** Left to themselves these rules throw out of the validation, which both doors would take for a fault of ours. */
const reportedAs = (words: string) => ({
  propagateOnRejection: false,
  onReject: [
    (context: { reportError(error: GraphQLError): void } | null) =>
      context?.reportError(new GraphQLError(words, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })),
  ],
});

/** Rules added to those of GraphQL itself. `__typename` counts as an alias like any other name. */
export const validationRules: ValidationRule[] = [
  maxDepthRule({
    n: MAX_DEPTH,
    ignoreIntrospection: true,
    flattenFragments: true,
    ...reportedAs(`This goes deeper than ${MAX_DEPTH} levels.`),
  }),
  maxAliasesRule({
    n: MAX_ALIASES,
    allowList: [],
    ...reportedAs(`These are more than ${MAX_ALIASES} aliases.`),
  }),
  maxDirectivesRule({
    n: MAX_DIRECTIVES,
    ...reportedAs(`These are more than ${MAX_DIRECTIVES} directives.`),
  }),
].map((rule) => rule as unknown as ValidationRule);

/** What is asked beside the document. */
interface Asked {
  variables?: { readonly [name: string]: unknown } | null | undefined;
  operationName?: string | null | undefined;
}

/**
 * What an operation comes to before it is carried out, or why it may not be: it would cost too much, or its variables
 * do not fit. Call it after validation.
 */
export function reckon(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables, operationName }: Asked,
): Reckoned | GraphQLError {
  const operation = getOperationAST(document, operationName);
  // Whoever carries it out says that there is none.
  if (!operation) return { fields: 0, ofEachCard: 0, ofSchema: 0 };
  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variables ?? {},
    { maxErrors: 1 },
  );
  if (errors?.[0]) {
    const [{ message, nodes }] = errors as [GraphQLError];
    return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });
  }
  try {
    return reckonOnce(schema, document, operation, coerced ?? {});
  } catch (error) {
    if (error instanceof Endless)
      return tooMuch('The fragments of this unfold to too many fields.', MAX_COST);
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Of an operation so many sums are kept: it comes again with the same sizes of pages. */
const MOST_KEPT = 20;
const kept = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, Map<string, Reckoned>>>();

/** The same, but once for what has no bearing on it: sizes and conditions decide alone, so numbers and yes or no. */
function reckonOnce(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: { [name: string]: unknown },
): Reckoned | GraphQLError {
  const ofSchema = kept.get(schema) ?? new WeakMap<OperationDefinitionNode, Map<string, Reckoned>>();
  kept.set(schema, ofSchema);
  const sums = ofSchema.get(operation) ?? new Map<string, Reckoned>();
  ofSchema.set(operation, sums);
  const deciding = Object.entries(variables).filter(
    ([, value]) => typeof value === 'number' || typeof value === 'boolean',
  );
  const key = JSON.stringify(deciding);
  const known = sums.get(key);
  if (known) return known;
  const { snapshots, ...reckoned } = reckonOperation(schema, document, operation, variables);
  if (snapshots > 1)
    return tooMuch('Ask for the snapshot of one board at a time, and never inside a list.', 1);
  const refused = whatIsTooMuch(schema, reckoned);
  if (refused) return refused;
  if (sums.size >= MOST_KEPT) sums.clear();
  sums.set(key, reckoned);
  return reckoned;
}

/** As one number. Before it is carried out nobody knows how many cards the board has: then leave them out. */
export function costOf({ fields, ofEachCard, ofSchema }: Reckoned, cards = USUAL_BOARD): number {
  return fields + ofEachCard * cards + ofSchema;
}

/** An error for an operation that would cost too much or whose variables do not fit, else null. Call it after validation. */
export function tooCostly(schema: GraphQLSchema, document: DocumentNode, asked: Asked): GraphQLError | null {
  const reckoned = reckon(schema, document, asked);
  return reckoned instanceof GraphQLError ? reckoned : null;
}

function whatIsTooMuch(
  schema: GraphQLSchema,
  { fields, ofEachCard, ofSchema }: Reckoned,
): GraphQLError | null {
  if (fields > MAX_COST) {
    return tooMuch(
      `This asks for about ${fields} fields, and ${MAX_COST} is the most. Ask for less at a time.`,
      MAX_COST,
      fields,
    );
  }
  if (ofEachCard > MAX_CARD_COST) {
    return tooMuch(
      `This asks for about ${ofEachCard} fields of each card of a board, and ${MAX_CARD_COST} is the most.`,
      MAX_CARD_COST,
      ofEachCard,
    );
  }
  // Reckoned only when it is needed: it looks at every type.
  if (ofSchema <= MAX_COST) return null;
  const most = INTROSPECTIONS * reckonIntrospection(schema, stockIntrospection());
  if (ofSchema <= most) return null;
  return tooMuch(
    `This asks for about ${Math.ceil(ofSchema)} fields of the schema, and ${Math.floor(most)} is the most.`,
    Math.floor(most),
    Math.ceil(ofSchema),
  );
}

/** What the usual clients ask, with everything they can ask. */
function stockIntrospection(): DocumentNode {
  return parse(
    getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  );
}

function tooMuch(words: string, limit: number, cost?: number): GraphQLError {
  return new GraphQLError(words, { extensions: { code: 'TOO_COSTLY', ...(cost && { cost }), limit } });
}
