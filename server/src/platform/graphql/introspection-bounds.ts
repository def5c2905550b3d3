import {
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/**
 * How many items a list of the introspection holds. Of each of all types that is what they have on the average, which
 * comes to the true sum; of a single type it is the most that one has.
 */
export function schemaBound(
  schema: GraphQLSchema,
  { name: parent }: GraphQLObjectType,
  field: string,
  ofAllTypes: boolean,
): number {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const counted = (counts: number[]) =>
    ofAllTypes ? sum(counts) / Math.max(counts.length, 1) : Math.max(1, ...counts);
  switch (`${parent}.${field}`) {
    case '__Schema.types':
      return types.length;
    case '__Schema.directives':
      return directives.length;
    case '__Directive.locations':
      return Math.max(...directives.map(({ locations }) => locations.length));
    case '__Directive.args':
      return Math.max(1, ...directives.map(({ args }) => args.length));
    case '__Type.fields':
      return counted(types.map((type) => (hasFields(type) ? Object.keys(type.getFields()).length : 0)));
    case '__Type.inputFields':
      return counted(
        types.map((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0)),
      );
    case '__Type.enumValues':
      return counted(types.map((type) => (isEnumType(type) ? type.getValues().length : 0)));
    case '__Type.interfaces':
      return counted(types.map((type) => (hasFields(type) ? type.getInterfaces().length : 0)));
    case '__Type.possibleTypes':
      return counted(types.map((type) => (isInterfaceType(type) ? schema.getPossibleTypes(type).length : 0)));
    case '__Field.args':
      return counted(
        types.flatMap((type) =>
          hasFields(type) ? Object.values(type.getFields()).map(({ args }) => args.length) : [],
        ),
      );
    default:
      return 1;
  }
}

const hasFields = (type: unknown) => isObjectType(type) || isInterfaceType(type);
const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
