import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { budgetNames, type BudgetSettings, usualBudgets } from '../budget/budget-settings.ts';
import { type DatabaseLimits, limitsFrom, USUAL_LIMITS } from '../db/limits.ts';
import { readTrustedProxies, type TrustedProxies } from '../http/client-address.ts';
import { mailLimitNames, type MailLimits, usualMailLimits } from '../mail/mail-limits.ts';
import { StartupError } from '../startup/startup-error.ts';
import { projectDir } from '../startup/project-dir.ts';
import { type StorageLimits, storageLimitNames, usualStorageLimits } from '../storage/storage-limits.ts';

/** Everything that may differ between two servers; read once, by `main.ts`. */
export interface Config {
  /** 0 takes any free port, for tests. */
  port: number;
  /** The address to listen on: this machine alone unless HOST says otherwise. */
  host: string;
  /** How many processes answer at that port. */
  workers: number;
  /** Where people reach the server, without a final slash; undefined means `http://localhost:<port>`. */
  publicUrl: string | undefined;
  /** A PostgreSQL of somebody else; undefined means our own, in `dataDir`. */
  databaseUrl: string | undefined;
  /** The same under a role that may change tables, for migrations alone; undefined means that one role does both. */
  databaseOwnerUrl: string | undefined;
  /** A copy of that database which follows it, to read snapshots from; undefined means that there is none. */
  databaseReadUrl: string | undefined;
  /** How long whoever asks the database may wait. */
  databaseLimits: DatabaseLimits;
  /** A Redis or Valkey that carries hints between servers and holds limits; undefined means that PostgreSQL does. */
  redisUrl: string | undefined;
  /** Where edges publish what crowds watch, each as an address without a final slash. */
  edgeUrls: string[];
  /** Whose word about a visitor's address counts; undefined means nobody's. */
  trustedProxies: TrustedProxies | undefined;
  /** How much one address, person or token may ask of this server, and hold open. */
  budgets: BudgetSettings;
  /** Absolute. Made when missing. */
  dataDir: string;
  /** At least 32 characters; undefined means one that is made once and kept in `dataDir`. */
  appSecret: string | undefined;
  smtpUrl: string | undefined;
  /** How many mails may leave the house, over all servers. */
  mailLimits: MailLimits;
  /** How much of files it takes, in MB. */
  storageLimits: StorageLimits;
  /** Where files lie that are whole, by the S3 protocol; undefined means in the database. */
  s3Url: string | undefined;
  /** How long what happens together waits to be told in one message. */
  mailCollectSeconds: number;
  /** How long to say goodbye (ms) when asked to stop; undefined means as long as the sockets need, two seconds at most. */
  drainMs: number | undefined;
  /** Days after which a session that nobody used ends. */
  sessionIdleDays: number;
  /** Where figures for Prometheus are had; undefined means nowhere. */
  metrics: MetricsConfig | undefined;
  /** Whether traces are sent. Where to, how many and under which name says the environment, as OpenTelemetry reads it. */
  traces: boolean;
  /** Whether browsers are told to use https for every name below ours too. */
  hstsSubdomains: boolean;
  /** Hosts of push services, in small letters; one that begins with a dot stands for all below it. */
  pushServices: string[];
  /** Hosts in private networks, with their port where it is not the usual one, to which webhooks may post all the same. */
  webhookHosts: string[];
  /** Who runs the server, for the foot of every page. */
  operator: OperatorConfig;
  /** A folder of languages beside those of the house; undefined means that there are no others. */
  languagesDir: string | undefined;
  /** Whether an empty database is filled with the demo campaign. */
  demo: boolean;
  /** Pages as they were built, or compiled and reloaded as their sources change, or none (server tests). */
  pages: 'built' | 'development' | 'none';
  /** Handle of somebody to make a coordinator at the start: the first one cannot be named by another. */
  coordinator: string | undefined;
  /** Whether the database was put back from a copy of its disk, which nothing in it shows. */
  restored: boolean;
}

export interface OperatorConfig {
  name: string | undefined;
  /** Begins with `mailto:` or `https:`. */
  contactUrl: string | undefined;
  /** Where the source of this version is. */
  sourceUrl: string | undefined;
}

