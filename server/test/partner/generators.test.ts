import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectDir } from '../../src/platform/startup/project-dir.ts';
import { type DemoServer, openDemoServer } from './demo-server.ts';

// Generators of code as npm has them take the contract as it is: what they make compiles, and what it asks is answered.

const run = promisify(execFile);
const modules = join(projectDir(), 'node_modules');

let server: DemoServer;
let folder: string;
beforeAll(async () => {
  server = await openDemoServer();
  // Within the project, so that what is generated finds its packages.
  const cache = join(projectDir(), '.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'generators-'));
  await copyFile(join(projectDir(), 'schema/schema.graphql'), join(folder, 'schema.graphql'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A folder of its own for one generator, with these files. */
async function workshop(name: string, files: Record<string, string>): Promise<string> {
  const here = join(folder, name);
  await mkdir(here);
  for (const [path, text] of Object.entries(files)) await writeFile(join(here, path), text);
  return here;
}

/** Runs a command of a package; what it says on both streams, and whether it was content. */
async function command(cwd: string, script: string, ...words: string[]) {
  const env = { PATH: process.env['PATH'], STRIKEBOARD: server.url };
  try {
    const { stdout, stderr } = await run(process.execPath, [join(modules, script), ...words], { cwd, env });
    return { isContent: true, said: stdout + stderr };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { isContent: false, said: stdout + stderr };
  }
}

const tsconfig = {
  compilerOptions: {
    ...{ target: 'ES2023', module: 'NodeNext', strict: true, noEmit: true, skipLibCheck: true },
    allowImportingTsExtensions: true,
    ...{ types: ['node'], typeRoots: [join(modules, '@types')] },
    plugins: [{ name: 'gql.tada/ts-plugin', schema: '../schema.graphql', tadaOutputLocation: './env.d.ts' }],
  },
  include: ['*.ts'],
};

describe('gql.tada', () => {
  const program = `
    import { graphql, type ResultOf } from 'gql.tada';
    import { print } from 'graphql';
    import type { introspection } from './env.d.ts';
    import { initGraphQLTada } from 'gql.tada';
    const typed = initGraphQLTada<{ introspection: introspection; scalars: { DateTimeISO: string } }>();
    const query = typed('{ openCards(first: 2) { edges { node { title dueAt status } } } }');
    const answer = await fetch(process.env['STRIKEBOARD'] + '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: print(query) }),
    });
    const { data } = (await answer.json()) as { data: ResultOf<typeof query> };
    const title: string = data.openCards!.edges[0]!.node.title;
    const due: string | null = data.openCards!.edges[0]!.node.dueAt;
    const status: 'OPEN' | 'CLAIMED' | 'DRAFT' | 'IN_REVIEW' | 'DONE' | 'CANCELLED' = data.openCards!.edges[0]!.node.status;
    console.log(title, due, status);
    void graphql;
  `;

  test('its types come from the contract, compile, and hold what comes', async () => {
    const here = await workshop('tada', {
      'package.json': '{"type":"module"}',
      'tsconfig.json': JSON.stringify(tsconfig),
      'program.ts': program,
    });
    expect(await command(here, 'gql.tada/bin/cli.js', 'generate-output')).toMatchObject({ isContent: true });
    const types = await command(here, 'typescript/bin/tsc', '-p', '.');
    expect(types).toEqual({ isContent: true, said: '' });
    const { said } = await command(here, 'tsx/dist/cli.mjs', 'program.ts');
    expect(said).toContain('OPEN');

    // mutant: a field that is not there is an error of types.
    await writeFile(join(here, 'program.ts'), program.replace('node.title', 'node.name'));
    expect((await command(here, 'typescript/bin/tsc', '-p', '.')).said).toContain("'name' does not exist");
  });
});

describe('genql', () => {
  test('its client compiles and asks', async () => {
    const here = await workshop('genql', {
      'package.json': '{"type":"module"}',
      'program.ts': `
        import { createClient } from './made/index.ts';
        const client = createClient({ url: process.env['STRIKEBOARD'] + '/graphql' });
        const { openCards } = await client.query({
          openCards: { __args: { first: 2, filter: { skills: ['WRITING'] } }, edges: { node: { title: true, skill: true } } },
        });
        console.log(openCards?.edges.map(({ node }) => node.skill).join());
      `,
    });
    const { said } = await command(
      here,
      '@genql/cli/dist/cli.js',
      ...['--schema', '../schema.graphql', '--output', 'made', '--esm'],
    );
    expect(said).not.toMatch(/error/i);
    expect((await command(here, 'tsx/dist/cli.mjs', 'program.ts')).said).toMatch(/^WRITING(,WRITING)*$/m);
  });
});

describe('relay-compiler', () => {
  const source = `
    import { graphql } from 'relay-runtime';
    graphql\`
      query OpenWorkQuery($first: Int!) { ...OpenWork_list @arguments(first: $first) viewer { person { id handle } } }
    \`;
    graphql\`
      fragment OpenWork_list on Query
      @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" })
      @refetchable(queryName: "OpenWorkPageQuery") {
        openCards(first: $first, after: $after) @connection(key: "OpenWork_openCards") {
          edges { node { id ...OpenWork_card } }
        }
      }
    \`;
    graphql\`
      fragment OpenWork_card on Card @refetchable(queryName: "OpenWorkCardQuery") {
        title status
        comments(first: 3) { edges { node { id } } }
      }
    \`;
    graphql\`
      mutation OpenWorkClaimMutation($input: ClaimCardInput!) {
        claimCard(input: $input) { card { id status } errors { __typename code message } }
      }
    \`;
    graphql\`
      subscription OpenWorkChangedSubscription { openCardsChanged { kind revision opened { id } closedCardIds } }
    \`;
  `;
  const settings = {
    src: '.',
    schema: '../schema.graphql',
    language: 'typescript',
    noFutureProofEnums: true,
  };
  const relay = (here: string) => command(here, 'relay-compiler/cli.js', 'relay.config.json');

  test('it compiles pages, refetched nodes, changes and streams', async () => {
    const here = await workshop('relay', {
      'relay.config.json': JSON.stringify({ ...settings, customScalars: { DateTimeISO: 'string' } }),
      'OpenWork.ts': source,
    });
    expect(await relay(here)).toEqual({ isContent: true, said: expect.any(String) });
    const page = await readFile(join(here, '__generated__/OpenWorkPageQuery.graphql.ts'), 'utf8');
    expect(page).toContain('hasNextPage');
    const node = await readFile(join(here, '__generated__/OpenWorkCardQuery.graphql.ts'), 'utf8');
    expect(node).toContain('node(id: $id)');

    // mutant: what is no connection is refused.
    await writeFile(join(here, 'OpenWork.ts'), source.replaceAll('"OpenWork_openCards"', '"OpenWork_other"'));
    expect((await relay(here)).isContent).toBe(false);
  });
});
