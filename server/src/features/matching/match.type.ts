import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CardType } from '../../core/card/card.type.ts';
import { InvitationType } from './invitation.type.ts';
import { MatchReasonCode } from './match-rules.ts';

registerEnumType(MatchReasonCode, {
  name: 'MatchReasonCode',
  description: 'What speaks for a match, or against it.',
  valuesConfig: {
    SKILL: { description: 'The card asks for a skill they have.' },
    LANGUAGE: { description: 'They share `language` with the card.' },
    TIME_FREE: { description: 'They have `hours` left this week: enough.' },
    TIME_SHORT: { description: 'They have `hours` left this week: less than the card takes.' },
    DUE_IN_TIME: { description: 'It is due soon; they are awake for `hours` until then: enough.' },
    DUE_TIGHT: { description: 'They are awake for `hours` until it is due: less than the card takes.' },
    DID_SKILL: {
      description:
        'They finished `count` cards of this skill; others are told of those that anybody may read.',
    },
    KNOWS_LOCAL: { description: 'They finished `count` cards for this organization.' },
    TRUSTED: {
      description: 'Their standing is VETTED or LEAD, or somebody of this organization vouches for them.',
    },
    WAITED: { description: 'For `count` days nobody asked them, and they took nothing.' },
    HOLDS_MUCH: { description: 'They hold `count` cards already.' },
  },
});

@ObjectType('MatchReason', { description: 'One reason for or against a match.' })
export class MatchReasonType {
  @Field(() => MatchReasonCode, { description: 'Which.' })
  code!: MatchReasonCode;

  @Field(() => Float, { nullable: true, description: 'Hours, where the code speaks of them.' })
  hours?: number;

  @Field(() => Int, { nullable: true, description: 'Cards or days, where the code speaks of them.' })
  count?: number;

  @Field(() => String, {
    nullable: true,
    description: 'Language tag (BCP 47), where the code speaks of one.',
  })
  language?: string;
}

@ObjectType('CardMatch', { description: 'A card that fits you, and why.' })
export class CardMatchType {
  @Field(() => CardType, { description: 'The open card.' })
  card!: CardType;

  @Field(() => [MatchReasonType], { description: 'Why; also what speaks against it.' })
  reasons!: MatchReasonType[];

  @Field(() => Boolean, { description: 'Whether there is time for it, and enough speaks for it.' })
  isGood!: boolean;
}

@ObjectType('PersonMatch', { description: 'Somebody one could ask for a card, and why.' })
export class PersonMatchType {
  personId!: string;

  @Field(() => [MatchReasonType], { description: 'Why; also what speaks against it.' })
  reasons!: MatchReasonType[];

  @Field(() => Boolean, { description: 'Whether they have time for it, and enough speaks for it.' })
  isGood!: boolean;

  @Field(() => InvitationType, {
    nullable: true,
    description: 'The invitation that waits for their answer; null where they are not asked.',
  })
  invitation!: InvitationType | null;
}