export interface MetricsConfig {
  /** A port of its own; undefined means `/metrics` on the main port. 0 takes any free one. */
  port: number | undefined;
  /** The address of that port. */
  host: string;
  /** What a reader has to show; on the main port never undefined. At least 32 characters. */
  token: string | undefined;
}

/**
 * Reads and checks the environment and the words of the command line. Empty counts as not set.
 * Refuses the first wrong value with a StartupError that names it and says what would be right.
 */
export function readConfig(
  environment: NodeJS.ProcessEnv,
  pages: Config['pages'] = 'built',
  words: readonly string[] = [],
): Config {
  const read = (name: string) => environment[name]?.trim() || undefined;
  return {
    port: readPort('PORT', read('PORT')) ?? 4000,
    host: read('HOST') ?? '127.0.0.1',
    workers: readWorkers(read('WORKERS')),
    publicUrl: readUrl('PUBLIC_URL', read('PUBLIC_URL'), ['http', 'https'])?.origin,
    databaseUrl: readDatabaseUrl('DATABASE_URL', read('DATABASE_URL')),
    databaseOwnerUrl: readDatabaseUrl('DATABASE_OWNER_URL', read('DATABASE_OWNER_URL')),
    databaseReadUrl: readDatabaseUrl('DATABASE_READ_URL', read('DATABASE_READ_URL')),
    databaseLimits: readDatabaseLimits(read),
    redisUrl: readRedisUrl(read('REDIS_URL')),
    edgeUrls: readEdges(read('EDGE_URLS')),
    trustedProxies: readTrustProxy(read('TRUST_PROXY')),
    budgets: readBudgets(read),
    dataDir: resolve(projectDir(), read('DATA_DIR') ?? '.data'),
    appSecret: readSecret('APP_SECRET', read('APP_SECRET')),
    smtpUrl: readSmtpUrl(read('SMTP_URL')),
    mailLimits: readFigures(read, usualMailLimits, mailLimitNames),
    storageLimits: readStorageLimits(read),
    s3Url: readS3Url(read('S3_URL')),
    drainMs: readDrainSeconds(read('DRAIN_SECONDS')),
    sessionIdleDays: readWhole('SESSION_IDLE_DAYS', read('SESSION_IDLE_DAYS'), { usual: 60, most: 180 }),
    mailCollectSeconds: readWhole('MAIL_COLLECT_SECONDS', read('MAIL_COLLECT_SECONDS'), {
      usual: COLLECT_SECONDS,
      most: 3_600,
    }),
    metrics: readMetrics(read),
    traces: readTraces(read),
    hstsSubdomains: readSwitch('HSTS_SUBDOMAINS', read('HSTS_SUBDOMAINS') ?? 'off'),
    pushServices: readHosts('PUSH_SERVICES', read('PUSH_SERVICES')) ?? PUSH_SERVICES,
    webhookHosts: readOwnHosts('WEBHOOK_HOSTS', read('WEBHOOK_HOSTS')),
    operator: {
      name: readName('OPERATOR_NAME', read('OPERATOR_NAME')),
      contactUrl: readContact('OPERATOR_CONTACT', read('OPERATOR_CONTACT')),
      sourceUrl: readUrl('SOURCE_URL', read('SOURCE_URL'), ['http', 'https'])?.href,
    },
    languagesDir: readFolder(read('LANGUAGES_DIR')),
    demo: readSwitch('DEMO', read('DEMO') ?? 'on'),
    pages,
    coordinator: readWord(words, '--coordinator'),
    restored: words.includes('--restored'),
  };
}

function readWord(words: readonly string[], name: string): string | undefined {
  const at = words.indexOf(name);
  if (at < 0) return undefined;
  const value = words[at + 1]?.trim();
  if (!value) throw new StartupError(`${name} needs a handle: npm start -- ${name} HANDLE`);
  return value;
}

/** Absolute; what is in it is looked at when it is read. */
function readFolder(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(projectDir(), path);
}

function readPort(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new StartupError(`${name} must be a number from 0 to 65535, and is “${text}”.`);
  }
  return port;
}

type Read = (name: string) => string | undefined;

function readMetrics(read: Read): MetricsConfig | undefined {
  const port = readPort('METRICS_PORT', read('METRICS_PORT'));
  const token = readSecret('METRICS_TOKEN', read('METRICS_TOKEN'));
  if (port === undefined && token === undefined) return undefined;
  return { port, host: read('METRICS_HOST') ?? '127.0.0.1', token };
}

