import type { Kysely } from '../../platform/db/orm.ts';
import type { PlatformServices } from '../../platform/services.ts';

/** With what others are told, in the same transaction, that somebody is gone. */
export type ErasingTools = Pick<PlatformServices, 'jobs' | 'config'>;

/**
 * What a noun does about a person who leaves, in the transaction of their leaving. What the two gates of finished work, a
 * role, or an organization say stays, under a name that says nothing.
 */
export interface ErasedPerson {
  /** Rows that are about the person and go with them: by table, the column that names the person. */
  gone?: Readonly<Record<string, string>>;
  /** Where others' things say whom of the house they passed through: nobody then. By table, the columns. */
  forgotten?: Readonly<Record<string, readonly string[]>>;
  /** Whatever else. */
  also?(db: Kysely, personId: string, tools: ErasingTools): Promise<unknown>;
}

declare module '../../platform/feature.ts' {
  interface Feature {
    readonly erasesPerson?: ErasedPerson;
  }
}
declare module '../../platform/services.ts' {
  interface Services {
    /** Of every noun. */
    erasedPeople: readonly ErasedPerson[];
  }
}
