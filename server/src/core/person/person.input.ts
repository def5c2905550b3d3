import { Field, ID, InputType } from 'type-graphql';
import { Skill } from '../access/skill.ts';

@InputType('JoinInput', { description: 'What it takes to join: no name, no e-mail.' })
export class JoinInput {
  @Field(() => String, {
    description:
      'The name to go by: 3 to 24 letters or digits of one alphabet, with single - _ . between them.',
  })
  handle!: string;

  @Field(() => [Skill], { description: 'What the person can do. May be empty.' })
  skills!: Skill[];

  @Field(() => [String], {
    description: 'Languages they work in, as tags such as `en` or `es-MX`. May be empty.',
  })
  languages!: string[];
}

@InputType('SignInInput', { description: 'How to come back on another device.' })
export class SignInInput {
  @Field(() => String, { description: 'The handle, in any case.' })
  handle!: string;

  @Field(() => String, {
    description: 'The code shown last; spaces, dashes and case do not matter. It works once.',
  })
  recoveryCode!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Random text of the client, the same while it tries again: an answer that was lost comes once more for ten minutes.',
  })
  attempt?: string | null;
}

@InputType('RenewRecoveryCodeInput', { description: 'What else to do with a new code.' })
export class RenewRecoveryCodeInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to end all other sessions; not, unless said.',
  })
  endOtherSessions?: boolean | null;
}

@InputType('EndSessionInput', { description: 'Which session to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'One of `viewer.sessions`.' })
  sessionId!: string;
}

@InputType('ProfileAsReadInput', { description: 'As you read it, in the fields you change.' })
export class ProfileAsReadInput {
  @Field(() => [Skill], { nullable: true, description: 'All skills from now on.' })
  skills?: Skill[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All languages from now on, as tags such as `en` or `es-MX`.',
  })
  languages?: string[] | null;
}

@InputType('UpdateProfileInput', { description: 'What to change of oneself. What is not given stays.' })
export class UpdateProfileInput extends ProfileAsReadInput {
  @Field(() => ProfileAsReadInput, {
    nullable: true,
    description:
      'The same fields as you read them: refused as StaleFields where one was changed since. What is left out is not compared.',
  })
  asRead?: ProfileAsReadInput | null;
}
