import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { letIn, visitorOf } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { TryAsInput, TryAsPayload } from './demo.types.ts';
import { tryAs } from './try-as.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class DemoMutations {
  @Mutation(() => TryAsPayload, {
    description: 'Sign in as a person of the demo. Only where there is demo data.',
  })
  tryAs(
    @Arg('input', () => TryAsInput, input) given: TryAsInput,
    @Ctx() context: Context,
  ): Promise<TryAsPayload> {
    return answer(async () => {
      const visitor = await visitorOf(context, context.services.entryLimits.signIn);
      const opened = await tryAs(context.services, rowId('Person', given.personId), visitor);
      return { viewer: letIn(context, opened) };
    });
  }
}
