import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import { stream, type Subscribing } from '../../core/stream/stream.ts';
import type { WallMessage } from './wall-cohort.ts';
import { WallChangeType } from './wall.type.ts';

@Resolver()
export class WallResolver {
  @Subscription(() => WallChangeType, {
    description:
      'The wall of a campaign for a big screen: the whole of it now and whenever something on it changed, and a sign ' +
      'of life in between. By a link, also without an account and for a campaign that is not public; without one, ' +
      'for whoever may read the campaign. Ends within a second of the link or the right, as LINK_INVALID or NOT_FOUND.',
    subscribe: ({ args, context }: Subscribing<{ slug: string; token?: string | null }>) =>
      stream(context, { at: `wall ${args.slug}` }, async ({ walls }, subscriber) => {
        const { slug, token = null } = args;
        // Nobody tries many links from one address.
        if (token !== null) await context.services.entryLimits.watchLink.count(subscriber.address);
        return walls.follow(subscriber, { slug, token });
      }),
  })
  wallChanges(
    @Root() { wall, at }: WallMessage,
    @Arg('slug', () => String, { description: "The campaign's name in addresses." }) _slug: string,
    @Arg('token', () => String, {
      nullable: true,
      description: 'What stands behind the # of a watch link; without it you read as who you are.',
    })
    _token: string | null,
  ): WallChangeType {
    return Object.assign(new WallChangeType(), { wall, at });
  }
}
