import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type DocumentNode,
  getNamedType,
  GraphQLError,
  type GraphQLSchema,
  type ParseOptions,
  type ValidationRule,
} from 'graphql';
import { type ComplexityEstimator, fieldExtensionsEstimator, getComplexity } from 'graphql-query-complexity';

// Both doors, HTTP and WebSocket, read their limits here, so that neither is the weaker one.

/** Names, brackets and values in one document. A syntax error past the limit is answered as one, not as a fault. */
export const parseOptions: ParseOptions = { maxTokens: 2000 };

const MAX_DEPTH = 12;
const MAX_ALIASES = 20;
const MAX_DIRECTIVES = 20;
/** Fields that one operation may ask for, lists counted by their page size. */
const MAX_COST = 8000;
/** What a list is reckoned at when nobody said how many. */
const PRESET_PAGE = 30;

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

/** A connection costs its page size times what one node costs; every other field one. */
const connections: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (!getNamedType(field.type).name.endsWith('Connection')) return 1 + childComplexity;
  const first: unknown = args['first'];
  return 1 + (typeof first === 'number' ? Math.min(Math.max(first, 1), 1000) : PRESET_PAGE) * childComplexity;
};

/** An error for an operation that would cost too much or whose variables do not fit, else null. Call it after validation. */
export function tooCostly(
  schema: GraphQLSchema,
  query: DocumentNode,
  { variables, operationName }: { variables?: Record<string, unknown> | null; operationName?: string | null },
): GraphQLError | null {
  const cost = costOf({
    schema,
    query,
    ...(variables && { variables }),
    ...(operationName && { operationName }),
    estimators: [fieldExtensionsEstimator(), connections],
  });
  if (typeof cost !== 'number') return cost;
  if (cost <= MAX_COST) return null;
  return new GraphQLError(
    `This asks for about ${cost} fields, and ${MAX_COST} is the most. Ask for less at a time.`,
    {
      extensions: { code: 'TOO_COSTLY', cost, limit: MAX_COST },
    },
  );
}

/** The cost, or why there is none: variables that do not fit, or fragments that unfold to too many fields. */
function costOf(asked: Parameters<typeof getComplexity>[0]): number | GraphQLError {
  try {
    return getComplexity(asked);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const code = /maximum allowed number of nodes/.test(error.message) ? 'TOO_COSTLY' : 'BAD_USER_INPUT';
    return new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code } });
  }
}
