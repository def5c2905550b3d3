import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { Skill } from '../access/skill.ts';
import { CardStatus, Phase } from '../board/card.entity.ts';
import { Sensitivity } from '../access/sensitivity.ts';

const REQUEST_ID = {
  nullable: true,
  description:
    'Makes a repeated request harmless for seven days; one id, one change of yours. 100 characters at most.',
} as const;

export const CAUTION_CLEARED = {
  nullable: true,
  description: 'Tick the caution, where there is one: what it asks for is seen to. Without it nothing opens.',
} as const;

@InputType('RepeatableInput', { description: 'What may be sent twice.' })
export class Repeatable {
  @Field(() => ID, REQUEST_ID)
  requestId?: string | null;
}

@InputType('OneCardInput', { description: 'What is about one card.' })
export class OneCard extends Repeatable {
  @Field(() => ID, { description: 'Which card.' })
  cardId!: string;
}

@InputType('LinkInput', { description: 'A web address.' })
export class LinkInput {
  @Field(() => String, { nullable: true, description: 'What to call it; 120 characters at most.' })
  label?: string | null;

  @Field(() => String, { description: 'http or https address; 2000 characters at most.' })
  url!: string;
}

@InputType('ChecklistItemInput', { description: 'One step of a card.' })
export class ChecklistItemInput {
  @Field(() => ID, { nullable: true, description: 'Id of a step that is there already: it keeps its tick.' })
  id?: string | null;

  @Field(() => String, { description: 'The step; 200 characters at most.' })
  text!: string;
}

@InputType('CardDetailsInput', { description: 'Words of a card that need not be there.' })
class CardDetails extends Repeatable {
  @Field(() => String, {
    nullable: true,
    description: 'What the local gives to start with; 500 characters at most.',
  })
  localSupplies?: string | null;

  @Field(() => String, { nullable: true, description: 'What is not part of it; 500 characters at most.' })
  outOfScope?: string | null;

  @Field(() => String, { nullable: true, description: 'A warning; 500 characters at most.' })
  caution?: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Due moment; not in the past.' })
  dueAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Due so many hours after T-0 (negative: before), instead of a date.',
  })
  dueOffsetHours?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Languages it needs of whoever takes it, as BCP 47 tags.',
  })
  languages?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'In which language its words are written, as a BCP 47 tag; for a new card the first of the campaign’s when left out.',
  })
  language?: string | null;

  @Field(() => [LinkInput], { nullable: true, description: 'Material to work from; twelve at most.' })
  links?: LinkInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a second one may join its holder; who holds it together stays when this changes.',
  })
  forTwo?: boolean | null;
}

@InputType('CreateCardInput', { description: 'A new card.' })
export class CreateCardInput extends CardDetails {
  @Field(() => ID, { description: 'Which board.' })
  boardId!: string;

  @Field(() => String, { description: 'The task in a few words; 120 characters at most.' })
  title!: string;

  @Field(() => String, { description: 'What there will be when it is done; 300 characters at most.' })
  deliverable!: string;

  @Field(() => Skill, { description: 'The one skill it asks for.' })
  skill!: Skill;

  @Field(() => Float, { description: 'Estimate in hours, from 0.25 to 40.' })
  hours!: number;

  @Field(() => Phase, { description: 'The part of the campaign it belongs to.' })
  phase!: Phase;

  @Field(() => Sensitivity, { description: 'Who may read it.' })
  sensitivity!: Sensitivity;

  @Field(() => [String], { nullable: true, description: 'Its steps; twenty of 200 characters at most.' })
  checklist?: string[] | null;

  @Field(() => CardStatus, { nullable: true, description: 'DRAFT or OPEN; OPEN when left out.' })
  status?: CardStatus | null;

  @Field(() => Boolean, CAUTION_CLEARED)
  cautionCleared?: boolean | null;
}

@InputType('UpdateCardInput', { description: 'What to change; fields left out stay, null empties.' })
export class UpdateCardInput extends CardDetails {
  @Field(() => ID, { description: 'Which card.' })
  cardId!: string;

