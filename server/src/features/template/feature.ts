import type { Feature } from '../../platform/feature.ts';
import { CUT } from '../../platform/graphql/list-bounds.ts';
import { CardTemplateResolver, TemplateEditionResolver } from './card-template.resolver.ts';
import { CardsFromTemplates } from './create-cards.mutations.ts';
import { BoardTemplateKeys } from './template-keys.resolver.ts';
import { Templates } from './templates.ts';
import { TemplateEdition } from './template-edition.entity.ts';

export const template: Feature = {
  name: 'template',
  entities: [TemplateEdition],
  resolvers: [BoardTemplateKeys, CardsFromTemplates, CardTemplateResolver, TemplateEditionResolver],
  lists: {
    'Board.templateKeys': 60,
    'CardTemplate.history': CUT,
    'CardTemplate.writtenIn': 40,
    'CreateCardsFromTemplatesPayload.cards': 60,
    'Query.cardTemplates': 60,
  },
  services: ({ languages }) => ({ templates: new Templates(languages) }),
  erasesPerson: { forgotten: { template_edition: ['edited_by_id'] } },
};