/** On as soon as there is somewhere to send them to. The rest is read where the packages are loaded. */
function readTraces(read: Read): boolean {
  const names = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
  const endpoints = names.filter((name) => readUrl(name, read(name), ['http', 'https']));
  const isOff =
    read('OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || read('OTEL_TRACES_EXPORTER') === 'none';
  return endpoints.length > 0 && !isOff;
}

function readUrl(name: string, text: string | undefined, schemes: string[]): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !schemes.includes(url.protocol.slice(0, -1)) || url.hostname === '') {
    throw new StartupError(`${name} must be an address that starts with ${schemes.join(':// or ')}://.`);
  }
  if (name === 'PUBLIC_URL' && (url.pathname !== '/' || url.search !== '' || url.hash !== '')) {
    throw new StartupError(`${name} must end after the host, as in https://board.example.org.`);
  }
  return url;
}

/** TLS is required unless `?tls=none`; a slip of the pen must not be taken for either. */
function readSmtpUrl(text: string | undefined): string | undefined {
  const url = readUrl('SMTP_URL', text, ['smtp', 'smtps']);
  if ((url?.searchParams.get('tls') ?? 'none') === 'none') return url?.href;
  throw new StartupError('SMTP_URL must say ?tls=none, or nothing about TLS, which is then required.');
}

/** The value is a secret (it holds a password): a refusal never repeats it. */
function readDatabaseUrl(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || url.pathname.length < 2) {
    throw new StartupError(
      `${name} must name a PostgreSQL database, as in postgresql://user:password@host:5432/strikeboard.`,
    );
  }
  return text;
}

/** Publishing asks nobody who they are: the addresses are inside, and named one by one. */
function readEdges(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((each) => {
      const url = readUrl('EDGE_URLS', each, ['http'])!;
      if (url.pathname !== '/' || url.search || url.hash || url.username)
        throw new StartupError('EDGE_URLS must name hosts and ports alone, as in http://edge:8081.');
      return url.origin;
    });
}

function readDatabaseLimits(read: Read): DatabaseLimits {
  const seconds = (name: string, usual: number) => readSeconds(name, read(name), 60) ?? usual;
  return limitsFrom({
    connect: seconds('DATABASE_CONNECT_SECONDS', USUAL_LIMITS.connect),
    statement: seconds('DATABASE_STATEMENT_SECONDS', USUAL_LIMITS.statement),
    lock: seconds('DATABASE_LOCK_SECONDS', USUAL_LIMITS.lock),
    idle: seconds('DATABASE_IDLE_SECONDS', USUAL_LIMITS.idle),
  });
}

/** More than none, in ms. */
function readSeconds(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const ms = Math.round(Number(text) * 1_000);
  if (!/^\d{1,3}(\.\d{1,3})?$/.test(text) || ms < 1 || ms > most * 1_000) {
    throw new StartupError(
      `${name} must be a number of seconds above 0 and up to ${most}, and is “${text}”.`,
    );
  }
  return ms;
}

/** A secret too. */
function readRedisUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const named = url && ['redis:', 'rediss:'].includes(url.protocol) && url.hostname !== '';
  if (!named || !/^\/?\d*$/.test(url.pathname)) {
    throw new StartupError(
      'REDIS_URL must name a Redis or Valkey server, as in redis://user:password@host:6379.',
    );
  }
  return text;
}

function readStorageLimits(read: Read): StorageLimits {
  const limits = readFigures(read, usualStorageLimits, storageLimitNames);
  if (limits.largest > MOST_FILE_MB) {
    throw new StartupError(`FILE_MB must be ${MOST_FILE_MB} at most, and is “${limits.largest}”.`);
  }
  return limits;
}

/** What fits into a column of bytes and onto a phone. */
const MOST_FILE_MB = 2_000;

/** A secret too. */
function readS3Url(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWhole = url && url.username !== '' && url.password !== '' && /^\/[^/]/.test(url.pathname);
  if (!isWhole || !['http:', 'https:'].includes(url.protocol)) {
    throw new StartupError(
      'S3_URL must name a bucket and its keys, as in https://KEY:SECRET@s3.example.org/bucket?region=eu-central-1.',
    );
  }
  return text;
}

