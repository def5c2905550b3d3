import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../core/access/context.ts';
import { fromGlobalId, fromPartId } from '../platform/graphql/global-id.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { features } from './features.ts';

const finders = new Map(features.flatMap(({ nodes = {} }) => Object.entries(nodes)));
const partFinders = new Map(features.flatMap(({ parts = {} }) => Object.entries(parts)));

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'The object of that global id; null if there is none you may read.',
  })
  async node(
    @Arg('id', () => ID, { description: 'A global id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    const parts = fromGlobalId(id);
    const find = parts && finders.get(parts.name);
    if (find) return find(context, parts.uuid);
    const part = fromPartId(id);
    return (part && (await partFinders.get(part.name)?.(context, part.uuid, part.part))) ?? null;
  }
}
