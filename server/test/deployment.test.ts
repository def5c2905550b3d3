import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectDir } from '../src/platform/startup/project-dir.ts';
import { createTestDatabase } from './support/test-database.ts';

const read = (path: string) => readFileSync(join(projectDir(), path), 'utf8');

interface Service {
  image?: string;
  build?: object;
  ports?: string[];
  networks?: string[] | Record<string, object>;
  profiles?: string[];
  environment?: Record<string, string>;
  command?: string[];
  depends_on?: Record<string, { condition: string }> | string[];
  healthcheck?: object;
  restart?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  mem_limit?: string;
  logging?: { options?: Record<string, string> };
  stop_grace_period?: string;
}
interface Deployment {
  compose: string;
  caddyfile: string;
  edge: string;
  edgeImage: string;
  dockerfile: string;
  example: string;
  runbook: string;
  rotation: string;
  config: string;
}

const ours: Deployment = {
  compose: read('docker/compose.yaml'),
  caddyfile: read('docker/door/Caddyfile'),
  edge: read('docker/edge/nginx.conf'),
  edgeImage: read('docker/edge/Dockerfile'),
  dockerfile: read('docker/Dockerfile'),
  example: read('docker/example.env'),
  runbook: read('docker/runbook.md'),
  rotation: read('docker/rotate-secret.sql'),
  config: [
    'config/config.ts',
    'budget/budget-settings.ts',
    'mail/mail-limits.ts',
    'storage/storage-limits.ts',
  ]
    .map((file) => read(`server/src/platform/${file}`))
    .join('\n'),
};

/** Settings of Node itself, and of the images of others. */
const NOT_OURS = ['NODE_OPTIONS', 'NODE_ENV', 'TMPDIR'];
const SECRET = /PASSWORD|SECRET|TOKEN/;

