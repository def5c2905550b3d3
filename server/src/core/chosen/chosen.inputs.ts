import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { Sensitivity } from '../access/sensitivity.ts';
import { Skill } from '../access/skill.ts';
import { CardStatus, Phase } from '../board/card.entity.ts';
import { Repeatable } from '../card/card.inputs.ts';
import { MAX_CHOSEN } from './choose-cards.ts';
import { Place } from './move-cards.ts';

registerEnumType(Place, {
  name: 'PlaceInColumn',
  description: 'An end of a column.',
  valuesConfig: {
    TOP: { description: 'Before all others.' },
    BOTTOM: { description: 'After all others.' },
  },
});

@InputType('OneBoardInput', { description: 'What is about one board.' })
class OneBoard extends Repeatable {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;
}

const CARDS = { description: `Which cards of the board; ${MAX_CHOSEN} at most.` };

@InputType('MoveCardsInput', { description: 'Which cards go where.' })
export class MoveCardsInput extends OneBoard {
  @Field(() => [ID], CARDS)
  cardIds!: string[];

  @Field(() => CardStatus, {
    nullable: true,
    description: 'OPEN opens drafts, DRAFT puts open cards back; those that are there already stay.',
  })
  status?: CardStatus | null;

  @Field(() => Place, {
    nullable: true,
    description:
      'Which end of the column they go to: of the one they come to, or of their own. BOTTOM when a status is given alone.',
  })
  place?: Place | null;
}

@InputType('CancelCardsInput', { description: 'Which cards to take off the board.' })
export class CancelCardsInput extends OneBoard {
  @Field(() => [ID], CARDS)
  cardIds!: string[];

  @Field(() => String, { description: 'Why; 500 characters at most. It stands on each card.' })
  reason!: string;
}

@InputType('CardAsReadInput', { description: 'A card as you read it.' })
export class CardAsReadInput {
  @Field(() => ID, { description: 'Which card.' })
  cardId!: string;

  @Field(() => Int, { description: 'Its `version`.' })
  version!: number;
}

@InputType('UpdateCardsInput', {
  description: 'What to write into many cards. Fields that are left out stay as they are.',
})
export class UpdateCardsInput extends OneBoard {
  @Field(() => [CardAsReadInput], {
    description: `Which cards of the board, as you read them; ${MAX_CHOSEN} at most.`,
  })
  cards!: CardAsReadInput[];

  @Field(() => Skill, { nullable: true, description: 'The skill it takes.' })
  skill?: Skill | null;

  @Field(() => Float, { nullable: true, description: 'Hours it takes: 0.25 to 40.' })
  hours?: number | null;

  @Field(() => Phase, { nullable: true, description: 'When in the fight it belongs.' })
  phase?: Phase | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Due moment; null takes it away. Giving it clears `dueOffsetHours`.',
  })
  dueAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Due moment in hours after T-0; negative before it; null takes it away. Giving it clears `dueAt`.',
  })
  dueOffsetHours?: number | null;

  @Field(() => [String], { nullable: true, description: 'Languages it needs, as BCP 47 tags; ten at most.' })
  languages?: string[] | null;

  @Field(() => Sensitivity, { nullable: true, description: 'Who may read it.' })
  sensitivity?: Sensitivity | null;
}

@InputType('UndoBoardChangeInput', { description: 'What to undo.' })
export class UndoBoardChangeInput extends OneBoard {
  @Field(() => Int, { description: 'The `boardRevision` that the change answered with.' })
  revision!: number;
}
