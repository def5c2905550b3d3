import { GraphQLDateTimeISO } from 'graphql-scalars';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Phase } from '../../core/board/card.entity.ts';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import type { Context } from '../../core/access/context.ts';
import { FIRST_LANGUAGE } from '../../platform/languages/languages.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { Skill } from '../../core/access/skill.ts';
import { type Edition, inLanguage, type WrittenEdition } from './card-templates.ts';
import { retireTemplate, saveTemplate } from './save-template.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { writtenEditionsLoader } from './template.loader.ts';
import { RefusedPayload } from '../../platform/graphql/payload.ts';

@ObjectType('CardTemplate', { description: 'A card that strike after strike has needed.' })
export class CardTemplateType implements Edition {
  @Field(() => ID, { description: 'Names the template.' })
  key!: string;

  @Field(() => Int, { description: 'Its edition, from 1; raised by each change.' })
  version!: number;

  @Field(() => Boolean, { description: 'No longer proposed. Only coordinators are shown such templates.' })
  retired!: boolean;

  @Field(() => String, {
    description:
      'In which language its words stand here: the one that was asked for, where it is written in it.',
  })
  language!: string;

  @Field(() => [String], { description: 'All languages it is written in, as BCP 47 tags.' })
  writtenIn!: string[];

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

@ObjectType('TemplateEdition', { description: 'What a template said in one of its editions.' })
export class TemplateEditionType {
  @Field(() => CardTemplateType, { description: 'The words of this edition.' })
  template!: Edition & WrittenEdition;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was written; null for one that comes with the product.',
  })
  editedAt!: Date | null;
}

@InputType('SaveTemplateInput', { description: 'The words of a template.' })
export class SaveTemplateInput {
  @Field(() => ID, { nullable: true, description: 'Which template; left out for a new one.' })
  key?: string | null;

  @Field(() => Int, { nullable: true, description: 'The edition you read; left out for a new template.' })
  version?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'In which of the product’s languages these words are; English when left out. What it says in others stays.',
  })
  language?: string | null;

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

  @Field(() => String, { nullable: true, description: 'What the local gives; 500 characters at most.' })
  localSupplies?: string | null;

  @Field(() => Sensitivity, { description: 'Who may read it.' })
  sensitivity!: Sensitivity;

  @Field(() => String, { nullable: true, description: 'A warning; 500 characters at most.' })
  caution?: string | null;

  @Field(() => Int, { nullable: true, description: 'Due so many hours after T-0 (negative: before).' })
  dueOffsetHours?: number | null;
}

@ObjectType('SaveTemplatePayload', { description: 'Answer to saveTemplate.' })
export class SaveTemplatePayload extends RefusedPayload {
  @Field(() => CardTemplateType, { nullable: true, description: 'The new edition; null when refused.' })
  template?: CardTemplateType | null;
}

@InputType('RetireTemplateInput', { description: 'Which template is no longer needed.' })
export class RetireTemplateInput {
  @Field(() => ID, { description: 'Which template.' })
  key!: string;

  @Field(() => Int, { description: 'The edition you read.' })
  version!: number;
}

@ObjectType('RetireTemplatePayload', { description: 'Answer to retireTemplate.' })
export class RetireTemplatePayload extends RefusedPayload {
  @Field(() => CardTemplateType, { nullable: true, description: 'The retired template; null when refused.' })
  template?: CardTemplateType | null;
}

const input = { description: 'What the mutation takes.' };
const LANGUAGE = {
  defaultValue: FIRST_LANGUAGE,
  description:
    'In which language to read them, as a BCP 47 tag. One that is not written in it comes in another.',
};

@Resolver(() => CardTemplateType)
export class CardTemplateResolver {
  @Query(() => [CardTemplateType], {
    nullable: true,
    description: 'All templates in their newest edition, in the order in which a strike needs them.',
  })
  async cardTemplates(
    @Arg('withRetired', () => Boolean, {
      defaultValue: false,
      description: 'Also those no longer proposed. For coordinators; all others get those in use.',
    })
    withRetired: boolean,
    @Arg('language', () => String, LANGUAGE) language: string,
    @Ctx() { em, reader, services }: Context,
  ): Promise<Edition[]> {
    const templates = await services.templates.newest(em, language);
    const all = withRetired && reader.teamOf === 'EVERY';
    return templates.filter(({ retired }) => all || !retired);
  }

  @Query(() => CardTemplateType, {
    nullable: true,
    description:
      'One template in its newest edition; null for none, and for a retired one unless you are a coordinator.',
  })
  async cardTemplate(
    @Arg('key', () => ID, { description: 'Names the template.' }) key: string,
    @Arg('language', () => String, LANGUAGE) language: string,
    @Ctx() { em, reader, services }: Context,
  ): Promise<Edition | null> {
    const templates = await services.templates.newest(em, language);
    const template = templates.find((each) => each.key === key);
    return template && (!template.retired || reader.teamOf === 'EVERY') ? template : null;
  }

  @FieldResolver(() => [TemplateEditionType], {
    description: 'All its editions, newest first, in the same language. Empty for all but coordinators.',
  })
  async history(
    @Root() { key, language }: CardTemplateType,
    @Ctx() { loaders, reader, services }: Context,
  ): Promise<TemplateEditionType[]> {
    if (reader.teamOf !== 'EVERY') return [];
    const editions = services.templates.history(key, await loaders.of(writtenEditionsLoader).load(key));
    return editions.map((edition) =>
      Object.assign(new TemplateEditionType(), {
        template: inLanguage(edition, language),
        editedAt: edition.editedAt,
      }),
    );
  }

  @Mutation(() => SaveTemplatePayload, {
    description: 'Writes a new edition of a template, or a new template. For coordinators.',
  })
  saveTemplate(
    @Arg('input', () => SaveTemplateInput, input) given: SaveTemplateInput,
    @Ctx() context: Context,
  ): Promise<SaveTemplatePayload> {
    return answer(async () => {
      const { key, version, language, ...words } = given;
      const template = await saveTemplate(context.services, signedIn(context), {
        ...{ key, version, language },
        words: {
          ...words,
          localSupplies: words.localSupplies ?? '',
          caution: words.caution ?? null,
          dueOffsetHours: words.dueOffsetHours ?? null,
        },
      });
      return { template };
    });
  }

  @Mutation(() => RetireTemplatePayload, {
    description: 'Takes a template out of use; saving it brings it back. For coordinators.',
  })
  retireTemplate(
    @Arg('input', () => RetireTemplateInput, input) given: RetireTemplateInput,
    @Ctx() context: Context,
  ): Promise<RetireTemplatePayload> {
    return answer(async () => ({
      template: await retireTemplate(context.services, signedIn(context), given),
    }));
  }
}

@Resolver(() => TemplateEditionType)
export class TemplateEditionResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who wrote it; null for one that comes with the product.',
  })
  async editedBy(
    @Root() { template }: TemplateEditionType,
    @Ctx() { loaders }: Context,
  ): Promise<PersonType | null> {
    return template.editedBy ? loaders.of(personLoader).load(template.editedBy) : null;
  }
}
