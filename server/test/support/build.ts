import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectDir } from '../../src/platform/startup/project-dir.ts';

/** Builds server and pages where their sources changed: a test of the process must not test yesterday's. */
export async function build(): Promise<void> {
  await promisify(execFile)(process.execPath, ['server/scripts/build.mjs'], { cwd: projectDir() });
}
