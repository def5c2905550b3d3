import { GraphQLDateTimeISO } from 'graphql-scalars';
import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { Standing } from '../../core/access/standing.ts';
import { countedConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { ApplicationState } from './application.entity.ts';
import { type OwnRecord, RecordField } from './own-record.ts';
import type { ApplicationRow } from './read-applications.ts';

registerEnumType(ApplicationState, {
  name: 'ApplicationState',
  description: 'Where an application stands.',
  valuesConfig: {
    SENT: { description: 'It lies there.' },
    READ: { description: 'The hiring side has read it.' },
    TALKING: { description: 'The hiring side wants to talk.' },
    TAKEN: { description: 'The hiring side said yes.' },
    DECLINED: { description: 'The hiring side said no.' },
    WITHDRAWN: { description: 'It was taken back, with all that was given.' },
  },
});
registerEnumType(RecordField, {
  name: 'RecordField',
  description: 'What one may give of one’s record, each by itself.',
  valuesConfig: {
    HANDLE: { description: 'The name one goes by here.' },
    SKILLS: { description: 'The skills of the profile.' },
    LANGUAGES: { description: 'The languages of the profile.' },
    STANDING: { description: 'How far one is trusted here.' },
    HOURS: { description: 'Hours given, as finished cards were estimated.' },
    CARDS: { description: 'How many cards one finished.' },
    FIGHTS: { description: 'For how many campaigns.' },
    THANKS: { description: 'For how many of them a local said thank you.' },
    REVIEWED: { description: 'How much work of others one looked at.' },
    TRAINED: { description: 'How many trainings one came to.' },
    PRACTISED: { description: 'How many practices of trainings one finished.' },
  },
});

@ObjectType('GivenRecord', {
  description: 'A record, or as much of it as somebody gave: numbers alone, and no words of others.',
})
export class GivenRecordType implements Partial<OwnRecord> {
  @Field(() => String, { nullable: true, description: 'The name they go by here; null where not given.' })
  handle?: string;

  @Field(() => [Skill], { nullable: true, description: 'Skills of the profile; null where not given.' })
  skills?: Skill[];

  @Field(() => [String], { nullable: true, description: 'Languages of the profile; null where not given.' })
  languages?: string[];

  @Field(() => Standing, { nullable: true, description: 'How far they are trusted; null where not given.' })
  standing?: Standing;

  @Field(() => Float, { nullable: true, description: 'Hours given; null where not given.' })
  hours?: number;

  @Field(() => Int, { nullable: true, description: 'Cards they finished; null where not given.' })
  cards?: number;

  @Field(() => Int, { nullable: true, description: 'Campaigns they helped; null where not given.' })
  fights?: number;

  @Field(() => Int, { nullable: true, description: 'Cards they were thanked for; null where not given.' })
  thanks?: number;

  @Field(() => Int, { nullable: true, description: 'Work of others they looked at; null where not given.' })
  reviewed?: number;

  @Field(() => Int, { nullable: true, description: 'Trainings they came to; null where not given.' })
  trained?: number;

  @Field(() => Int, { nullable: true, description: 'Practices they finished; null where not given.' })
  practised?: number;
}

export const toGivenRecord = (given: Partial<OwnRecord>): GivenRecordType =>
  Object.assign(new GivenRecordType(), given);

@ObjectType('Application', {
  implements: Node,
  description: 'An answer to an opening. Whoever sent it and the hiring side read it, nobody else.',
})
export class ApplicationType extends Node {
  @Field(() => ApplicationState, { description: 'Where it stands. Both sides see the same.' })
  state!: ApplicationState;

  @Field(() => String, { description: 'What they wrote; empty once it was withdrawn.' })
  words!: string;

  @Field(() => String, { nullable: true, description: 'How they want to be called; null for nothing said.' })
  shownName!: string | null;

  @Field(() => GivenRecordType, {
    description: 'What they gave of their record, as it was when they sent it.',
  })
  given!: GivenRecordType;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was sent.' })
  sentAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When the hiring side read it.' })
  readAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the hiring side said last; null for nothing.' })
  answer!: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it said so.' })
  answeredAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt!: Date | null;

  row!: ApplicationRow;
}

/** An application as both sides see it; whether one is of them is asked before. */
export function toApplication(row: ApplicationRow): ApplicationType {
  const { state, words, shownName, sentAt, readAt, answer, answeredAt, withdrawnAt } = row;
  return Object.assign(new ApplicationType(), {
    ...{ state, words, shownName, sentAt, readAt, answer, answeredAt, withdrawnAt, row },
    id: toGlobalId('Application', row.id),
    given: toGivenRecord(row.given),
  });
}

export const ApplicationConnection = countedConnection('Application', () => ApplicationType);

@ArgsType()
export class ApplicationsArgs extends TwoWayArgs {
  @Field(() => ApplicationState, { nullable: true, description: 'Only those that stand there.' })
  state?: ApplicationState | null;
}

@InputType('ApplyForOpeningInput', { description: 'An answer to an opening.' })
export class ApplyForOpeningInput {
  @Field(() => ID, { description: 'The opening.' })
  openingId!: string;

  @Field(() => String, { description: 'Words of one’s own; 4000 characters at most.' })
  words!: string;

  @Field(() => [RecordField], { description: 'What of one’s record is given, and nothing else.' })
  shares!: RecordField[];

  @Field(() => String, {
    nullable: true,
    description: 'How one wants to be called; 120 characters at most. Kept for this opening alone.',
  })
  shownName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How one may be reached beside this page; 200 characters at most. Kept sealed.',
  })
  contact?: string | null;
}

@InputType('WithdrawApplicationInput', { description: 'Which application is taken back.' })
export class WithdrawApplicationInput {
  @Field(() => ID, { description: 'The application.' })
  applicationId!: string;
}

@InputType('AnswerApplicationInput', { description: 'What the hiring side says.' })
export class AnswerApplicationInput {
  @Field(() => ID, { description: 'The application.' })
  applicationId!: string;

  @Field(() => ApplicationState, { description: 'READ, TALKING, TAKEN or DECLINED.' })
  state!: ApplicationState;

  @Field(() => String, {
    nullable: true,
    description: 'What is said; 4000 characters at most. Needed for all but READ.',
  })
  words?: string | null;
}

const now = { nullable: true, description: 'The application as it is now; null when refused.' };

@ObjectType('ApplyForOpeningPayload', { description: 'The answer to `applyForOpening`.' })
export class ApplyForOpeningPayload extends Payload {
  @Field(() => ApplicationType, now)
  application!: ApplicationType | null;
}

@ObjectType('WithdrawApplicationPayload', { description: 'The answer to `withdrawApplication`.' })
export class WithdrawApplicationPayload extends Payload {
  @Field(() => ApplicationType, now)
  application!: ApplicationType | null;
}

@ObjectType('AnswerApplicationPayload', { description: 'The answer to `answerApplication`.' })
export class AnswerApplicationPayload extends Payload {
  @Field(() => ApplicationType, now)
  application!: ApplicationType | null;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Application: true;
  }
}
