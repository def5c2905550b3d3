import {
  type DocumentNode,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentSpreadNode,
  getNamedType,
  getOperationAST,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isInputObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { withDefaults } from './variable-defaults.ts';

/** Carries out an operation of a checked document, as graphql's own `execute` does. */
export type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** An operation is compiled when it comes for this time: compiling costs more than carrying out once or twice. */
const COMPILE_AT = 3;

/**
 * `execute` that compiles operations which come again, and carries out all others as graphql-js does. What is compiled
 * lives as long as its document, so whoever keeps documents bounds it. Compiled are only queries and mutations that the
 * compiler carries out exactly as graphql-js (a property test compares them); variables are checked by graphql-js
 * first, so that what is wrong with them is told in its words.
 */
export function createCompiledExecutor(schema: GraphQLSchema, { compileAt = COMPILE_AT } = {}): Execute {
  const documents = new WeakMap<DocumentNode, Map<string, Operation>>();
  return (args) => {
    if (args.schema !== schema) return execute(args);
    const operations = documents.get(args.document) ?? new Map<string, Operation>();
    documents.set(args.document, operations);
    const name = args.operationName ?? '';
    let operation = operations.get(name);
    if (!operation)
      operations.set(name, (operation = new Operation(schema, args.document, name || undefined)));
    const compiled = operation.compiledAt(compileAt);
    if (!compiled || !operation.takes(args.variableValues)) return execute(args);
    return compiled.query(args.rootValue, args.contextValue, operation.withDefaults(args.variableValues));
  };
}

class Operation {
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;
  readonly #name: string | undefined;
  #times = 0;
  #compiled: CompiledQuery | null | undefined;

  constructor(schema: GraphQLSchema, document: DocumentNode, name: string | undefined) {
    this.#schema = schema;
    this.#document = document;
    this.#name = name;
  }

  compiledAt(times: number): CompiledQuery | null {
    this.#times += 1;
    if (this.#compiled === undefined && this.#times >= times) this.#compiled = this.#compile();
    return this.#compiled ?? null;
  }

  takes(given: ExecutionArgs['variableValues']): boolean {
    const operation = getOperationAST(this.#document, this.#name);
    return operation != null && takesVariables(this.#schema, operation, given ?? {});
  }

  /** The compiler takes what may not be null and was left out for missing, though it has a default. */
  withDefaults(given: ExecutionArgs['variableValues']): Record<string, unknown> {
    const definitions = getOperationAST(this.#document, this.#name)?.variableDefinitions ?? [];
    return withDefaults(this.#schema, definitions, given ?? {});
  }

  #compile(): CompiledQuery | null {
    if (!isCompilable(this.#schema, this.#document, this.#name)) return null;
    const compiled = compileQuery(this.#schema, this.#document, this.#name, {
      disablingCapturingStackErrors: true,
    });
    return isCompiledQuery(compiled) ? compiled : null;
  }
}

/**
 * Subscriptions have a way of their own. Introspection is rare, large, and not worth compiling. Of a variable whose
 * type holds itself the compiler never finds the end, and it cannot wait for what says the type of an object. Of a
 * variable in the place of a field with a default, inside an object that stands in the text, it forgets the default. Of
 * a fragment that is spread twice it keeps the first place only, also where a condition takes that one away.
 */
function isCompilable(schema: GraphQLSchema, document: DocumentNode, name: string | undefined): boolean {
  const operation = getOperationAST(document, name);
  if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return false;
  if (!tellsTypesAtOnce(schema)) return false;
  for (const { type } of operation.variableDefinitions ?? []) {
    const input = typeFromAST(schema, type as NamedTypeNode);
    if (input && holdsItself(getNamedType(input))) return false;
  }
  if (spreadsTwiceOnCondition(document)) return false;
  let left = false;
  const types = new TypeInfo(schema);
  const look = visitWithTypeInfo(types, {
    [Kind.FIELD]: ({ name: field }) => {
      left ||= field.value === '__schema' || field.value === '__type';
    },
    [Kind.OBJECT_FIELD]: ({ value }) => {
      left ||= value.kind === Kind.VARIABLE && types.getDefaultValue() !== undefined;
    },
  });
  visit(document, look);
  return !left;
}

/** Whether a fragment is spread more than once in a document in which spreads or inline fragments have conditions. */
function spreadsTwiceOnCondition(document: DocumentNode): boolean {
  const spread = new Set<string>();
  let twice = false;
  let onCondition = false;
  const hasDirectives = ({ directives = [] }: FragmentSpreadNode | InlineFragmentNode) => {
    onCondition ||= directives.length > 0;
  };
  visit(document, {
    [Kind.FRAGMENT_SPREAD]: (node) => {
      twice ||= spread.has(node.name.value);
      spread.add(node.name.value);
      hasDirectives(node);
    },
    [Kind.INLINE_FRAGMENT]: hasDirectives,
  });
  return twice && onCondition;
}

/** An abstract type without a function, or with one that is asynchronous, is one that graphql-js alone can tell. */
function tellsTypesAtOnce(schema: GraphQLSchema): boolean {
  return Object.values(schema.getTypeMap()).every(
    (type) =>
      !isAbstractType(type) ||
      (type.resolveType != null && type.resolveType.constructor.name !== 'AsyncFunction'),
  );
}

function holdsItself(type: GraphQLNamedType, within: readonly GraphQLNamedType[] = []): boolean {
  if (!isInputObjectType(type)) return false;
  if (within.includes(type)) return true;
  return Object.values(type.getFields()).some((field) =>
    holdsItself(getNamedType(field.type), [...within, type]),
  );
}

/** Whether graphql-js takes these variables for an operation. */
function takesVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: { readonly [name: string]: unknown },
): boolean {
  if (variableDefinitions.length === 0) return true;
  return getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 }).errors === undefined;
}
