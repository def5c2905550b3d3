import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { toBoard } from '../core/board/board.type.ts';
import { readCommentsById } from '../core/card/read-comments.ts';
import { toCommentType } from '../core/card/comment.type.ts';
import type { Context } from '../core/access/context.ts';
import { fromGlobalId } from '../platform/graphql/global-id.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { nullIfRefused } from '../platform/refusal/refusal.ts';
import { campaignLoader } from '../core/campaign/campaign.loader.ts';
import { cardLoader } from '../core/card/card.loader.ts';
import { organizationLoader } from '../core/organization/organization.loader.ts';
import { personLoader } from '../core/person/person.loader.ts';
import { askLoader } from '../features/ask/ask.loader.ts';

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
    return parts ? find(context, parts.name, parts.uuid) : null;
  }
}

/** Each noun is read by its own rule; what may not be read is not there. */
async function find({ loaders, em, viewer }: Context, name: string, uuid: string): Promise<Node | null> {
  switch (name) {
    case 'Ask':
      return loaders.of(askLoader).load(uuid).catch(nullIfRefused);
    case 'Card':
      return loaders.of(cardLoader).load(uuid).catch(nullIfRefused);
    case 'Campaign':
      return loaders.of(campaignLoader).load(uuid).catch(nullIfRefused);
    case 'Person':
      return loaders.of(personLoader).load(uuid).catch(nullIfRefused);
    case 'Organization':
      return loaders.of(organizationLoader).load(uuid).catch(nullIfRefused);
    case 'Board': {
      const board = await em
        .getKysely()
        .selectFrom('board')
        .select('campaign_id')
        .where('id', '=', uuid)
        .executeTakeFirst();
      const campaign =
        board && (await loaders.of(campaignLoader).load(board.campaign_id).catch(nullIfRefused));
      return campaign ? toBoard(campaign.row) : null;
    }
    case 'Comment': {
      const [comment] = viewer ? await readCommentsById(em.getKysely(), [uuid]) : [];
      const card = comment && (await loaders.of(cardLoader).load(comment.card).catch(nullIfRefused));
      return comment && card ? toCommentType(comment) : null;
    }
    default:
      return null;
  }
}
