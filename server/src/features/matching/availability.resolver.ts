import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { readAvailability } from './read-matches.ts';
import { AvailabilityType, UpdateAvailabilityInput, UpdateAvailabilityPayload } from './availability.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { updateAvailability } from './update-availability.ts';
import { toViewer, ViewerType } from '../../core/person/viewer.type.ts';

@Resolver(() => ViewerType)
export class ViewerAvailability {
  @FieldResolver(() => AvailabilityType, { description: 'When and for what you may be asked.' })
  availability(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<AvailabilityType> {
    return readAvailability(em, viewer.personId);
  }

  @Mutation(() => UpdateAvailabilityPayload, { description: 'Say when and for what you may be asked.' })
  updateAvailability(
    @Arg('input', () => UpdateAvailabilityInput, { description: 'What the mutation takes.' })
    given: UpdateAvailabilityInput,
    @Ctx() context: Context,
  ): Promise<UpdateAvailabilityPayload> {
    return answer(async () => {
      const viewer = await updateAvailability(context.services, signedIn(context), given);
      return { viewer: toViewer(viewer) };
    });
  }
}
