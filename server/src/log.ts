import { pino, type Logger } from 'pino';

export type Log = Logger;

/**
 * The server's log, on standard error. In a terminal only warnings, in words; elsewhere one JSON object per
 * line from level info, for a machine to collect.
 */
export function createLog(): Log {
  const redact = ['headers.cookie', 'headers.authorization', 'request.headers.cookie'];
  if (process.stderr.isTTY) return pino({ level: 'warn', redact }, { write: writeForPeople });
  return pino({ level: 'info', redact }, pino.destination({ dest: 2, sync: true }));
}

function writeForPeople(line: string): void {
  const { level, time, msg, pid, hostname, err, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const word = typeof level === 'number' && level >= 50 ? 'error' : 'warning';
  const clock = new Date(Number(time)).toTimeString().slice(0, 8);
  const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  const stack = typeof err === 'object' && err !== null && 'stack' in err ? `\n${String(err.stack)}` : '';
  process.stderr.write(`${clock} ${word}: ${String(msg ?? '')}${more}${stack}\n`);
}
