import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { endOtherSessions, endSession, signOut } from './end-session.ts';
import { letIn, letOut, signedIn, visitorOf } from './entrance.ts';
import { join } from './join.ts';
import {
  EndSessionInput,
  RenewRecoveryCodeInput,
  JoinInput,
  SignInInput,
  UpdateProfileInput,
} from './person.input.ts';
import {
  EndOtherSessionsPayload,
  EndSessionPayload,
  JoinPayload,
  RenewRecoveryCodePayload,
  SignInPayload,
  SignOutPayload,
  UpdateProfilePayload,
} from './person.payload.ts';
import { readSessions } from './read-sessions.ts';
import { renewRecoveryCode } from './renew-recovery-code.ts';
import { signIn } from './sign-in.ts';
import { updateProfile } from './update-profile.ts';
import { toViewer } from './viewer.type.ts';
import { personLoader } from './person.loader.ts';

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
}
