import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { connectionType, countedType } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { OpeningState, PayPer } from './opening.entity.ts';
import type { OpeningRow } from './read-openings.ts';

registerEnumType(OpeningState, {
  name: 'OpeningState',
  description: 'Whether an opening can be answered.',
  valuesConfig: {
    OPEN: { description: 'It can be answered until its closing date.' },
    CLOSED: { description: 'It is closed, by hand or by its date, and stays to be read.' },
    WITHDRAWN: { description: 'Nobody is sought any more.' },
  },
});
registerEnumType(PayPer, {
  name: 'PayPer',
  description: 'What a figure of pay is for.',
  valuesConfig: {
    HOUR: { description: 'For an hour.' },
    WEEK: { description: 'For a week.' },
    MONTH: { description: 'For a month.' },
    YEAR: { description: 'For a year.' },
  },
});

@ObjectType('Pay', { description: 'What is paid, in figures. No opening is without it.' })
export class PayType {
  @Field(() => Float, { description: 'From.' })
  from!: number;

  @Field(() => Float, { description: 'To; the same where it is one figure.' })
  to!: number;

  @Field(() => String, { description: 'The currency, such as USD.' })
  currency!: string;

  @Field(() => PayPer, { description: 'For how much time.' })
  per!: PayPer;

  @Field(() => Float, { description: 'Hours a week that are paid.' })
  hoursAWeek!: number;
}

@ObjectType('Opening', {
  implements: Node,
  description: 'A staff or campaign role that is to be filled. Everybody reads it, also once it is closed.',
})
export class OpeningType extends Node {
  @Field(() => String, { description: 'Its name in addresses: `/o/<slug>`.' })
  slug!: string;

  @Field(() => String, { description: 'What the role is called.' })
  title!: string;

  @Field(() => String, { description: 'What there is to do, and with whom.' })
  story!: string;

  @Field(() => String, { description: 'Language of its words, as a BCP 47 tag.' })
  language!: string;

  @Field(() => String, { nullable: true, description: 'Where it is; null where one works from anywhere.' })
  place!: string | null;

  @Field(() => Boolean, { description: 'Whether one may work from anywhere.' })
  isRemote!: boolean;

  @Field(() => [String], { description: 'Languages that one speaks there, as BCP 47 tags.' })
  languages!: string[];

  @Field(() => [Skill], { description: 'What one should be able to do.' })
  skills!: Skill[];

  @Field(() => PayType, { description: 'What is paid.' })
  pay!: PayType;

  @Field(() => String, { description: 'How to answer, beside answering here; empty for nothing to add.' })
  howToAnswer!: string;

  @Field(() => Boolean, { description: 'Whether the programme hires for the organization.' })
  byProgramme!: boolean;

  @Field(() => String, {
    description: 'What clocks in `timeZone` say when it closes, such as 2026-12-31T18:00.',
  })
  closesOn!: string;

  @Field(() => String, { description: 'The time zone of the closing date, such as `America/Chicago`.' })
  timeZone!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'The moment of the closing date.' })
  closesAt!: Date;

  @Field(() => OpeningState, { description: 'Whether it can be answered now.' })
  state!: OpeningState;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it closed; null while it is open.' })
  closedAt!: Date | null;

  @Field(() => Int, { description: 'Everybody is answered so many days after it closed.' })
  answerDays!: number;

  @Field(() => GraphQLDateTimeISO, {
    description: 'Until when everybody is answered. Both sides see the same clock.',
  })
  answersDueAt!: Date;

  row!: OpeningRow;
}

/** An opening as everybody sees it. */
export function toOpening(row: OpeningRow): OpeningType {
  const { id, slug, title, story, language, place, isRemote, languages, skills, howToAnswer, ...rest } = row;
  const { byProgramme, closesOn, timeZone, closesAt, state, closedAt, answerDays, answersDueAt } = rest;
  const pay = Object.assign(new PayType(), {
    ...{ from: rest.payFrom, to: rest.payTo, currency: rest.currency, per: rest.payPer },
    hoursAWeek: rest.hoursAWeek,
  });
  return Object.assign(new OpeningType(), {
    ...{ slug, title, story, language, place, isRemote, languages, skills, howToAnswer, byProgramme, pay },
    ...{ closesOn, timeZone, closesAt, state, closedAt, answerDays, answersDueAt, row },
    id: toGlobalId('Opening', id),
  });
}

export const OpeningConnection = countedType(
  connectionType('Opening', () => OpeningType),
  'OpeningConnection',
  'A page of a list of Opening.',
);

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Opening: true;
  }
}
