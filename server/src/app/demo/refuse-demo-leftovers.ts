import type { Orm } from '../../platform/db/orm.ts';
import { StartupError } from '../../platform/startup/startup-error.ts';
import { isDemoThere } from './demo-traces.ts';

/**
 * Refuses to run a database in earnest on which anybody could be the demo's coordinator: whoever tried it may still
 * have a session, a recovery code, or what they gave themselves.
 */
export async function refuseDemoLeftovers(orm: Orm): Promise<void> {
  if (!(await isDemoThere(orm.em.fork().getKysely()))) return;
  throw new StartupError(
    'This database was a demo, whose coordinator anybody could be: keep it one with DEMO=on, or clear the demo away with npm run clear-demo and start again.',
  );
}
