import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Board } from '../../core/board/board.entity.ts';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Person } from '../../core/person/person.entity.ts';
import { ImportFormat } from './import-kinds.ts';

/** An import that can still be taken back, by the revision it made: which cards it added, its event says. */
export const BoardImport = defineEntity({
  name: 'BoardImport',
  tableName: 'board_import',
  properties: (p) => ({
    board: () => p.manyToOne(Board).mapToPk().primary().deleteRule('cascade'),
    revision: p.integer().primary(),
    /** Who made it: nobody else undoes it. */
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    format: p.enum(Object.values(ImportFormat)),
    cards: p.integer(),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
    undoneAt: p.datetime(3).nullable(),
  }),
  indexes: [{ properties: ['person'] }],
});

export type BoardImport = InferEntity<typeof BoardImport>;

/** A file that was sent to be imported: its sender's alone, and gone some hours later. */
export const ImportSource = defineEntity({
  name: 'ImportSource',
  tableName: 'import_source',
  properties: (p) => ({
    id: p.uuid().primary(),
    campaign: () => p.manyToOne(Campaign).mapToPk().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    body: p.blob().$type<Buffer>(),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [{ properties: ['campaign'] }, { properties: ['person'] }],
});

export type ImportSource = InferEntity<typeof ImportSource>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    BoardImport: typeof BoardImport;
    ImportSource: typeof ImportSource;
  }
}
