import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import { errorCode } from '../startup/startup-error.ts';
import { CarrierFailure, type Mail } from './carriers.ts';

/** Where mails go: to a server, or to a folder for a person to open. */
export interface MailSettings {
  smtpUrl?: string | undefined;
  dataDir: string;
}

/** A mail server that says nothing for so long is down. */
const PATIENCE_MS = 15_000;

/** What the query of SMTP_URL may not decide behind our back, and what it says to us alone. */
const OURS = ['from', 'tls', 'secure', 'requireTLS', 'ignoreTLS', 'opportunisticTLS'];

/** For whoever reads the log of a job. */
const NO_TLS =
  'SMTP_ETLS: the mail server does no TLS (STARTTLS), so it got neither a password nor a mail, which others could have ' +
  'read on the way. Turn TLS on there, or use smtps://; only where nobody can listen, add ?tls=none to SMTP_URL.';

/**
 * Sends mail over SMTP_URL; without one, writes each to `outbox/` in the data folder, where a person can open it.
 * Over `smtp://` the server must do STARTTLS before it gets a password or a mail, unless the URL says `?tls=none` or the
 * server is this machine. The sender is `from` in the query of SMTP_URL, else its user where that is an address, else
 * made from `url`. Connects at the first mail.
 */
export function createMailCarrier(
  { smtpUrl, dataDir }: MailSettings,
  url: string,
): (mail: Mail) => Promise<void> {
  const from = senderOf(smtpUrl, url);
  if (smtpUrl === undefined) return (mail) => writeToOutbox(join(dataDir, 'outbox'), { ...mail, from });
  let transport: Promise<Transporter> | undefined;
  return async (mail) => {
    try {
      transport ??= openTransport(smtpUrl);
      await (await transport).sendMail({ ...mail, from });
    } catch (error) {
      throw withoutAddresses(error);
    }
  };
}

async function openTransport(smtpUrl: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const address = new URL(smtpUrl);
  const mayBeClear = address.searchParams.get('tls') === 'none' || isLoopback(address.hostname);
  for (const name of OURS) address.searchParams.delete(name);
  return createTransport({
    url: address.href,
    // Also where the server does not offer it: whoever stands between could have taken the offer away.
    requireTLS: address.protocol === 'smtp:' && !mayBeClear,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // What is in a mail comes from us alone; nothing in it may read a file or ask an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/i.test(hostname);
}

async function writeToOutbox(folder: string, mail: Mail & { from: string }): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const { message } = await composer.sendMail(mail);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`;
    await writeFile(join(folder, name), message as Buffer, { mode: 0o600 });
  } catch (error) {
    throw new CarrierFailure(`OUTBOX_${errorCode(error)}`);
  }
}

function senderOf(smtpUrl: string | undefined, url: string): string {
  const smtp = smtpUrl === undefined ? undefined : new URL(smtpUrl);
  const user = decodeURIComponent(smtp?.username ?? '');
  const address =
    smtp?.searchParams.get('from') ??
    (/^[^@\s]+@[^@\s]+$/.test(user) ? user : `strikeboard@${new URL(url).hostname}`);
  return `Strikeboard <${address}>`;
}

/** What went wrong, by its codes alone: the words of mail servers repeat addresses. */
function withoutAddresses(error: unknown): CarrierFailure {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const reason = ['SMTP', code, responseCode].filter((part) => /^\w+$/.test(String(part ?? ''))).join('_');
  // 5xx after the envelope: this mailbox will not take it. A wrong password (535) is ours to mend.
  const isFinal = code === 'EENVELOPE' && Number(responseCode) >= 500;
  return new CarrierFailure(reason, { isFinal, ...(code === 'ETLS' && { words: NO_TLS }) });
}
