import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { publicAddress } from '../../platform/http/public-address.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { checkIn, undoCheckIn } from './check-in.ts';
import { countLink, hasRoom } from './count-visit.ts';
import { slugOf } from './event-slug.ts';
import { cancelRegistration, confirmRegistration, declinePlace, type Own } from './own-registration.ts';
import { readOne, register } from './register.ts';
import {
  CancelRegistrationPayload,
  CheckInInput,
  CheckInPayload,
  ConfirmRegistrationPayload,
  DeclinePlacePayload,
  OwnRegistrationInput,
  RegisterInputType,
  RegisterPayload,
  type RegistrationType,
  toRegistration,
  UndoCheckInInput,
  UndoCheckInPayload,
} from './registration.type.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class RegistrationMutations {
  @Mutation(() => RegisterPayload, {
    description:
      'Take places at an event, or a place in line where they are not free. With a handle or without any account: then the address that comes back is the receipt.',
  })
  register(
    @Arg('input', () => RegisterInputType, input) given: RegisterInputType,
    @Ctx() context: Context,
  ): Promise<RegisterPayload> {
    return answer(() => take(context, given));
  }

  @Mutation(() => CancelRegistrationPayload, {
    description: 'Give a place up, or one in line: who is next gets it at once.',
  })
  cancelRegistration(
    @Arg('input', () => OwnRegistrationInput, input) given: OwnRegistrationInput,
    @Ctx() context: Context,
  ): Promise<CancelRegistrationPayload> {
    return ofOwn(context, given, cancelRegistration);
  }

  @Mutation(() => ConfirmRegistrationPayload, {
    description: 'Say yes to places that are kept for you, or once more that you come.',
  })
  confirmRegistration(
    @Arg('input', () => OwnRegistrationInput, input) given: OwnRegistrationInput,
    @Ctx() context: Context,
  ): Promise<ConfirmRegistrationPayload> {
    return ofOwn(context, given, confirmRegistration);
  }

  @Mutation(() => DeclinePlacePayload, {
    description: 'Say no to places that are kept for you: they go to who is next.',
  })
  declinePlace(
    @Arg('input', () => OwnRegistrationInput, input) given: OwnRegistrationInput,
    @Ctx() context: Context,
  ): Promise<DeclinePlacePayload> {
    return ofOwn(context, given, declinePlace);
  }

  @Mutation(() => CheckInPayload, {
    description:
      'Let somebody in. For organizers of the organization that holds the event, and coordinators.',
  })
  checkIn(
    @Arg('input', () => CheckInInput, input) { eventId, code, registrationId }: CheckInInput,
    @Ctx() context: Context,
  ): Promise<CheckInPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const whom = registrationId
        ? { registrationId: rowId('Registration', registrationId) }
        : { code: requireCode(code) };
      const id = await checkIn(context.services, viewer, { eventId: rowId('Event', eventId), ...whom });
      return { registration: await readAgain(context, id) };
    });
  }

  @Mutation(() => UndoCheckInPayload, {
    description: 'Take back that somebody was let in. For organizers of the organization, and coordinators.',
  })
  undoCheckIn(
    @Arg('input', () => UndoCheckInInput, input) { eventId, registrationId }: UndoCheckInInput,
    @Ctx() context: Context,
  ): Promise<UndoCheckInPayload> {
    return answer(async () => {
      const id = await undoCheckIn(context.services, signedIn(context), {
        eventId: rowId('Event', eventId),
        registrationId: rowId('Registration', registrationId),
      });
      return { registration: await readAgain(context, id) };
    });
  }
}

/** What the mutation and the form without a script both do. */
export async function take(
  context: Context,
  given: RegisterInputType,
): Promise<{ slug: string; address: string | null; registration: RegistrationType }> {
  const { services, viewer, em } = context;
  const eventId = rowId('Event', given.eventId);
  const taken = await register(services, viewer, { ...given, eventId }, hasRoom(context));
  const slug = await slugOf(em, eventId);
  const address = taken.secret && `${publicAddress(context)}/e/${slug}/seat#${taken.secret}`;
  return { slug, address, registration: await readAgain(context, taken.registrationId) };
}

function ofOwn(
  context: Context,
  { registrationId, secret }: OwnRegistrationInput,
  act: (services: Context['services'], own: Own) => Promise<string>,
) {
  return answer(async () => {
    if (secret) await countLink(context);
    const own: Own = secret
      ? { secret }
      : { viewer: signedIn(context), registrationId: rowId('Registration', registrationId ?? '') };
    return { registration: await readAgain(context, await act(context.services, own)) };
  });
}

function requireCode(code: string | null | undefined): string {
  if (code?.trim()) return code.slice(0, 400);
  throw new InvalidInput('code', 'EMPTY', 'Scan or type a code, or choose a name.');
}

const readAgain = async ({ em }: Context, id: string): Promise<RegistrationType> =>
  toRegistration(await readOne(em, id));
