import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Standing } from '../access/standing.ts';
import { StandingReason } from './trust.entity.ts';
import { ViewerType } from '../person/viewer.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

registerEnumType(StandingReason, {
  name: 'StandingReason',
  description: 'Why the standing of a person changed.',
  valuesConfig: {
    WORK_APPROVED: { description: 'Enough of their work was approved.' },
    PRACTISED: {
      description:
        'A practice that they finished at a training where they were checked in counted beside work that another local approved.',
    },
    VOUCHED: {
      description: 'Somebody vouched for them, when a vouch still counted everywhere. Not given any more.',
    },
    RULE_CHANGED: {
      description: 'A vouch counts only for the campaigns of its organization since a rule changed.',
    },
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

  @Field(() => GraphQLDateTimeISO, { description: 'When.' })
  at!: Date;

  /** In the words of who changed it. */
  words!: string;
  personId!: string;
  byId!: string | null;
  cardId!: string | null;
}

@ObjectType('Vouch', {
  description:
    'The word of somebody of an organization: on its campaigns, and nowhere else, the person reads and works as the vetted do.',
})
export class VouchType {
  @Field(() => GraphQLDateTimeISO, { description: 'Since when.' })
  at!: Date;

  /** In the words of who vouches. */
  words!: string;
  personId!: string;
  organizationId!: string;
  byId!: string | null;
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
export class AgreeToConductPayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'The person; null when refused.' })
  viewer!: ViewerType | null;
}
