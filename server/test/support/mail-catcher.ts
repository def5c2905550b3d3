import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail {
  to: string[];
  /** As it came over the line, with quoted-printable undone. */
  raw: string;
}

/** A mail server that keeps what it is given. */
export interface MailCatcher {
  url: string;
  caught: CaughtMail[];
  /** What it was told to sign in with, and whether others could have read it on the way. */
  passwords: { password: string; inClear: boolean }[];
  /** What it answers to the next recipients: null takes them. */
  refuseWith: { code: number; words: string } | null;
  stop(): Promise<void>;
}

/** Without `doesTls` it knows no STARTTLS; with it, its certificate is its own. */
export async function startMailCatcher({ doesTls = false } = {}): Promise<MailCatcher> {
  const caught: CaughtMail[] = [];
  const passwords: MailCatcher['passwords'] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: doesTls ? [] : ['STARTTLS'],
    onAuth: ({ username, password }, session, callback) => {
      passwords.push({ password: String(password), inClear: !session.secure });
      callback(null, { user: username });
    },
    logger: false,
    onRcptTo: ({ address }, _session, callback) => {
      const { refuseWith } = catcher;
      if (!refuseWith) return callback();
      callback(
        Object.assign(new Error(`${refuseWith.words} <${address}>`), { responseCode: refuseWith.code }),
      );
    },
    onData: (stream, session, callback) => {
      text(stream).then(
        (raw) => {
          caught.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: readable(raw) });
          callback();
        },
        (error: Error) => callback(error),
      );
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const catcher: MailCatcher = {
    url: `smtp://127.0.0.1:${port}/?from=desk@strikeboard.example`,
    caught,
    passwords,
    refuseWith: null,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return catcher;
}

/** Undoes quoted-printable, in which long lines and letters beyond ASCII travel. */
function readable(raw: string): string {
  const bytes = raw
    .replaceAll('\r\n', '\n')
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
