import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  type GraphQLNamedType,
} from 'graphql';

/** Whether a type has a global id: such objects are looked at one by one, and named by their id elsewhere. */
export function isNode(type: GraphQLNamedType): type is GraphQLObjectType {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}

/** Selects everything of a type: what it consists of in full, other nodes by their id, lists by their longest page. */
export function selectAll(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const args = field.args.some(({ name }) => name === 'first') ? '(first: 100)' : '';
    const named = getNamedType(field.type);
    if (!isObjectType(named)) return `${field.name}${args}`;
    return `${field.name}${args} { ${isNode(named) ? '__typename id' : selectAll(named)} }`;
  });
  return `__typename ${fields.join(' ')}`;
}

/** One operation that reads many nodes in full: `n0`, `n1` and so on. */
export function nodesQuery(
  schema: GraphQLSchema,
  nodes: readonly { type: string; globalId: string }[],
): string {
  const asked = nodes.map(
    ({ type, globalId }, index) =>
      `n${index}: node(id: ${JSON.stringify(globalId)}) { __typename ...all${type} }`,
  );
  const fragments = [...new Set(nodes.map(({ type }) => type))].map((name) => {
    const type = schema.getType(name);
    if (!type || !isNode(type)) throw new Error(`${name} is no node.`);
    return `fragment all${name} on ${name} { ${selectAll(type)} }`;
  });
  return `{ ${asked.join('\n')} } ${fragments.join('\n')}`;
}
