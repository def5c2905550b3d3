import { createS3Storage, type ObjectStorage } from '../../platform/storage/s3-storage.ts';
import type { Services } from '../../platform/services.ts';

/** Files that one server makes anew at once: each may take some 200 MB meanwhile. */
const CHECKED_AT_ONCE = 2;

/** What a server has one of for files. */
export interface FileRoom {
  /** Where whole files go; undefined where they stay in the database. */
  storage: ObjectStorage | undefined;
  /** Runs `check` when it is its turn. */
  inTurn<T>(check: () => Promise<T>): Promise<T>;
}

export function createFileRoom({ s3Url }: Services['config']): FileRoom {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return {
    storage: s3Url === undefined ? undefined : createS3Storage(s3Url),
    inTurn: async (check) => {
      if (busy < CHECKED_AT_ONCE) busy += 1;
      else await new Promise<void>((begin) => waiting.push(begin));
      try {
        return await check();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else busy -= 1;
      }
    },
  };
}

declare module '../../platform/services.ts' {
  interface Services {
    files: FileRoom;
  }
}
