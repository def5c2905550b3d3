import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Card } from '../board/card.entity.ts';
import { Person } from '../person/person.entity.ts';

export const Comment = defineEntity({
  name: 'Comment',
  tableName: 'comment',
  properties: (p) => ({
    id: p.uuid().primary(),
    card: () => p.manyToOne(Card).mapToPk().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk(),
    /** Whom a file names that the person brought in; empty where it names nobody. Null for words of the person's own. */
    saidBy: p.text().nullable(),
    /** Emptied when the comment is removed. */
    text: p.text(),
    at: p.datetime(3).defaultRaw('now()'),
    /** When its author last wrote it anew. */
    editedAt: p.datetime(3).nullable(),
    removedAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['card', 'id'] }],
});

export type Comment = InferEntity<typeof Comment>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Comment: typeof Comment;
  }
}
