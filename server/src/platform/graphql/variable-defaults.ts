import {
  astFromValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type ValueNode,
  valueFromASTUntyped,
  type VariableDefinitionNode,
} from 'graphql';

/**
 * Variables as a client would have sent them who left out nothing that has a default: of the operation, and of the
 * fields of inputs at whatever depth. What fits before fits after, and comes to the same.
 */
export function withDefaults(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: { readonly [name: string]: unknown },
): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...given };
  for (const { variable, type, defaultValue } of definitions) {
    const name = variable.name.value;
    const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    if (!input) continue;
    if (given[name] !== undefined) whole[name] = completed(input, given[name]);
    else if (defaultValue) whole[name] = completed(input, asSent(defaultValue));
  }
  return whole;
}

function completed(type: GraphQLInputType, value: unknown): unknown {
  if (value == null) return value;
  if (isNonNullType(type)) return completed(type.ofType, value);
  if (isListType(type)) {
    const of: GraphQLInputType = type.ofType;
    return Array.isArray(value) ? value.map((item) => completed(of, item)) : completed(of, value);
  }
  if (!isInputObjectType(type) || typeof value !== 'object') return value;
  const given = value as Record<string, unknown>;
  const whole: Record<string, unknown> = { ...given };
  for (const field of Object.values(type.getFields())) {
    if (given[field.name] !== undefined) whole[field.name] = completed(field.type, given[field.name]);
    else if (field.defaultValue !== undefined) {
      const node = astFromValue(field.defaultValue, field.type);
      if (node) whole[field.name] = asSent(node);
    }
  }
  return whole;
}

const asSent = (node: ValueNode): unknown => valueFromASTUntyped(node);
