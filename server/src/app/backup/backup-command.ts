import { resolve } from 'node:path';
import { readConfig } from '../../platform/config/config.ts';
import { BEFORE_DAYS } from '../../features/retention/age-out.ts';
import { StartupError } from '../../platform/startup/startup-error.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

/**
 * `backup FILE` and `restore FILE`, for the built-in database. A file is named from where the person stands, which npm
 * says in INIT_CWD. What cannot be done it says in one sentence, and exits with code 1.
 */
export async function runBackupCommand(words: string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const [command, name] = words;
  try {
    const { dataDir, databaseUrl } = readConfig(environment);
    if (databaseUrl !== undefined) {
      throw new StartupError(
        'The database in DATABASE_URL has its own tools: pg_dump and pg_restore. See docker/runbook.md.',
      );
    }
    if (!name) throw new StartupError(`Name a file: npm run ${command} -- strikeboard.backup`);
    const file = resolve(environment.INIT_CWD ?? process.cwd(), name);
    if (command === 'backup') {
      await makeBackup(dataDir, file);
      say(`The backup is in ${file}. Who has it can read everything: keep it as safely as this machine.`);
    } else {
      const { madeAt, before } = await restoreBackup(dataDir, file);
      say(
        `The backup of ${madeAt} is in its place${before ? `; what was there before is in ${before}. A server that runs here erases it after ${BEFORE_DAYS} days` : ''}.`,
      );
    }
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
