import type { Feature } from '../../platform/feature.ts';
import { createCompiledExecutor } from '../../platform/graphql/compiled-executor.ts';
import { BoardSnapshots } from './board-snapshots.ts';
import { createSnapshotDoor } from './snapshot-door.ts';

export const snapshot: Feature = {
  name: 'snapshot',
  doors: (services, schema) => [
    createSnapshotDoor(
      services,
      new BoardSnapshots({ services, schema, execute: createCompiledExecutor(schema) }),
    ),
  ],
};
