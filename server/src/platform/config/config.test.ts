import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { usualBudgets } from '../budget/budget-settings.ts';
import { readConfig } from './config.ts';
import { limitsFrom } from '../db/limits.ts';
import { usualStorageLimits } from '../storage/storage-limits.ts';
import { usualMailLimits } from '../mail/mail-limits.ts';

test('with nothing set it listens on this machine, with its own database and the demo', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ port: 4000, host: '127.0.0.1', databaseUrl: undefined, demo: true });
  expect(isAbsolute(config.dataDir)).toBe(true);
  expect(config.dataDir.endsWith('.data')).toBe(true);
});

test('an empty value counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(readConfig({}));
});

test('right values are taken', () => {
  const config = readConfig({
    PORT: '0',
    HOST: '0.0.0.0',
    WORKERS: '4',
    PUBLIC_URL: 'https://board.example.org/',
    DATABASE_URL: 'postgres://a:b@db/strikeboard',
    DATA_DIR: '/srv/strikeboard',
    APP_SECRET: 'x'.repeat(32),
    SMTP_URL: 'smtps://mail.example.org',
    MAIL_CODES_HOUR: '40',
    SESSION_IDLE_DAYS: '30',
    MAIL_COLLECT_SECONDS: '5',
    FILE_MB: '400',
    S3_URL: 'https://key:secret@s3.example.org/files?region=eu-central-1',
    EDGE_URLS: 'http://edge-a:8081, http://edge-b:8081/',
    METRICS_PORT: '9464',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
    PUSH_SERVICES: 'push.example.org',
    WEBHOOK_HOSTS: 'n8n.lan:5678, 10.0.0.7',
    OPERATOR_NAME: 'Our federation',
    OPERATOR_CONTACT: 'board@example.org',
    SOURCE_URL: 'https://code.example.org/board',
    DEMO: 'off',
  });
  expect(config).toEqual({
    port: 0,
    host: '0.0.0.0',
    workers: 4,
    publicUrl: 'https://board.example.org',
    databaseUrl: 'postgres://a:b@db/strikeboard',
    dataDir: '/srv/strikeboard',
    appSecret: 'x'.repeat(32),
    smtpUrl: 'smtps://mail.example.org',
    mailLimits: { ...usualMailLimits, codesPerHour: 40 },
    edgeUrls: ['http://edge-a:8081', 'http://edge-b:8081'],
    restored: false,
    budgets: usualBudgets,
    databaseLimits: limitsFrom(),
    sessionIdleDays: 30,
    mailCollectSeconds: 5,
    storageLimits: { ...usualStorageLimits, largest: 400 },
    s3Url: 'https://key:secret@s3.example.org/files?region=eu-central-1',
    metrics: { port: 9464, host: '127.0.0.1', token: undefined },
    traces: true,
    hstsSubdomains: false,
    pushServices: ['push.example.org'],
    webhookHosts: ['n8n.lan:5678', '10.0.0.7'],
    operator: {
      name: 'Our federation',
      contactUrl: 'mailto:board@example.org',
      sourceUrl: 'https://code.example.org/board',
    },
    demo: false,
    pages: 'built',
  });
});

test.each([
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['SESSION_IDLE_DAYS', '0'],
  ['SESSION_IDLE_DAYS', '181'],
  ['SESSION_IDLE_DAYS', 'soon'],
  ['PORT', '4e3'],
  ['PUBLIC_URL', 'board.example.org'],
  ['PUBLIC_URL', 'ftp://board.example.org'],
  ['PUBLIC_URL', 'https://board.example.org/app'],
  ['DATABASE_URL', 'mysql://localhost/strikeboard'],
  ['DATABASE_URL', 'postgres://localhost'],
  ['DATABASE_URL', 'postgres'],
  ['DATABASE_READ_URL', 'mysql://localhost/strikeboard'],
  ['APP_SECRET', 'short'],
  ['SMTP_URL', 'https://mail.example.org'],
  ['SMTP_URL', 'smtp://mail.example.org?tls=off'],
  ['MAIL_HOUR', '0'],
  ['FILE_MB', '0'],
  ['FILE_MB', '2001'],
  ['FILES_PERSON_MB', 'much'],
  ['S3_URL', 'https://s3.example.org/files'],
  ['S3_URL', 'https://key:secret@s3.example.org'],
  ['S3_URL', 's3://files'],
  ['MAIL_CODES_NETWORK', 'many'],
  ['HSTS_SUBDOMAINS', 'yes'],
  ['PUSH_SERVICES', 'https://push.example.org'],
  ['PUSH_SERVICES', 'push.example.org,,'],
  ['METRICS_PORT', 'nine'],
  ['METRICS_TOKEN', 'short'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'grpc://collector:4317'],
  ['DEMO', 'yes'],
  ['REDIS_URL', 'http://localhost:6379'],
  ['REDIS_URL', 'redis://localhost/strikeboard'],
  ['TRUST_PROXY', 'yes'],
  ['EDGE_URLS', 'edge:8081'],
  ['EDGE_URLS', 'https://edge:8081'],
  ['EDGE_URLS', 'http://edge:8081/publish'],
  ['BUDGETS', 'yes'],
  ['BUDGET_ADDRESS', '0'],
  ['SOCKETS_ADDRESS', '-1'],
  ['QUESTIONS_BOARD', '2.5'],
  ['TRUST_PROXY', '10.0.0.0/99'],
  ['DRAIN_SECONDS', '2s'],
  ['DRAIN_SECONDS', '601'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must .*\\.$`));
});

test('figures and traces are off until asked for', () => {
  expect(readConfig({})).toMatchObject({ metrics: undefined, traces: false });
  const token = 'a reader of figures, known by this one';
  expect(readConfig({ METRICS_TOKEN: token }).metrics).toEqual({ port: undefined, host: '127.0.0.1', token });
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://collector:4318';
  expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' }).traces).toBe(false);
  expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_EXPORTER: 'none' }).traces).toBe(false);
});

test('a refused secret is not repeated', () => {
  expect(() => readConfig({ S3_URL: 'ftp://key:hunter2@host/files' })).not.toThrow(/hunter2/);
  expect(() => readConfig({ DATABASE_URL: 'mysql://user:hunter2@host/db' })).not.toThrow(/hunter2/);
  expect(() => readConfig({ REDIS_URL: 'http://:hunter2@host' })).not.toThrow(/hunter2/);
});

test('a coordinator is named on the command line, by a handle', () => {
  expect(readConfig({}, 'built', ['--coordinator', 'ana']).coordinator).toBe('ana');
  expect(readConfig({}).coordinator).toBeUndefined();
  expect(() => readConfig({}, 'built', ['--coordinator'])).toThrow(/needs a handle/);
});
