import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/refusal/refusal.type.ts';
import { endOtherSessions, endSession, signOut } from './end-session.ts';
import { letIn, letOut, signedIn, visitorOf } from './entrance.ts';
import { join } from './join.ts';
import {
  EndSessionInput,
  RenewRecoveryCodeInput,
  JoinInput,
  SetStandingInput,
  SignInInput,
  TryAsInput,
  UpdateProfileInput,
  VouchForPersonInput,
  WithdrawVouchInput,
} from './person.input.ts';
import {
  EndOtherSessionsPayload,
  EndSessionPayload,
  JoinPayload,
  RenewRecoveryCodePayload,
  SetStandingPayload,
  SignInPayload,
  SignOutPayload,
  TryAsPayload,
  UpdateProfilePayload,
  VouchForPersonPayload,
  WithdrawVouchPayload,
} from './person.payload.ts';
import type { PersonType } from './person.type.ts';
import { readSessions } from './read-sessions.ts';
import { renewRecoveryCode } from './renew-recovery-code.ts';
import { setStanding } from '../trust/set-standing.ts';
import { signIn } from './sign-in.ts';
import { tryAs } from '../../features/demo/try-as.ts';
import { updateProfile } from './update-profile.ts';
import { toViewer } from './viewer.type.ts';
import { vouchForPerson, withdrawVouch } from '../trust/vouch-for-person.ts';
import { personLoader } from './person.loader.ts';
import { vouchesForLoader, vouchesOfLoader } from '../trust/vouch.loader.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class PersonMutations {
  @Mutation(() => JoinPayload, {
    description: 'Join with a handle, and be signed in. Nothing else is asked.',
  })
  join(
    @Arg('input', () => JoinInput, input) given: JoinInput,
    @Ctx() context: Context,
  ): Promise<JoinPayload> {
    return answer(async () => {
      const joined = await join(
        context.services,
        given,
        await visitorOf(context, context.services.entryLimits.join),
      );
      return { viewer: letIn(context, joined), recoveryCode: joined.recoveryCode };
    });
  }

  @Mutation(() => SignInPayload, {
    description:
      'Come back on this device, by handle and recovery code. The code works once; the next one is answered.',
  })
  signIn(
    @Arg('input', () => SignInInput, input) given: SignInInput,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    return answer(async () => {
      const visitor = await visitorOf(context, context.services.entryLimits.signIn);
      const joined = await signIn(context.services, given, visitor);
      return { viewer: letIn(context, joined), recoveryCode: joined.recoveryCode };
    });
  }

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

  @Mutation(() => SignOutPayload, { description: 'End the session of this browser.' })
  signOut(@Ctx() context: Context): Promise<SignOutPayload> {
    return answer(async () => {
      if (context.viewer) await signOut(context.services, context.viewer);
      letOut(context);
      return { signedOut: true };
    });
  }

  @Mutation(() => EndSessionPayload, { description: 'End one of your sessions, such as a lost phone.' })
  endSession(
    @Arg('input', () => EndSessionInput, input) given: EndSessionInput,
    @Ctx() context: Context,
  ): Promise<EndSessionPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const sessionId = rowId('Session', given.sessionId);
      await endSession(context.services, viewer, sessionId);
      if (sessionId === viewer.sessionId) letOut(context);
      return { sessions: await readSessions(context.em, viewer) };
    });
  }

  @Mutation(() => EndOtherSessionsPayload, { description: 'End all of your sessions but this one.' })
  endOtherSessions(@Ctx() context: Context): Promise<EndOtherSessionsPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      await endOtherSessions(context.services, viewer);
      return { sessions: await readSessions(context.em, viewer) };
    });
  }

  @Mutation(() => RenewRecoveryCodePayload, {
    description:
      'Get a new recovery code. The one before is void at once, and you are told wherever you are signed in.',
  })
  renewRecoveryCode(
    @Arg('input', () => RenewRecoveryCodeInput, { ...input, nullable: true })
    given: RenewRecoveryCodeInput | null,
    @Ctx() context: Context,
  ): Promise<RenewRecoveryCodePayload> {
    return answer(async () => ({
      recoveryCode: await renewRecoveryCode(context.services, signedIn(context), given ?? {}),
    }));
  }

  @Mutation(() => UpdateProfilePayload, {
    description: 'Change what you can do and which languages you work in.',
  })
  updateProfile(
    @Arg('input', () => UpdateProfileInput, input) given: UpdateProfileInput,
    @Ctx() context: Context,
  ): Promise<UpdateProfilePayload> {
    return answer(async () => {
      const viewer = await updateProfile(context.services, signedIn(context), given);
      context.viewer = viewer;
      context.loaders.of(personLoader).clear(viewer.personId);
      return { viewer: toViewer(viewer) };
    });
  }

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