function readTrustProxy(text: string | undefined): TrustedProxies | undefined {
  if (text === undefined) return undefined;
  const proxies = readTrustedProxies(text);
  if (proxies) return proxies;
  throw new StartupError(
    'TRUST_PROXY must be how many proxies stand before the server (1 to 9), or their addresses, as in 10.0.0.0/8,fd00::/8.',
  );
}

/** BUDGETS=off counts nothing; a figure of its own for each limit. */
function readBudgets(read: Read): BudgetSettings {
  const { counts: _counts, ...figures } = usualBudgets;
  const counts = readSwitch('BUDGETS', read('BUDGETS') ?? 'on');
  return { counts, ...readFigures(read, figures, budgetNames) };
}

function readFigures<Key extends string>(
  read: Read,
  usual: Record<Key, number>,
  names: Record<Key, string>,
): Record<Key, number> {
  const figures = { ...usual };
  for (const key of Object.keys(names) as Key[]) {
    figures[key] = readCount(names[key], read(names[key])) ?? usual[key];
  }
  return figures;
}

function readCount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (/^\d{1,9}$/.test(text) && count > 0) return count;
  throw new StartupError(`${name} must be a whole number from 1 to 999999999, and is “${text}”.`);
}

function readSecret(name: string, text: string | undefined): string | undefined {
  if (text !== undefined && text.length < 32) {
    throw new StartupError(`${name} must have at least 32 characters.`);
  }
  return text;
}

function readDrainSeconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (!/^\d{1,3}$/.test(text) || seconds > 600) {
    throw new StartupError(`DRAIN_SECONDS must be a number from 0 to 600, and is “${text}”.`);
  }
  return seconds * 1_000;
}

/** The services of Chrome and its kin, of Firefox, of Edge on Windows, and of Safari. */
const PUSH_SERVICES = [
  ...['fcm.googleapis.com', 'jmt17.google.com', '.push.services.mozilla.com'],
  ...['.notify.windows.com', '.push.apple.com'],
];

function readHosts(name: string, text: string | undefined): string[] | undefined {
  const hosts = text?.split(',').map((host) => host.trim().toLowerCase().replace(/^\*\./, '.'));
  const wrong = hosts?.find((host) => !/^\.?([a-z0-9-]+\.)+[a-z0-9-]+$/.test(host));
  if (wrong === undefined) return hosts;
  throw new StartupError(
    `${name} must be hosts, as in push.example.org,*.push.example.com; “${wrong}” is none.`,
  );
}

/** As they stand in an address: `n8n.lan:5678`, `127.0.0.1:8080`. */
function readOwnHosts(name: string, text: string | undefined): string[] {
  const hosts = text?.split(',').map((host) => host.trim().toLowerCase()) ?? [];
  const wrong = hosts.find((host) => URL.parse(`http://${host}`)?.host !== host);
  if (wrong === undefined) return hosts;
  throw new StartupError(`${name} must be hosts, as in n8n.lan:5678,10.0.0.7; “${wrong}” is none.`);
}

function readName(name: string, text: string | undefined): string | undefined {
  if (text !== undefined && text.length > 120)
    throw new StartupError(`${name} must have at most 120 characters.`);
  return text;
}

/** An e-mail address, or the address of a page. */
function readContact(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^[^\s@:/?]+@[^\s@:/?]+\.[^\s@:/?]+$/.test(text)) return `mailto:${text}`;
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return new URL(text).href;
  throw new StartupError(`${name} must be an e-mail address, or the https:// address of a page.`);
}

function readWhole(
  name: string,
  text: string | undefined,
  { usual, most }: { usual: number; most: number },
): number {
  const number = Number(text ?? usual);
  if (!Number.isInteger(number) || number < 1 || number > most) {
    throw new StartupError(`${name} must be a number from 1 to ${most}, and is “${text}”.`);
  }
  return number;
}

const readWorkers = (text: string | undefined) =>
  text === 'all' ? availableParallelism() : readWhole('WORKERS', text, { usual: 1, most: 128 });

function readSwitch(name: string, text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new StartupError(`${name} must be on or off, and is “${text}”.`);
  return text === 'on';
}

/** So that things that happen together are told together; a server may be set to another time. */
export const COLLECT_SECONDS = 60;
