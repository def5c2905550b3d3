import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, FieldResolver, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import { CardType } from '../card/card.type.ts';
import { UNREVIEWED_HOURS } from '../card/live-cards.ts';

/** Whose turn it is with work that was handed in. */
export const Gate = { CRAFT: 'CRAFT', LOCAL: 'LOCAL' } as const;
export type Gate = keyof typeof Gate;

registerEnumType(Gate, {
  name: 'Gate',
  description: 'One of the two gates of a review.',
  valuesConfig: {
    CRAFT: { description: 'Somebody who knows the craft looks at it.' },
    LOCAL: { description: 'The local says yes, or what should be different.' },
  },
});

@ObjectType('NextLook', { description: 'Who looks at handed-in work next.' })
export class NextLookType {
  @Field(() => Gate, { description: 'Whose turn it is.' })
  gate!: Gate;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description:
      'From when on coordinators see that nobody has looked; null for the local, who has until it is due.',
  })
  by!: Date | null;
}

@Resolver(() => CardType)
export class CardNextLook {
  @FieldResolver(() => NextLookType, {
    nullable: true,
    description: 'Who looks next, while it is in review.',
  })
  nextLook(@Root() { row }: CardType): NextLookType | null {
    if (row.status !== 'IN_REVIEW') return null;
    // Where the local is waited for, the card says so; before that, somebody who knows the craft.
    if (row.waitingSince || !row.handedInAt) return { gate: Gate.LOCAL, by: null };
    return { gate: Gate.CRAFT, by: new Date(row.handedInAt.getTime() + UNREVIEWED_HOURS * 3_600_000) };
  }
}