  @Field(() => Int, { description: 'The version you read: others may have edited since.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The task in a few words; 120 characters at most.' })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What there will be when it is done; 300 characters at most.',
  })
  deliverable?: string | null;

  @Field(() => Skill, { nullable: true, description: 'The one skill it asks for.' })
  skill?: Skill | null;

  @Field(() => Float, { nullable: true, description: 'Estimate in hours, from 0.25 to 40.' })
  hours?: number | null;

  @Field(() => Phase, { nullable: true, description: 'The part of the campaign it belongs to.' })
  phase?: Phase | null;

  @Field(() => Sensitivity, { nullable: true, description: 'Who may read it.' })
  sensitivity?: Sensitivity | null;

  @Field(() => [ChecklistItemInput], { nullable: true, description: 'Its steps, all of them.' })
  checklist?: ChecklistItemInput[] | null;
}

@InputType('MoveCardInput', { description: 'Where to put a card; without a neighbour it goes to the end.' })
export class MoveCardInput extends OneCard {
  @Field(() => CardStatus, {
    nullable: true,
    description: 'DRAFT or OPEN; the column it is in when left out.',
  })
  status?: CardStatus | null;

  @Field(() => ID, { nullable: true, description: 'Put it right after this card of the column.' })
  afterCardId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Put it right before this card of the column.' })
  beforeCardId?: string | null;
}

@InputType('ClearCautionInput', { description: 'Whose caution is seen to.' })
export class ClearCautionInput extends OneCard {}

@InputType('ClaimCardInput', { description: 'Which card to take.' })
export class ClaimCardInput extends OneCard {}

@InputType('JoinCardInput', { description: 'Which card to hold together with its holder.' })
export class JoinCardInput extends OneCard {}

@InputType('ExtendClaimInput', { description: 'Which card to keep longer.' })
export class ExtendClaimInput extends OneCard {}

@InputType('HandBackCardInput', { description: 'Which card to give back.' })
export class HandBackCardInput extends OneCard {
  @Field(() => String, { nullable: true, description: 'For whoever takes it next; 4000 characters at most.' })
  note?: string | null;
}

@InputType('TakeBackCardInput', { description: 'Which card to take back.' })
export class TakeBackCardInput extends OneCard {
  @Field(() => String, { description: 'Why, for its holder; 500 characters at most.' })
  reason!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Of two who hold it, the one it is taken back from: the other goes on. Left out: from both.',
  })
  personId?: string | null;
}

@InputType('ConfirmClaimInput', { description: 'Which card one is on.' })
export class ConfirmClaimInput extends OneCard {}

@InputType('TakeBackAllCardsInput', { description: 'Whose cards of a board to take back.' })
export class TakeBackAllCardsInput {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Field(() => ID, { description: 'Who holds them.' })
  personId!: string;

  @Field(() => String, {
    description: 'Why, for their holder; 500 characters at most. It stands on each card.',
  })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeated request harmless; 100 characters at most, new for every intent.',
  })
  requestId?: string | null;
}

@InputType('BlockCardInput', { description: 'Which card waits on the local.' })
export class BlockCardInput extends OneCard {
  @Field(() => String, { description: 'What is missing; 300 characters at most.' })
  reason!: string;
}

@InputType('UnblockCardInput', { description: 'Which card need not wait any more.' })
export class UnblockCardInput extends OneCard {
  @Field(() => String, {
    nullable: true,
    description: 'The answer, which goes to the comments; 2000 characters at most.',
  })
  answer?: string | null;
}

@InputType('AskForLookInput', { description: 'Which card; you hold it.' })
export class AskForLookInput extends OneCard {}

@InputType('ConfirmBriefInput', { description: 'Which card is still fine as it stands; you hold it.' })
export class ConfirmBriefInput extends OneCard {
  @Field(() => Int, { description: 'The version you read.' })
  version!: number;
}

@InputType('BringBackCardInput', { description: 'Which cancelled card.' })
export class BringBackCardInput extends OneCard {}

@InputType('CancelCardInput', { description: 'Which card to take off the board.' })
export class CancelCardInput extends OneCard {
  @Field(() => String, { description: 'Why; 500 characters at most.' })
  reason!: string;
}

@InputType('TickChecklistItemInput', { description: 'Which step.' })
export class TickChecklistItemInput extends OneCard {
  @Field(() => ID, { description: 'Id of the step on its card.' })
  itemId!: string;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  done!: boolean;
}
