import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import type { CertificateRow } from './certificates.ts';
import type { Practised, ShownRecordOf, Trained } from './read-record.ts';
import { RecordPart } from './record.entity.ts';

registerEnumType(RecordPart, {
  name: 'RecordPart',
  description:
    'What of a record its person may show. What they gave, and thanks, are their public page itself.',
  valuesConfig: {
    TRAINED: { description: 'Public trainings they came to.' },
    PRACTISED: { description: 'What they practised at those.' },
    REVIEWED: { description: 'On how many public cards they looked at the work of others.' },
  },
});

@ObjectType('RecordTraining', { description: 'A training at whose door somebody was checked in.' })
export class RecordTrainingType {
  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { description: 'Its name in addresses: /e/<slug>.' })
  slug!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it began.' })
  startsAt!: Date;

  @Field(() => String, { description: 'Its time zone, as an IANA name.' })
  timeZone!: string;

  @Field(() => [Skill], { description: 'What it taught.' })
  skills!: Skill[];
}

@ObjectType('RecordPractice', { description: 'A practice of which somebody else said that it is well done.' })
export class RecordPracticeType {
  @Field(() => String, { description: 'What the practice card is called.' })
  title!: string;

  @Field(() => Skill, { description: 'What it practises.' })
  skill!: Skill;

  @Field(() => Float, { description: 'How many hours it takes, about.' })
  hours!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When somebody said that it is well done.' })
  doneAt!: Date;

  @Field(() => String, { description: 'The name of the training.' })
  training!: string;

  @Field(() => String, { description: 'The training in addresses: /e/<slug>.' })
  slug!: string;
}

@ObjectType('Record', { description: 'What you learnt, practised and did for others: yours alone.' })
export class RecordType {
  /** Row id. */
  personId!: string;

  @Field(() => [RecordPart], { description: 'What of it your public page shows; nothing at first.' })
  shown!: RecordPart[];
}

@ObjectType('PublicRecord', { description: 'What somebody chose to show of their record, part by part.' })
export class PublicRecordType {
  @Field(() => [RecordTrainingType], {
    nullable: true,
    description: 'Public trainings they came to; null where they do not show that.',
  })
  trainedIn!: Trained[] | null;

  @Field(() => [RecordPracticeType], {
    nullable: true,
    description: 'What they practised at public trainings; null where they do not show that.',
  })
  practised!: Practised[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'On how many public cards they looked at the work of others; null where they do not show that.',
  })
  reviewed!: number | null;
}

export const toPublicRecord = (shown: ShownRecordOf): PublicRecordType =>
  Object.assign(new PublicRecordType(), shown);

@ObjectType({ description: 'Hours that somebody gave, as they were at one moment.' })
abstract class CertifiedHours {
  @Field(() => String, { description: 'The name they typed for it, or their handle.' })
  name!: string;

  @Field(() => Int, { description: 'Cards they had finished.' })
  cards!: number;

  @Field(() => Float, {
    description: 'Hours those were estimated at; of what two did together, half.',
  })
  hours!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When the first of them was finished.' })
  firstAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When the last of them was finished.' })
  lastAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'As of when all of it is true.' })
  madeAt!: Date;
}

@ObjectType('Certificate', { description: 'A certificate of your hours.' })
export class CertificateType extends CertifiedHours {
  row!: CertificateRow;

  @Field(() => ID, { description: 'Opaque; `revokeCertificate` takes it.' })
  id!: string;

  @Field(() => String, { description: 'What stands in its address: /verify/<code>.' })
  code!: string;
}

export const toCertificate = (row: CertificateRow): CertificateType =>
  Object.assign(new CertificateType(), { ...row, row, id: toGlobalId('Certificate', row.id) });

@ObjectType('VerifiedCertificate', {
  description: 'What whoever has the link of a certificate may know, and nothing else.',
})
export class VerifiedCertificateType extends CertifiedHours {}

export const toVerified = ({ name, cards, hours, firstAt, lastAt, madeAt }: CertificateRow) =>
  Object.assign(new VerifiedCertificateType(), { name, cards, hours, firstAt, lastAt, madeAt });

@InputType('ShowRecordInput', { description: 'What of your record your public page shows.' })
export class ShowRecordInput {
  @Field(() => [RecordPart], { description: 'These parts, and no others.' })
  parts!: RecordPart[];
}

@InputType('CreateCertificateInput', { description: 'What a certificate is to tell of.' })
export class CreateCertificateInput {
  @Field(() => String, {
    nullable: true,
    description: 'The name it is for; 80 characters at most. Your handle where you leave it out.',
  })
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of one campaign alone; of all where you leave it out.' })
  campaignId?: string | null;
}

@InputType('RevokeCertificateInput', { description: 'Which certificate of yours is taken back.' })
export class RevokeCertificateInput {
  @Field(() => ID, { description: 'Your certificate.' })
  certificateId!: string;
}

@ObjectType('ShowRecordPayload', { description: 'The answer to `showRecord`.' })
export class ShowRecordPayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'You; null when refused.' })
  viewer!: ViewerType | null;
}

@ObjectType('CreateCertificatePayload', { description: 'The answer to `createCertificate`.' })
export class CreateCertificatePayload extends Payload {
  @Field(() => CertificateType, { nullable: true, description: 'The certificate; null when refused.' })
  certificate!: CertificateType | null;
}

@ObjectType('RevokeCertificatePayload', { description: 'The answer to `revokeCertificate`.' })
export class RevokeCertificatePayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'You; null when refused.' })
  viewer!: ViewerType | null;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Certificate: true;
  }
}
