import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import type { Services } from '../../platform/services.ts';
import {
  AddHoursExceptionInput,
  AddHoursExceptionPayload,
  AddOfficeHoursInput,
  AddOfficeHoursPayload,
  type AdvisingType,
  InviteAdviserInput,
  InviteAdviserPayload,
  LeaveBenchInput,
  LeaveBenchPayload,
  RemoveAdviserInput,
  RemoveAdviserPayload,
  RemoveHoursExceptionInput,
  RemoveHoursExceptionPayload,
  RemoveOfficeHoursInput,
  RemoveOfficeHoursPayload,
  UpdateAdviserInput,
  UpdateAdviserPayload,
  UpdateOfficeHoursInput,
  UpdateOfficeHoursPayload,
} from './adviser.type.ts';
import { inviteAdviser, leaveBench, removeAdviser } from './change-bench.ts';
import {
  addHoursException,
  addOfficeHours,
  removeHoursException,
  removeOfficeHours,
  updateOfficeHours,
} from './change-hours.ts';
import { readAdvising } from './read-advising.ts';
import { updateAdviser } from './update-adviser.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class AdviserMutations {
  @Mutation(() => UpdateAdviserPayload, {
    description:
      'Offer to advise, or change what you offer. For people of standing, coordinators, and whom one invited.',
  })
  updateAdviser(
    @Arg('input', () => UpdateAdviserInput, input) given: UpdateAdviserInput,
    @Ctx() context: Context,
  ): Promise<UpdateAdviserPayload> {
    return asAdvising(context, (services, viewer) => updateAdviser(services, viewer, given));
  }

  @Mutation(() => LeaveBenchPayload, {
    description: 'Leave the bench: what is booked with you is cancelled, with a word.',
  })
  leaveBench(
    @Arg('input', () => LeaveBenchInput, input) given: LeaveBenchInput,
    @Ctx() context: Context,
  ): Promise<LeaveBenchPayload> {
    return asAdvising(context, (services, viewer) => leaveBench(services, viewer, given));
  }

  @Mutation(() => AddOfficeHoursPayload, { description: 'Add hours of yours that come again.' })
  addOfficeHours(
    @Arg('input', () => AddOfficeHoursInput, input) given: AddOfficeHoursInput,
    @Ctx() context: Context,
  ): Promise<AddOfficeHoursPayload> {
    return asAdvising(context, (services, viewer) => addOfficeHours(services, viewer, given));
  }

  @Mutation(() => UpdateOfficeHoursPayload, {
    description: 'Change hours of yours that come again. What is booked in them stays.',
  })
  updateOfficeHours(
    @Arg('input', () => UpdateOfficeHoursInput, input) given: UpdateOfficeHoursInput,
    @Ctx() context: Context,
  ): Promise<UpdateOfficeHoursPayload> {
    const hoursId = rowId('OfficeHours', given.hoursId);
    return asAdvising(context, (services, viewer) =>
      updateOfficeHours(services, viewer, { ...given, hoursId }),
    );
  }

  @Mutation(() => RemoveOfficeHoursPayload, {
    description: 'Take hours of yours away. What is booked in them stays.',
  })
  removeOfficeHours(
    @Arg('input', () => RemoveOfficeHoursInput, input) { hoursId }: RemoveOfficeHoursInput,
    @Ctx() context: Context,
  ): Promise<RemoveOfficeHoursPayload> {
    return asAdvising(context, (services, viewer) =>
      removeOfficeHours(services, viewer, rowId('OfficeHours', hoursId)),
    );
  }

  @Mutation(() => AddHoursExceptionPayload, {
    description:
      'Say of one date that nothing is on it, or that there are hours beside those that come again.',
  })
  addHoursException(
    @Arg('input', () => AddHoursExceptionInput, input) given: AddHoursExceptionInput,
    @Ctx() context: Context,
  ): Promise<AddHoursExceptionPayload> {
    return asAdvising(context, (services, viewer) => addHoursException(services, viewer, given));
  }

  @Mutation(() => RemoveHoursExceptionPayload, { description: 'A date is as your hours say again.' })
  removeHoursException(
    @Arg('input', () => RemoveHoursExceptionInput, input) { exceptionId }: RemoveHoursExceptionInput,
    @Ctx() context: Context,
  ): Promise<RemoveHoursExceptionPayload> {
    return asAdvising(context, (services, viewer) =>
      removeHoursException(services, viewer, rowId('HoursException', exceptionId)),
    );
  }

  @Mutation(() => InviteAdviserPayload, {
    description: 'Ask somebody whether they would advise, whatever their standing. For coordinators.',
  })
  inviteAdviser(
    @Arg('input', () => InviteAdviserInput, input) given: InviteAdviserInput,
    @Ctx() context: Context,
  ): Promise<InviteAdviserPayload> {
    return answer(async () => {
      await inviteAdviser(context.services, signedIn(context), given);
      return { invited: true };
    });
  }

  @Mutation(() => RemoveAdviserPayload, {
    description:
      'Take somebody off the bench, until they are invited again. What is booked with them is cancelled. For coordinators.',
  })
  removeAdviser(
    @Arg('input', () => RemoveAdviserInput, input) { adviserId, word }: RemoveAdviserInput,
    @Ctx() context: Context,
  ): Promise<RemoveAdviserPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      await removeAdviser(context.services, viewer, { adviserId: rowId('Adviser', adviserId), word });
      return { removed: true };
    });
  }
}

/** Carries out a change of the viewer's side of the bench, and answers with it as it is then. */
function asAdvising(
  context: Context,
  change: (services: Services, viewer: Viewer) => Promise<void>,
): Promise<UpdateAdviserPayload> {
  return answer(async (): Promise<{ advising: AdvisingType }> => {
    const viewer = signedIn(context);
    await change(context.services, viewer);
    return { advising: await readAdvising(context.em, await refreshViewer(context.em, viewer)) };
  });
}
