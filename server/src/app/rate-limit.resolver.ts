import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../core/access/context.ts';
import { extensionsOf } from '../platform/budget/rate-limit.ts';

@ObjectType('RateLimit', {
  description: 'What you may ask for, and what this operation took of it, in fields.',
})
export class RateLimitType {
  @Field(() => String, { description: 'Whose budget bears it, as the guide for partner tools lists them.' })
  policy!: string;

  @Field(() => Int, { description: 'What there is in a whole window.' })
  limit!: number;

  @Field(() => Int, { description: 'How long a window is, in seconds.' })
  window!: number;

  @Field(() => Int, { description: 'What this operation was reckoned at.' })
  cost!: number;

  @Field(() => Int, { description: 'What is left.' })
  remaining!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When all of it is there again.' })
  resetsAt!: Date;
}

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimitType, {
    nullable: true,
    description: 'How your budget stands after this operation; null where nobody counts.',
  })
  rateLimit(@Ctx() { balance }: Context): RateLimitType | null {
    if (!balance?.counted) return null;
    const { rateLimit, cost } = extensionsOf(balance);
    return Object.assign(new RateLimitType(), rateLimit, { resetsAt: new Date(cost.resetsAt) });
  }
}
