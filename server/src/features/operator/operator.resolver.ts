import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { OperatorType } from './operator.type.ts';

@Resolver()
export class OperatorResolver {
  @Query(() => OperatorType, { nullable: true, description: 'Who runs this server.' })
  operator(@Ctx() { services }: Context): OperatorType {
    const { name = null, contactUrl = null, sourceUrl = null } = services.config.operator;
    return Object.assign(new OperatorType(), { name, contactUrl, sourceUrl });
  }
}
