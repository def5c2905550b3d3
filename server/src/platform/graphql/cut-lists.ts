import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { boundsOf } from './list-bounds.ts';

/** Cuts the lists that people can make longer than what their bound says, so that none answers more than it was reckoned at. */
export function cutLists(schema: GraphQLSchema): void {
  for (const [where, { most, cut }] of Object.entries(boundsOf(schema))) {
    if (!cut) continue;
    const [typeName, fieldName] = where.split('.') as [string, string];
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field) throw new Error(`There is no list ${where}`);
    const resolve = field.resolve ?? defaultFieldResolver;
    const cutHere = (list: unknown) =>
      Array.isArray(list) && list.length > most ? list.slice(0, most) : list;
    field.resolve = (...asked) => {
      const list: unknown = resolve(...asked);
      return list instanceof Promise ? list.then(cutHere) : cutHere(list);
    };
  }
}
