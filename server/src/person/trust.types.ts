import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ErrorType } from '../graphql/refusal.type.ts';
import { Standing } from './person.entity.ts';
import { StandingReason } from './trust.entity.ts';
import { ViewerType } from './viewer.type.ts';

registerEnumType(StandingReason, {
  name: 'StandingReason',
  description: 'Why the standing of a person changed.',
  valuesConfig: {
    WORK_APPROVED: { description: 'Enough of their work was approved.' },
    VOUCHED: { description: 'Somebody who knows them vouched for them.' },
    COORDINATOR: { description: 'A coordinator decided.' },
  },
});

@ObjectType('StandingChange', { description: 'Why the standing of a person is what it is.' })
export class StandingChangeType {
  @Field(() => Standing, { description: 'What it was.' })
  before!: Standing;

  @Field(() => Standing, { description: 'What it became.' })
  after!: Standing;

  @Field(() => StandingReason, { description: 'Why.' })
  reason!: StandingReason;

  @Field(() => String, { description: 'In the words of who changed it; may be empty.' })
  note!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When.' })
  at!: Date;

  byId!: string | null;
  cardId!: string | null;
}

@ObjectType('Conduct', { description: 'The code of conduct, and whether the person agreed to it.' })
export class ConductType {
  @Field(() => Int, { description: 'Which text stands now; `agreeToConduct` takes it.' })
  version!: number;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When they agreed to this text; null when they have not.',
  })
  agreedAt!: Date | null;
}

@InputType('AgreeToConductInput', { description: 'Which text somebody agrees to.' })
export class AgreeToConductInput {
  @Field(() => Int, { description: 'Its version, from `viewer.conduct`.' })
  version!: number;
}

@ObjectType('AgreeToConductPayload', { description: 'The answer to `agreeToConduct`.' })
export class AgreeToConductPayload {
  @Field(() => ViewerType, { nullable: true, description: 'The person; null when refused.' })
  viewer!: ViewerType | null;

  @Field(() => [ErrorType], { description: 'Why nothing was changed; empty when it was done.' })
  errors!: ErrorType[];
}