/** What is wrong with a deployment, in words; nothing when all is well. */
function faultsOf({
  compose,
  caddyfile,
  edge,
  edgeImage,
  dockerfile,
  example,
  runbook,
  rotation,
  config,
}: Deployment): string[] {
  const faults: string[] = [];
  const { services, networks } = parse(compose, { merge: true }) as {
    services: Record<string, Service>;
    networks: Record<string, { internal?: boolean; enable_ipv6?: boolean } | null>;
  };
  if (!networks['door']?.enable_ipv6) faults.push('visitors by IPv6 arrive as the bridge');
  if (!/request delete/.test(caddyfile)) faults.push('the log of the door tells who asked for what');
  if (!/handle_errors 502 503 504/.test(caddyfile))
    faults.push('the door says nothing when no server answers');
  if (/Caddyfile:\/etc/.test(compose)) faults.push('a changed Caddyfile never arrives');
  if (/^COPY \. \.$/m.test(dockerfile)) faults.push('every change compiles everything anew');
  if (!/ON_ERROR_STOP on/.test(rotation)) faults.push('a rotation that failed looks like one that did not');
  // On a new machine the servers' role is not there yet, and what it may do cannot be given back to it.
  for (const [line] of runbook.matchAll(/^.*pg_restore -.*$/gm))
    if (!/--no-owner --no-acl/.test(line)) faults.push('a dump cannot be restored on a new machine');
  const isOurs = ({ image }: Service) => image?.startsWith('strikeboard:') ?? false;
  const networksOf = ({ networks = ['default'] }: Service) =>
    Array.isArray(networks) ? networks : Object.keys(networks);
  const known = (name: string) => config.includes(`'${name}'`) || NOT_OURS.includes(name);
  const exampleNames = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);

  for (const [name, service] of Object.entries(services)) {
    const say = (fault: string) => faults.push(`${name}: ${fault}`);
    for (const [setting, value] of Object.entries(service.environment ?? {})) {
      if (isOurs(service) && !known(setting)) say(`${setting} is no setting of the server`);
      if (typeof value !== 'string') say(`${setting} is no text`);
      if (SECRET.test(setting) && !/^\$\{[A-Z_]+:\?/.test(value))
        say(`${setting} is not demanded from outside`);
      if (/:\/\/[^/]*:(?!\$\{)[^@/]+@/.test(value)) say(`${setting} holds a password`);
    }
    if (!service.build && !/^[\w./-]+:\d+\.\d+/.test(service.image ?? '')) say('its image has no version');
    if (service.ports && name !== 'proxy') say('it can be reached past the door');
    if (!isOurs(service) && !service.healthcheck) say('nobody looks whether it is well');
    if (service.restart !== 'unless-stopped') say('it does not come back after a fall');
    if (!service.mem_limit) say('it may take all memory');
    if (!service.logging?.options?.['max-size']) say('its log may fill the disk');
    if (!service.cap_drop?.includes('ALL')) say('it keeps rights it does not need');
    if (!service.security_opt?.includes('no-new-privileges:true')) say('it may gain rights');
    // PostgreSQL writes beside its volume when it starts.
    if (!service.read_only && name !== 'database') say('its files can be changed');
    for (const network of networksOf(service)) if (!(network in networks)) say(`${network} is no network`);
  }
  const servers = Object.keys(services).filter((name) => isOurs(services[name]!));
  if (servers.length < 2) faults.push('one server alone');
  for (const name of servers) {
    for (const [to] of caddyfile.matchAll(/^\s*to .*$/gm))
      if (!to.includes(`${name}:4000`)) faults.push(`${name}: the door does not lead to it`);
    const { stop_grace_period: grace, environment } = services[name]!;
    if (!(parseInt(grace ?? '0') > Number(environment?.['DRAIN_SECONDS'] ?? 5) + 5))
      faults.push(`${name}: killed before it has drained`);
  }
  for (const [, name] of runbook.matchAll(/`([A-Z][A-Z_]{3,})`/g)) {
    const isRead = config.includes(`'${name}'`);
    if (isRead && servers.some((server) => services[server]!.environment?.[name!] === undefined))
      faults.push(`${name} is in the runbook and does not reach the servers`);
  }
  for (const setting of ['log_error_verbosity=terse', 'log_min_error_statement=panic'])
    if (!services['database']?.command?.includes(setting))
      faults.push('the log of the database tells values');
  for (const name of ['database', 'valkey']) {
    const inside = services[name] ? networksOf(services[name]) : [];
    if (inside.length === 0 || inside.some((network) => !networks[network]?.internal))
      faults.push(`${name}: reachable from outside`);
  }
  for (const [, name] of compose.matchAll(/\$\{([A-Z_]+):\?/g))
    if (!exampleNames.includes(name!)) faults.push(`${name} is demanded and not in the example`);
  for (const [, name, value] of example.matchAll(/^([A-Z_]+)=(.*)$/gm))
    if (SECRET.test(name!) && value !== '') faults.push(`${name}: a secret in the example`);
  if (!/access_log off/.test(edge)) faults.push('the edge logs who asked for what');
  if (!/location ~ \^\/at-the-edge\/\S+ \{\s+internal;/.test(edge))
    faults.push('the edge lets listen whoever guesses where');
  if (/listen 8080[^}]*nchan_publisher/.test(edge)) faults.push('anybody may publish at the edge');
  if (!/existing_channels_only on/.test(edge)) faults.push('at the edge one may wait for what never comes');
  if (!caddyfile.includes('header_up X-Strikeboard-Edge'))
    faults.push('visitors may say that they are an edge');
  if (!/^FROM \S+:\d+\.\d+/m.test(edgeImage) || !/^USER (?!root|0)/m.test(edgeImage))
    faults.push('the edge has no version, or runs as root');
  for (const [, image] of dockerfile.matchAll(/^FROM (\S+)/gm))
    if (!/:\d+\.\d+\.\d+/.test(image!)) faults.push(`${image}: no version`);
  // Left out, the other version in the root is taken in its place, and only the page that needs it breaks.
  if (!/cp .* \*\/node_modules/.test(dockerfile)) faults.push('packages of the workspaces are left out');
  if (
    !/mkdir -p server\/node_modules web\/node_modules/.test(dockerfile) ||
    !/-mindepth 1 .*-empty/.test(dockerfile)
  )
    faults.push('a workspace without packages of its own builds no image');
  if (!/^USER (?!root|0)/m.test(dockerfile)) faults.push('the image runs as root');
  if (!/^HEALTHCHECK/m.test(dockerfile)) faults.push('the image says nothing of its health');
  return faults;
}

test('the deployment keeps its rules', () => {
  expect(faultsOf(ours)).toEqual([]);
});

describe('a deployment that breaks one is found', () => {
  const change = (part: keyof Deployment, from: string | RegExp, to: string): Deployment => {
    const changed = { ...ours, [part]: ours[part].replace(from, to) };
    expect(changed[part]).not.toBe(ours[part]);
    return changed;
  };
  test.each<[string, keyof Deployment, string | RegExp, string]>([
    ['a setting nobody reads', 'compose', 'PUBLIC_URL:', 'PUBLIC_URI:'],
    ['a secret in plain', 'compose', /APP_SECRET: .*/, 'APP_SECRET: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a password in an address', 'compose', /strikeboard:\$\{POSTGRES_PASSWORD.*\}@/, 'strikeboard:hunter2@'],
    ['an image that changes under us', 'compose', 'postgres:18.4', 'postgres:latest'],
    ['a setting that stays outside', 'compose', /^ *DATABASE_READ_URL: .*\n/m, ''],
    [
      'a database that logs what people typed',
      'compose',
      'log_error_verbosity=terse',
      'log_error_verbosity=default',
    ],
    ['a database on the network', 'compose', 'inside: { internal: true }', 'inside:'],
    ['a port of the database', 'compose', 'shm_size: 256mb', "shm_size: 256mb\n    ports: ['5432:5432']"],
    ['a log without end', 'compose', 'options: { max-size: 10m', 'options: { size: 10m'],
    ['an end that comes too soon', 'compose', 'stop_grace_period: 30s', 'stop_grace_period: 10s'],
    ['a server behind no door', 'caddyfile', ' server-b:4000', ''],
    ['an edge that logs secrets', 'edge', 'access_log off;', ''],
    ['an edge at which one may listen by guessing', 'edge', 'internal;', ''],
    ['an edge at which one may wait for ever', 'edge', /nchan_subscribe_existing_channels_only on;/, ''],
    ['visitors who say that they are an edge', 'caddyfile', /header_up X-Strikeboard-Edge .*/, ''],
    ['an edge that runs as root', 'edgeImage', /^USER nobody$/m, ''],
    ['a base that changes under us', 'dockerfile', /FROM node:24\S* AS/, 'FROM node:24-slim AS'],
    [
      'packages that stand in a workspace',
      'dockerfile',
      'node_modules */node_modules \\\n',
      'node_modules \\\n',
    ],
    ['workspaces that have to have packages', 'dockerfile', '-mindepth 1 -type d -empty', '-type d -empty'],
    ['a door without IPv6', 'compose', 'door: { enable_ipv6: true }', 'door:'],
    [
      'a door mounted as a file',
      'compose',
      './door:/etc/caddy:ro',
      './door/Caddyfile:/etc/caddy/Caddyfile:ro',
    ],
    ['a door that logs secrets', 'caddyfile', 'request delete', 'request>headers delete'],
    ['a door without words', 'caddyfile', 'handle_errors 502 503 504', 'handle_errors 500'],
    ['a build of everything', 'dockerfile', /^COPY tsconfig.json .*$/m, 'COPY . .'],
    ['a rotation that hides its errors', 'rotation', '\\set ON_ERROR_STOP on', ''],
    ['a restore that wants the roles of before', 'runbook', ' --no-acl <', ' <'],
    ['root', 'dockerfile', /^USER node$/m, ''],
    ['an example that forgets', 'example', /^VALKEY_PASSWORD=$/m, ''],
    ['an example that tells', 'example', 'APP_SECRET=', 'APP_SECRET=0123456789abcdef'],
  ])('%s', (_what, part, from, to) => {
    expect(faultsOf(change(part, from, to)).length).toBeGreaterThan(faultsOf(ours).length);
  });
});

test('a rotation of the secret fits the tables there are', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    await client.query(ours.rotation.replace(/^\\set .*$/m, ''));
    const { rows } = await client.query(
      'select (select count(*) from contact) + (select count(*) from push_subscription) as sealed',
    );
    expect(rows).toEqual([{ sealed: '0' }]);
  } finally {
    await client.end();
    await database.drop();
  }
});
