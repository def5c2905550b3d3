import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import type { Reader } from '../access/viewer.ts';
import type { Declared } from './declared-file.ts';
import type { FileUse } from './file.entity.ts';

/**
 * Where else than on cards files may hang. Whoever has such a place brings it (`filePlaces` in `feature.ts`), with its
 * own rules; how files come, are cleaned and leave is the same for all.
 */
export interface FilePlace {
  /** What is sent there. */
  readonly use: FileUse;
  /**
   * Makes room there for a file that is about to be sent, and returns its row id. `asked` is what the sender said of the
   * place. Refuses whoever may not add to it.
   */
  begin(services: Services, personId: string, asked: Asked, declared: Declared): Promise<string>;
  /** In one transaction: calls `ready` if its sender may put it there still, refuses else. */
  arrive(
    services: Services,
    file: { id: string; personId: string },
    ready: (db: Kysely) => Promise<unknown>,
  ): Promise<void>;
  /** Whether somebody may read a file that is there. */
  isReadable(em: Em, reader: Reader, fileId: string): Promise<boolean>;
}

/** What a sender says of a file beside what it is, by name. */
export type Asked = Readonly<Record<string, string | null | undefined>>;

declare module '../../platform/services.ts' {
  interface Services {
    filePlaces: readonly FilePlace[];
  }
}
declare module '../../platform/feature.ts' {
  interface Feature {
    readonly filePlaces?: readonly FilePlace[];
  }
}
