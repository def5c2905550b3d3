import { Field, ID, InterfaceType } from 'type-graphql';

/** Of an object of ours: its class is called like its type, with `Type` behind it or not. */
export function objectTypeName(value: object): string {
  return value.constructor.name.replace(/Type$/, '');
}

/** Whatever has a global id. The concrete classes set `nodeType`, by which the interface finds its type. */
@InterfaceType('Node', {
  description: 'An object with a global id, which `node(id)` finds again.',
  resolveType: objectTypeName,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and stable; unique over all types.' })
  id!: string;
}
