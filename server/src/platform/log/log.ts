import { type DestinationStream, type Logger, pino } from 'pino';
import { type ErrorInLog, errorInLog } from './error-in-log.ts';

export type Log = Logger;

/** Where a log goes, and for whom. */
export interface LogOptions {
  /** Words for a person, and only what they should know; else one JSON object a line. */
  forPeople?: boolean;
  write?: DestinationStream;
}

/** Should somebody log a whole request, or what it held: by these names nothing is told. */
const redact = {
  paths: [
    ...[
      'request',
      'req',
      'response',
      'res',
      'headers',
      'cookie',
      'authorization',
      'body',
      'query',
      'variables',
    ],
    ...['url', 'token', 'secret', 'password', 'handle', 'email', 'address', 'ip', 'person', 'viewer', 'text'],
  ],
  censor: '[not told]',
};

/**
 * The server's log, on standard error. In a terminal only warnings, in words; elsewhere one JSON object per
 * line from level info, for a machine to collect: each request is one, see `watchRequest`. Neither holds anything
 * about a person: no handle, address, token or variable.
 */
export function createLog(options: LogOptions = {}): Log {
  const { forPeople = process.stderr.isTTY === true } = options;
  const common = { redact, serializers: { err: (error: unknown) => errorInLog(error) } };
  if (forPeople) return pino({ ...common, level: 'warn' }, wordsFor(options.write ?? process.stderr));
  // Written while others work: under load many lines go at once. What is left goes when the process ends.
  return pino({ ...common, level: 'info' }, options.write ?? pino.destination({ dest: 2, sync: false }));
}

function wordsFor(output: Pick<DestinationStream, 'write'>): DestinationStream {
  return {
    write: (line) => {
      const { level, time, msg, pid, hostname, err, ...rest } = JSON.parse(line) as Record<string, unknown>;
      const word = typeof level === 'number' && level >= 50 ? 'error' : 'warning';
      const clock = new Date(Number(time)).toTimeString().slice(0, 8);
      const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
      output.write(`${clock} ${word}: ${String(msg ?? '')}${more}${err ? inWords(err as ErrorInLog) : ''}\n`);
    },
  };
}

function inWords({ type, message, code, stack, cause }: ErrorInLog): string {
  const head = `${type}${code === undefined ? '' : ` (${code})`}: ${message}`;
  const calls = stack.map((call) => `\n    ${call}`).join('');
  return `\n${head}${calls}${cause ? `\n  because of${inWords(cause)}` : ''}`;
}
