import { InputType, Field, ID, ObjectType } from 'type-graphql';
import { Standing } from '../access/standing.ts';
import { PersonType } from '../person/person.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

@InputType('SetStandingInput', { description: 'How far a person is trusted from now on.' })
export class SetStandingInput {
  @Field(() => String, { description: 'Whose standing, by handle.' })
  handle!: string;

  @Field(() => Standing, { description: 'The standing from now on.' })
  standing!: Standing;

  @Field(() => String, {
    nullable: true,
    description: 'Why; 500 characters at most. Needed for SUSPENDED. The person reads it too.',
  })
  note?: string | null;
}

@InputType('VouchForPersonInput', { description: 'Whom one knows and trusts.' })
export class VouchForPersonInput {
  @Field(() => String, { description: 'Their handle.' })
  handle!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'On whose campaigns it counts. May be left out by who belongs to one organization.',
  })
  organizationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How one knows them; 500 characters at most. The person reads it too.',
  })
  note?: string | null;
}

@InputType('WithdrawVouchInput', { description: 'Whose vouch is taken back.' })
export class WithdrawVouchInput {
  @Field(() => String, { description: 'The handle of whom it was for.' })
  handle!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'On whose campaigns it counted. May be left out by who belongs to one organization.',
  })
  organizationId?: string | null;
}

@ObjectType('SetStandingPayload', { description: 'The answer to `setStanding`.' })
export class SetStandingPayload extends Payload {
  @Field(() => PersonType, { nullable: true, description: 'The person as they are now; null when refused.' })
  person!: PersonType | null;
}

@ObjectType('VouchForPersonPayload', { description: 'The answer to `vouchForPerson`.' })
export class VouchForPersonPayload extends Payload {
  @Field(() => PersonType, { nullable: true, description: 'The person as they are now; null when refused.' })
  person!: PersonType | null;
}

@ObjectType('WithdrawVouchPayload', { description: 'The answer to `withdrawVouch`.' })
export class WithdrawVouchPayload extends Payload {
  @Field(() => PersonType, { nullable: true, description: 'The person as they are now; null when refused.' })
  person!: PersonType | null;
}
