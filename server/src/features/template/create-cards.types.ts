import { GraphQLDateTimeISO } from 'graphql-scalars';
import { ObjectType, Field, Int, InputType, ID } from 'type-graphql';
import { CardType } from '../../core/card/card.type.ts';
import { CardStatus } from '../../core/board/card.entity.ts';
import { Repeatable, CAUTION_CLEARED } from '../../core/card/card.inputs.ts';
import { RefusedPayload } from '../../platform/graphql/payload.ts';

@ObjectType('CreateCardsFromTemplatesPayload', { description: 'Answer to createCardsFromTemplates.' })
export class CreateCardsFromTemplatesPayload extends RefusedPayload {
  @Field(() => [CardType], { nullable: true, description: 'The new cards.' })
  cards?: CardType[] | null;

  @Field(() => Int, { nullable: true, description: 'The revision the change made.' })
  boardRevision?: number | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Until when you can take them away again by `undoBoardChange`; null when refused.',
  })
  undoUntil?: Date | null;
}

@InputType('CreateCardsFromTemplatesInput', { description: 'Many new cards at once.' })
export class CreateCardsFromTemplatesInput extends Repeatable {
  @Field(() => ID, { description: 'Which board.' })
  boardId!: string;

  @Field(() => [ID], { description: 'Keys of templates; each makes one card.' })
  templateKeys!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'In which language the cards are written, as a BCP 47 tag; the first of the campaign’s when left out. A template ' +
      'that is not written in it gives its card in another one, which the card says.',
  })
  language?: string | null;

  @Field(() => CardStatus, {
    nullable: true,
    description: 'DRAFT or OPEN; OPEN when left out. Those with a caution that is not ticked start as DRAFT.',
  })
  status?: CardStatus | null;

  @Field(() => Boolean, CAUTION_CLEARED)
  cautionCleared?: boolean | null;
}
