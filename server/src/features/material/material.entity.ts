import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { File } from '../../core/file/file.entity.ts';
import { Event, EventSession } from '../event/event.entity.ts';

/** From when on whoever may read an event reads a file of it. */
export const MaterialShown = {
  NOW: 'NOW',
  /** Once a recap that has it is public; until then the organization's own people alone. */
  RECAP: 'RECAP',
} as const;
export type MaterialShown = keyof typeof MaterialShown;

/** Where a file of an event belongs, and who reads it when. It is there from the moment in which the file is begun. */
export const Material = defineEntity({
  name: 'Material',
  tableName: 'material',
  properties: (p) => ({
    file: () => p.manyToOne(File).mapToPk().primary().deleteRule('cascade'),
    event: () => p.manyToOne(Event).mapToPk().deleteRule('cascade'),
    /** Null for one of the event itself, and once its session is gone. */
    session: () => p.manyToOne(EventSession).mapToPk().nullable().deleteRule('set null'),
    shown: p.enum(Object.values(MaterialShown)).default(MaterialShown.NOW),
    /** Its place among all files of the event, from the first on. */
    position: p.integer(),
    /** Whether a recap that is public has it. */
    inRecap: p.boolean().default(false),
  }),
  indexes: [{ properties: ['event', 'position'] }, { properties: ['session'] }],
  // Whatever deletes an event, in whatever way: its files go too.
  triggers: [
    {
      name: 'file_goes',
      timing: 'after',
      events: ['delete'],
      body: 'delete from file where id = old.file_id; return null',
    },
  ],
});

export type Material = InferEntity<typeof Material>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Material: typeof Material;
  }
}
