import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import type { Config } from '../config.ts';
import { errorCode } from '../startup-error.ts';
import { CarrierFailure, type Mail } from './carriers.ts';

/** A mail server that says nothing for so long is down. */
const PATIENCE_MS = 15_000;

/**
 * Sends mail over SMTP_URL; without one, writes each to `outbox/` in the data folder, where a person can open it.
 * The sender is `from` in the query of SMTP_URL, else its user where that is an address, else made from `url`.
 * Connects at the first mail.
 */
export function createMailCarrier(
  { smtpUrl, dataDir }: Pick<Config, 'smtpUrl' | 'dataDir'>,
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
  address.searchParams.delete('from');
  return createTransport({
    url: address.href,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // What is in a mail comes from us alone; nothing in it may read a file or ask an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
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
  return new CarrierFailure(reason, { isFinal });
}
