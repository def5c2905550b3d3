import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { signedIn } from '../person/entrance.ts';
import { setStanding } from './set-standing.ts';
import {
  SetStandingInput,
  SetStandingPayload,
  VouchForPersonInput,
  VouchForPersonPayload,
  WithdrawVouchInput,
  WithdrawVouchPayload,
} from './standing.types.ts';
import { vouchForPerson, withdrawVouch } from './vouch-for-person.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { vouchesForLoader, vouchesOfLoader } from './vouch.loader.ts';
import type { PersonType } from '../person/person.type.ts';
import { personLoader } from '../person/person.loader.ts';
import type { Context } from '../access/context.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class StandingMutations {
  @Mutation(() => SetStandingPayload, { description: 'Say how far a person is trusted. For coordinators.' })
  setStanding(
    @Arg('input', () => SetStandingInput, input) given: SetStandingInput,
    @Ctx() context: Context,
  ): Promise<SetStandingPayload> {
    return answer(async () => {
      const personId = await setStanding(context.services, signedIn(context), given);
      return { person: await readAgain(context, personId) };
    });
  }

  @Mutation(() => VouchForPersonPayload, {
    description:
      'Let somebody you know read and work as the vetted do on the campaigns of your organization. For its people.',
  })
  vouchForPerson(
    @Arg('input', () => VouchForPersonInput, input) given: VouchForPersonInput,
    @Ctx() context: Context,
  ): Promise<VouchForPersonPayload> {
    return answer(async () => {
      const personId = await vouchForPerson(context.services, signedIn(context), inOrganization(given));
      return { person: await readAgain(context, personId) };
    });
  }

  @Mutation(() => WithdrawVouchPayload, {
    description: 'Take a vouch back. For who gave it, organizers of the organization and coordinators.',
  })
  withdrawVouch(
    @Arg('input', () => WithdrawVouchInput, input) given: WithdrawVouchInput,
    @Ctx() context: Context,
  ): Promise<WithdrawVouchPayload> {
    return answer(async () => {
      const personId = await withdrawVouch(context.services, signedIn(context), inOrganization(given));
      return { person: await readAgain(context, personId) };
    });
  }
}

/** The input with the row id of its organization. */
function inOrganization<T extends { organizationId?: string | null }>({ organizationId, ...input }: T) {
  return { ...input, organizationId: organizationId == null ? null : rowId('Organization', organizationId) };
}

/** The person after a change, not as an earlier field of this operation read them. */
function readAgain({ loaders }: Context, personId: string): Promise<PersonType> {
  loaders.of(vouchesForLoader).clear(personId);
  loaders.of(vouchesOfLoader).clearAll();
  return loaders.of(personLoader).clear(personId).load(personId);
}
