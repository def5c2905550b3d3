import type { Tracing } from '../tracing/tracing.ts';
import { PreparingClient } from './preparing-client.ts';

const VERBS: ReadonlySet<string> = new Set([
  'BEGIN',
  'COMMIT',
  'DELETE',
  'INSERT',
  'ROLLBACK',
  'SAVEPOINT',
  'SELECT',
  'SET',
  'UPDATE',
  'WITH',
]);

/**
 * A connection whose statements are spans, as far as they are part of something that is traced: what is asked in
 * the background is not. Of a statement they tell the verb and the table, never its text: values may stand in it.
 */
export function createTracedClient(
  tracing: Tracing,
  readTables: () => ReadonlySet<string>,
): typeof PreparingClient {
  let tables: ReadonlySet<string> | undefined;
  return class TracedClient extends PreparingClient {
    override query(...given: unknown[]): never {
      const [text, values] = given;
      const ask = () => Reflect.apply(super.query, this, given) as unknown;
      // Other shapes have callbacks, or are read bit by bit.
      const isPlain =
        typeof text === 'string' && given.length <= 2 && (values === undefined || Array.isArray(values));
      if (!isPlain || !tracing.isInside) return ask() as never;
      const { verb, table } = describe(text, (tables ??= readTables()));
      const attributes = {
        'db.system.name': 'postgresql',
        'db.operation.name': verb,
        ...(table !== undefined && { 'db.collection.name': table }),
      };
      const name = table === undefined ? verb : `${verb} ${table}`;
      return tracing.part(name, attributes, async () => await ask()) as never;
    }
  };
}

/** The verb, and the first of our tables that is read from or written to. */
function describe(text: string, tables: ReadonlySet<string>): { verb: string; table: string | undefined } {
  const word = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '';
  const verb = VERBS.has(word) ? word : 'OTHER';
  for (const [, name = ''] of text.matchAll(/\b(?:from|into|update|join)\s+"?(\w+)"?/gi)) {
    if (tables.has(name)) return { verb, table: name };
  }
  return { verb, table: undefined };
}
