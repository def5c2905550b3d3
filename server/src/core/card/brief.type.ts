import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Skill } from '../access/skill.ts';
import { type Brief, Phase } from '../board/card.entity.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import { LinkType } from './card.type.ts';

@ObjectType('Brief', {
  description: 'What a card asked for when its holder took it, or last said that it is still fine.',
})
export class BriefType {
  @Field(() => String, { description: 'The task in a few words.' })
  title!: string;

  @Field(() => String, { description: 'What there will be when it is done.' })
  deliverable!: string;

  @Field(() => String, { description: 'What the local gives to start with; may be empty.' })
  localSupplies!: string;

  @Field(() => String, { description: 'What is not part of it; may be empty.' })
  outOfScope!: string;

  @Field(() => String, { nullable: true, description: 'A warning.' })
  caution!: string | null;

  @Field(() => Skill, { description: 'The one skill it asked for.' })
  skill!: Skill;

  @Field(() => Float, { description: 'Estimate in hours.' })
  hours!: number;

  @Field(() => Phase, { description: 'The part of the campaign it belonged to.' })
  phase!: Phase;

  @Field(() => Int, { nullable: true, description: 'Due so many hours after T-0; null for a date.' })
  dueOffsetHours!: number | null;

  @Field(() => [String], { description: 'Languages it needed, as BCP 47 tags.' })
  languages!: string[];

  @Field(() => [LinkType], { description: 'Material to work from.' })
  links!: LinkType[];

  @Field(() => [String], { description: 'Its steps.' })
  checklist!: string[];

  due!: string | null;
  card!: CardOnBoard;
}

export const toBrief = (brief: Brief, card: CardOnBoard): BriefType =>
  Object.assign(new BriefType(), { ...brief, card });
