import pg from 'pg';

/** The account under which the server works: it reads and writes rows, and owns nothing. */
export interface AppRole {
  name: string;
  /** Undefined where the database asks for none. */
  password: string | undefined;
}

type Ask = (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** Made by the job queue for itself. */
const SCHEMAS = ['public', 'pgboss'];

/**
 * Makes the role where it is missing, gives it the password of the settings, and grants it what the server needs: no
 * table can be changed or dropped by it, no file of the database's machine read, no other role taken on. Asked by the
 * owner after each migration, so that what is new is granted too. Several servers take turns outside.
 */
export async function prepareAppRole(ask: Ask, { name, password }: AppRole): Promise<void> {
  const role = pg.escapeIdentifier(name);
  const secret = password === undefined ? '' : ` password ${pg.escapeLiteral(password)}`;
  const { rows } = await ask(
    `select (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "mayMake",
      exists (select from pg_roles where rolname = $1) as "isThere"`,
    [name],
  );
  const { mayMake, isThere } = rows[0]!;
  if (!isThere) {
    await ask(
      `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls${secret}`,
    );
  } else if (mayMake && secret) await ask(`alter role ${role}${secret}`);
  for (const schema of SCHEMAS) {
    await ask(`grant usage on schema ${schema} to ${role}`);
    await ask(`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`);
    await ask(`grant usage, select, update on all sequences in schema ${schema} to ${role}`);
    await ask(`grant execute on all functions in schema ${schema} to ${role}`);
  }
}

/** Whether whoever connects there may do anything at all. */
export async function isSuperuser(ask: Ask): Promise<boolean> {
  const { rows } = await ask('select rolsuper as is from pg_roles where rolname = current_user');
  return rows[0]?.['is'] === true;
}
