import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importApart, withoutText } from './documents-apart.ts';

const from = "from '../gql/graphql.ts'";

test('each document comes from a module of its own, whichever way it is imported', () => {
  expect(importApart(`import { MeDocument, ForYouDocument as F, kinds } ${from};`)).toBe(
    [
      `import { kinds } ${from};`,
      "import { MeDocument } from '../gql/graphql.ts?document=MeDocument';",
      "import { ForYouDocument as F } from '../gql/graphql.ts?document=ForYouDocument';",
    ].join(' '),
  );
  const all = importApart(`import * as gql ${from};\nask(gql.MeDocument); ask(gql.MeDocument);`);
  expect(all).toContain(
    "import { MeDocument as gql_MeDocument } from '../gql/graphql.ts?document=MeDocument';",
  );
  expect(all).toContain('ask(gql_MeDocument); ask(gql_MeDocument);');
});

test('the browser has the first words of what is asked, and the whole text of what is subscribed to', () => {
  const documents = readFileSync(new URL('../src/gql/graphql.ts', import.meta.url), 'utf8')
    .split('\nexport ')
    .filter((each) => /^const \w+Document = /.test(each));
  expect(documents.length).toBeGreaterThan(100);
  const long = documents.map(withoutText).filter((each) => each.includes('{\n'));
  expect(long.length).toBeGreaterThan(0);
  for (const document of long) expect(document).toMatch(/TypedDocumentString\(`\s*subscription /);
});
