import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../../core/person/person.entity.ts';

/** Somebody chose to show what they gave, under their handle. Without a row there is no page. */
export const PublicPage = defineEntity({
  name: 'PublicPage',
  tableName: 'public_page',
  properties: (p) => ({
    person: () => p.manyToOne(Person).mapToPk().primary().deleteRule('cascade'),
    showThanks: p.boolean().default(true),
    since: p.datetime(3).defaultRaw('now()'),
  }),
});

export type PublicPage = InferEntity<typeof PublicPage>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    PublicPage: typeof PublicPage;
  }
}
