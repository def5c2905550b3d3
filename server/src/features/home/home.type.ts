import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { toPartId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
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
  implements: Node,
  description: 'One thing that waits for the viewer, on a board they run or approve for.',
})
export class WaitingForYouType extends Node {
  @Field(() => WaitingKind, { description: 'What it is.' })
  kind!: WaitingKind;

  @Field(() => GraphQLDateTimeISO, { description: 'Since when it waits.' })
  since!: Date;

  /** Row ids; the fields of those names are found in batches. */
  campaignId!: string;
  cardId!: string | null;
  personId!: string | null;
}

export const WaitingConnection = countedConnection('WaitingForYou', () => WaitingForYouType);

/** What stands for a kind in ids. Programs keep these: a kind that is new gets the next number, and none gets another. */
const NUMBERS: Record<WaitingKind, number> = {
  YES: 0,
  CRAFT: 1,
  ANSWER: 2,
  CAUTION: 3,
  LEAD: 4,
  SUGGESTION: 5,
};

/** The kind of that number; undefined for none. */
export const kindOfNumber = (number: number): WaitingKind | undefined =>
  Object.values(WaitingKind).find((kind) => NUMBERS[kind] === number);

export function toWaiting({ id, kind, since, campaignId, cardId, personId }: WaitingRow): WaitingForYouType {
  return Object.assign(new WaitingForYouType(), {
    // Work that waited for the craft and then for the yes is one card, and two things that wait.
    id: toPartId('WaitingForYou', id, NUMBERS[kind]),
    ...{ kind, since, campaignId, cardId, personId },
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    WaitingForYou: true;
  }
}
