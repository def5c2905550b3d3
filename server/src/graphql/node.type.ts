import { Field, ID, InterfaceType } from 'type-graphql';

/** Whatever has a global id. The concrete classes set `nodeType`, by which the interface finds its type. */
@InterfaceType('Node', {
  description: 'An object with a global id, which `node(id)` finds again.',
  resolveType: (value: Node) => value.constructor.name.replace(/Type$/, ''),
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and stable; unique over all types.' })
  id!: string;
}
