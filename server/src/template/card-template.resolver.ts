import { Field, Float, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Phase } from '../board/card.entity.ts';
import { Sensitivity } from '../board/sensitivity.ts';
import { Skill } from '../person/skill.ts';
import { type CardTemplate, cardTemplates } from './card-templates.ts';

@ObjectType('CardTemplate', { description: 'A card that strike after strike has needed.' })
export class CardTemplateType implements CardTemplate {
  @Field(() => ID, { description: 'Names the template.' })
  key!: string;

  @Field(() => String, { description: 'The task in a few words.' })
  title!: string;

  @Field(() => String, { description: 'What there will be when it is done.' })
  deliverable!: string;

  @Field(() => Skill, { description: 'The one skill it asks for.' })
  skill!: Skill;

  @Field(() => Float, { description: 'Estimate in hours.' })
  hours!: number;

  @Field(() => Phase, { description: 'The part of the campaign it belongs to.' })
  phase!: Phase;

  @Field(() => String, { description: 'What the local gives to start with.' })
  localSupplies!: string;

  @Field(() => Sensitivity, { description: 'Who may read it.' })
  sensitivity!: Sensitivity;

  @Field(() => String, { nullable: true, description: 'A warning.' })
  caution!: string | null;

  @Field(() => Int, { nullable: true, description: 'Due so many hours after T-0 (negative: before).' })
  dueOffsetHours!: number | null;
}

@Resolver(() => CardTemplateType)
export class CardTemplateResolver {
  @Query(() => [CardTemplateType], {
    description: 'All templates, in the order in which a strike needs them.',
  })
  cardTemplates(): readonly CardTemplateType[] {
    return cardTemplates;
  }
}
