/** An operation that one may begin with. */
export interface Example {
  /** Its words are `developers:example.<name>`. */
  name: string;
  query: string;
  /** As JSON; empty where it has none. */
  variables: string;
}

/** The order in which they are offered: the file names of `schema/examples`. A new one comes behind. */
const ORDER = ['open-work', 'follow-open-work', 'campaigns', 'board', 'follow-board', 'happened', 'thanks'];

const files = import.meta.glob<string>('../../../../schema/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All there are, with variables out of these, which stand on this server now. */
export function examplesFor(values: Readonly<Record<string, unknown>>): Example[] {
  const placeOf = (name: string) => ORDER.indexOf(name) + 1 || ORDER.length + 1;
  return Object.entries(files)
    .map(([path, query]) => ({
      name: /([\w-]+)\.graphql$/.exec(path)?.[1] ?? path,
      query,
      variables: inJson(valuesNamed(query, values)),
    }))
    .sort((one, other) => placeOf(one.name) - placeOf(other.name));
}

/** Those which the first line of an operation asks for. */
function valuesNamed(query: string, values: Record<string, unknown>): Record<string, unknown> {
  const names = [...(query.split('{', 1)[0] ?? '').matchAll(/\$(\w+)/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

function inJson(values: Record<string, unknown>): string {
  return Object.keys(values).length > 0 ? JSON.stringify(values, null, 2) : '';
}
