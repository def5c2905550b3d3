import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { WaitingKind, type WaitingRow } from './read-waiting.ts';

registerEnumType(WaitingKind, {
  name: 'WaitingKind',
  description: 'What waits for whoever runs or approves.',
  valuesConfig: {
    YES: { description: 'Work waits for the yes of the local.' },
    CRAFT: { description: 'Work waits for somebody who looks at the craft.' },
    ANSWER: { description: 'A volunteer waits on the local.' },
    CAUTION: { description: 'A draft waits until its caution is ticked.' },
    SUGGESTION: {
      description: 'Suggestions or questions about the campaign have no answer yet, since the first of them.',
    },
    LEAD: { description: 'Somebody asks to lead a board.' },
  },
});

@ObjectType('WaitingForYou', {
  description: 'One thing that waits for the viewer, on a board they run or approve for.',
})
export class WaitingType {
  @Field(() => WaitingKind, { description: 'What it is.' })
  kind!: WaitingKind;

  @Field(() => GraphQLDateTimeISO, { description: 'Since when it waits.' })
  since!: Date;

  /** Row ids; the fields of those names are found in batches. */
  campaignId!: string;
  cardId!: string | null;
  personId!: string | null;
}

export const WaitingConnection = countedConnection('WaitingForYou', () => WaitingType);

export function toWaiting({ kind, since, campaignId, cardId, personId }: WaitingRow): WaitingType {
  return Object.assign(new WaitingType(), { kind, since, campaignId, cardId, personId });
}
