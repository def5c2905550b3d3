import { CardsFromTemplates } from './create-cards.mutations.ts';
import type { Feature } from '../../platform/feature.ts';
import { CardTemplateResolver, TemplateEditionResolver } from './card-template.resolver.ts';
import { TemplateEdition } from './template-edition.entity.ts';

export const template: Feature = {
  name: 'template',
  entities: [TemplateEdition],
  resolvers: [CardsFromTemplates, CardTemplateResolver, TemplateEditionResolver],
};
