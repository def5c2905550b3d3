import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { SuggestionShow } from './read-suggestions.ts';
import { SuggestionKind } from './suggestion.entity.ts';
import { SuggestionType } from './suggestion.type.ts';

@InputType('SuggestionFilter', { description: 'Which suggestions and questions.' })
export class SuggestionFilterInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Those about this campaign, by its name in addresses; without it, those about the programme.',
  })
  campaign?: string | null;

  @Field(() => SuggestionShow, {
    nullable: true,
    description: 'Only this part of them; without it, all that everybody reads.',
  })
  show?: SuggestionShow | null;
}

@InputType('MakeSuggestionInput', { description: 'A suggestion or a question.' })
export class MakeSuggestionInput {
  @Field(() => ID, { nullable: true, description: 'The campaign it is about; without it, the programme.' })
  campaignId?: string | null;

  @Field(() => SuggestionKind, { description: 'What you want.' })
  kind!: SuggestionKind;

  @Field(() => String, { description: 'Its words, from 5 to 1000 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'In which language they are, as a tag of one that we speak; English when left out.',
  })
  language?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the handle stays unsaid. Without an account there is none to say.',
  })
  anonymous!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'How to thank you where you have no account; 40 characters at most, shown beside your words.',
  })
  thankAs?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The path of the page it came to you on. Coordinators read it.',
  })
  page?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A field that people do not see: words in it are a hint, and refuse nothing.',
  })
  trap?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many seconds the form was open: a hint as well.',
  })
  seconds?: number | null;
}

@InputType('VoteForSuggestionInput', { description: 'A vote.' })
export class VoteForSuggestionInput {
  @Field(() => ID, { description: 'What it is for.' })
  suggestionId!: string;
}

@InputType('TakeBackSuggestionVoteInput', { description: 'A vote that is taken back.' })
export class TakeBackSuggestionVoteInput extends VoteForSuggestionInput {}

@InputType('ShowSuggestionInput', { description: 'What everybody may read.' })
export class ShowSuggestionInput extends VoteForSuggestionInput {}

@InputType('HideSuggestionInput', { description: 'What to take out of sight.' })
export class HideSuggestionInput extends VoteForSuggestionInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'All that whoever made it made here. Who that is nobody learns.',
  })
  allOfAuthor!: boolean;
}

@InputType('AnswerSuggestionInput', { description: 'An answer.' })
export class AnswerSuggestionInput extends VoteForSuggestionInput {
  @Field(() => String, { description: 'Its words, 2000 characters at most.' })
  text!: string;
}

@InputType('DeclineSuggestionInput', { description: 'A no.' })
export class DeclineSuggestionInput extends VoteForSuggestionInput {
  @Field(() => String, { description: 'The reason, 2000 characters at most.' })
  text!: string;
}

@InputType('AcceptSuggestionInput', { description: 'A yes.' })
export class AcceptSuggestionInput extends VoteForSuggestionInput {
  @Field(() => String, {
    nullable: true,
    description: 'A word to whoever made it; 2000 characters at most.',
  })
  text?: string | null;

  @Field(() => Skill, { defaultValue: Skill.WEB_DEVELOPMENT, description: 'What its card asks for.' })
  skill!: Skill;

  @Field(() => Float, { defaultValue: 2, description: 'How many hours its card takes, from 0.25 to 40.' })
  hours!: number;
}

@InputType('WithdrawSuggestionInput', { description: 'What to take back: by its id, or by a receipt.' })
export class WithdrawSuggestionInput {
  @Field(() => ID, { nullable: true, description: 'One of yours.' })
  suggestionId?: string | null;

  @Field(() => String, { nullable: true, description: 'What stands behind the # of the receipt.' })
  secret?: string | null;
}

@ObjectType('MakeSuggestionPayload', { description: 'The answer to `makeSuggestion`.' })
export class MakeSuggestionPayload extends Payload {
  @Field(() => SuggestionType, {
    nullable: true,
    description: 'What was made, or what says the same; null when refused, or while that one waits.',
  })
  suggestion!: SuggestionType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether somebody has to look at it before others read it; null when refused.',
  })
  waits!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The address of its receipt, which tells what became of it; for who has no account, and said once.',
  })
  address!: string | null;
}

@ObjectType('SuggestionByLinkPayload', { description: 'The answer to `suggestionByLink`.' })
export class SuggestionByLinkPayload extends Payload {
  @Field(() => SuggestionType, { nullable: true, description: 'What it is a receipt of; null when refused.' })
  suggestion!: SuggestionType | null;
}

const changed = { nullable: true, description: 'As it is now; null when refused.' };

@ObjectType('VoteForSuggestionPayload', { description: 'The answer to `voteForSuggestion`.' })
export class VoteForSuggestionPayload extends Payload {
  @Field(() => SuggestionType, changed)
  suggestion!: SuggestionType | null;
}

@ObjectType('TakeBackSuggestionVotePayload', { description: 'The answer to `takeBackSuggestionVote`.' })
export class TakeBackSuggestionVotePayload extends Payload {
  @Field(() => SuggestionType, changed)
  suggestion!: SuggestionType | null;
}

@ObjectType('ShowSuggestionPayload', { description: 'The answer to `showSuggestion`.' })
export class ShowSuggestionPayload extends Payload {
  @Field(() => SuggestionType, changed)
  suggestion!: SuggestionType | null;
}

@ObjectType('HideSuggestionPayload', { description: 'The answer to `hideSuggestion`.' })
export class HideSuggestionPayload extends Payload {
  @Field(() => SuggestionType, changed)
  suggestion!: SuggestionType | null;

  @Field(() => Int, { nullable: true, description: 'How many were hidden; null when refused.' })
  hidden!: number | null;
}

@ObjectType('AnswerSuggestionPayload', { description: 'The answer to `answerSuggestion`.' })
export class AnswerSuggestionPayload extends Payload {
  @Field(() => SuggestionType, changed)
  suggestion!: SuggestionType | null;
}

@ObjectType('DeclineSuggestionPayload', { description: 'The answer to `declineSuggestion`.' })
export class DeclineSuggestionPayload extends Payload {
  @Field(() => SuggestionType, changed)
  suggestion!: SuggestionType | null;
}

@ObjectType('AcceptSuggestionPayload', { description: 'The answer to `acceptSuggestion`.' })
export class AcceptSuggestionPayload extends Payload {
  @Field(() => SuggestionType, changed)
  suggestion!: SuggestionType | null;
}

@ObjectType('WithdrawSuggestionPayload', { description: 'The answer to `withdrawSuggestion`.' })
export class WithdrawSuggestionPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: it is gone. False: others answered it, so their words stay without yours being named. Null when refused.',
  })
  gone!: boolean | null;
}
