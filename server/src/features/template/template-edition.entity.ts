import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';
import type { TemplateFacts, TemplateTexts } from './card-templates.ts';

/**
 * An edition of a template that a coordinator wrote. Version 1 of those that come with the product is in
 * `card-templates.json` and the texts of each language; editions here go on from it, and none is ever changed.
 */
export const TemplateEdition = defineEntity({
  name: 'TemplateEdition',
  tableName: 'template_edition',
  properties: (p) => ({
    key: p.text().primary(),
    version: p.integer().primary(),
    words: p.json<Omit<TemplateFacts, 'key'> & { texts: Readonly<Record<string, TemplateTexts>> }>(),
    /** No longer proposed from this edition on. */
    retired: p.boolean().default(false),
    editedBy: () => p.manyToOne(Person).mapToPk().nullable(),
    editedAt: p.datetime(3).defaultRaw('now()'),
  }),
});

export type TemplateEdition = InferEntity<typeof TemplateEdition>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    TemplateEdition: typeof TemplateEdition;
  }
}
