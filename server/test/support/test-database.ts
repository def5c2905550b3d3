import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { cloneTemplate, dropDatabase } from './test-cluster.ts';

/** A migrated, empty database for one test file. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Copies the migrated template to a database of its own; takes tens of milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const url = await cloneTemplate(adminUrl, name);
  return { url, drop: () => dropDatabase(adminUrl, name) };
}
