import { Field, ObjectType } from 'type-graphql';
import { SessionType, ViewerType } from './viewer.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

@ObjectType('JoinPayload', { description: 'The answer to `join`. The session comes as a cookie.' })
export class JoinPayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'The new person, signed in; null when refused.' })
  viewer!: ViewerType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The only way back on another device. Shown once: we keep no copy. Null when refused.',
  })
  recoveryCode!: string | null;
}

@ObjectType('SignInPayload', { description: 'The answer to `signIn`. The session comes as a cookie.' })
export class SignInPayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'The person, signed in; null when refused.' })
  viewer!: ViewerType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code for the next time: the one that was used is void. Shown once. Null when refused.',
  })
  recoveryCode!: string | null;
}

@ObjectType('EndOtherSessionsPayload', { description: 'The answer to `endOtherSessions`.' })
export class EndOtherSessionsPayload extends Payload {
  @Field(() => [SessionType], { nullable: true, description: 'The session that is left; null when refused.' })
  sessions!: SessionType[] | null;
}

@ObjectType('SignOutPayload', { description: 'The answer to `signOut`.' })
export class SignOutPayload extends Payload {
  @Field(() => Boolean, { description: 'True: this browser is signed out, whether or not it was in.' })
  signedOut!: boolean;
}

@ObjectType('EndSessionPayload', { description: 'The answer to `endSession`.' })
export class EndSessionPayload extends Payload {
  @Field(() => [SessionType], {
    nullable: true,
    description: 'The sessions that are left; null when refused.',
  })
  sessions!: SessionType[] | null;
}

@ObjectType('RenewRecoveryCodePayload', { description: 'The answer to `renewRecoveryCode`.' })
export class RenewRecoveryCodePayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The new code. Shown once; the one before is void. Null when refused.',
  })
  recoveryCode!: string | null;
}

@ObjectType('UpdateProfilePayload', { description: 'The answer to `updateProfile`.' })
export class UpdateProfilePayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'The person as they are now; null when refused.' })
  viewer!: ViewerType | null;
}
