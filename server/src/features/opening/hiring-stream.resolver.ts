import { Arg, Field, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { stream, type Subscribing } from '../../core/stream/stream.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import type { ApplicationsMessage } from './hiring-changes.ts';

@ObjectType('ApplicationsChange', {
  description: 'What was sent to an opening is not as it was any more; ask for what you show again.',
})
export class ApplicationsChangeType {
  @Field(() => Int, {
    description:
      'Grows by one with each message of the server you are connected to; it begins again with it.',
  })
  revision!: number;
}

@Resolver()
export class HiringStream {
  @Subscription(() => ApplicationsChangeType, {
    description:
      'That what was sent to an opening changed, for who hires: at most one message in a second. The first comes at ' +
      'once. Ends when you hire for it no more.',
    subscribe: ({ args, context }: Subscribing<{ openingId: string }>) =>
      stream(context, { at: `opening ${args.openingId}` }, ({ hiring }, subscriber) =>
        hiring.follow(subscriber, rowId('Opening', args.openingId)),
      ),
  })
  applicationsChanged(
    @Arg('openingId', () => ID, { description: 'Which opening.' }) _openingId: string,
    @Root() change: ApplicationsMessage,
  ): ApplicationsChangeType {
    return Object.assign(new ApplicationsChangeType(), change);
  }
}
