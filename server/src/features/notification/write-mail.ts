import type { Vault } from '../../platform/vault/vault.ts';
import type { Carriers, Mail } from '../../platform/mail/carriers.ts';
import type { NotificationKind } from './notification.entity.ts';
import { unsubscribePath } from './unsubscribe.ts';

/** One thing that a mail tells of. */
export interface ToTell {
  kind: NotificationKind;
  /** Only of what anyone may read; null else. */
  title: string | null;
}

/** What waits for coordinators, in numbers alone. */
export interface DigestCounts {
  asks: number;
  quietCards: number;
  lateCards: number;
  unread: number;
}

interface Addressed {
  id: string;
  personId: string;
  to: string;
  language: string;
}

/** Lines of one mail at most; the rest is a number. */
const MOST_LINES = 12;

/** The one mail that tells of everything somebody was not told yet. */
export function writeNotices(carriers: Carriers, vault: Vault, to: Addressed, notices: ToTell[]): Mail {
  const t = carriers.words(to.language);
  const lineOf = ({ kind, title }: ToTell) =>
    title === null ? t(`kind.${kind}`) : t('mail.titled', { what: t(`kind.${kind}`), title });
  const lines = [...new Set(notices.map(lineOf))];
  const rest = lines.length - MOST_LINES;
  const [first] = lines;
  return letter(carriers, vault, to, {
    subject: lines.length === 1 ? first! : t('mail.subject', { count: notices.length }),
    intro: t('mail.intro'),
    lines: rest > 0 ? [...lines.slice(0, MOST_LINES), t('mail.more', { count: rest })] : lines,
    link: { label: t('mail.open'), path: '/me/notices' },
  });
}

export function writeDigest(carriers: Carriers, vault: Vault, to: Addressed, counts: DigestCounts): Mail {
  const t = carriers.words(to.language);
  const { asks, quietCards, lateCards, unread } = counts;
  return letter(carriers, vault, to, {
    subject: t('mail.digestSubject'),
    intro: t('mail.digestIntro'),
    lines: [
      t('mail.asks', { count: asks }),
      t('mail.quietCards', { count: quietCards }),
      t('mail.lateCards', { count: lateCards }),
      t('mail.unread', { count: unread }),
    ],
    link: { label: t('mail.open'), path: '/me/notices' },
  });
}

/** The code that confirms an address. Names nobody: whoever else gets it learns nothing. */
export function writeCode(
  carriers: Carriers,
  to: { to: string; language: string; id: string },
  code: string,
): Mail {
  const t = carriers.words(to.language);
  const paragraphs = [t('mail.codeIntro'), code, t('mail.codeFoot')];
  return {
    to: to.to,
    subject: t('mail.codeSubject', { code }),
    text: `${paragraphs.join('\n\n')}\n`,
    html: page(
      to.language,
      `${paragraph(html(paragraphs[0]!))}<p dir="ltr" style="font-size:2em;font-weight:bold">${html(code)}</p>${paragraph(html(paragraphs[2]!))}`,
    ),
    messageId: `<${to.id}@${new URL(carriers.url).hostname}>`,
    headers: { 'auto-submitted': 'auto-generated' },
    isCode: true,
  };
}

function letter(
  carriers: Carriers,
  vault: Vault,
  { id, personId, to, language }: Addressed,
  words: { subject: string; intro: string; lines: string[]; link: { label: string; path: string } },
): Mail {
  const t = carriers.words(language);
  const { subject, intro, lines, link } = words;
  const address = `${carriers.url}${link.path}`;
  const stop = `${carriers.url}${unsubscribePath(vault, personId)}`;
  const change = `${carriers.url}/me/contact`;
  return {
    to,
    subject,
    text: [
      intro,
      lines.map((line) => `- ${line}`).join('\n'),
      `${link.label}: ${address}`,
      `${t('mail.why')}\n${t('mail.change')}: ${change}\n${t('mail.stop')}: ${stop}\n`,
    ].join('\n\n'),
    html: page(
      language,
      `${paragraph(html(intro))}<ul>${lines.map((line) => `<li dir="auto">${html(line)}</li>`).join('')}</ul>` +
        `${paragraph(anchor(address, link.label))}<p dir="auto" style="color:#6a6256"><small>${html(t('mail.why'))}<br>` +
        `${anchor(change, t('mail.change'))} · ${anchor(stop, t('mail.stop'))}</small></p>`,
    ),
    messageId: `<${id}@${new URL(carriers.url).hostname}>`,
    headers: {
      'auto-submitted': 'auto-generated',
      'list-unsubscribe': `<${stop}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    },
  };
}

export const page = (language: string, body: string) =>
  `<!doctype html><html lang="${language}" dir="ltr"><body style="font-family:sans-serif;line-height:1.45;overflow-wrap:anywhere">${body}</body></html>`;
export const paragraph = (body: string) => `<p dir="auto">${body}</p>`;
export const anchor = (href: string, label: string) => `<a href="${html(href)}">${html(label)}</a>`;

export function html(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
