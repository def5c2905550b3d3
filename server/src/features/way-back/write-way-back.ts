import type { Carriers, Mail } from '../../platform/mail/carriers.ts';
import { anchor, html, page, paragraph } from '../notification/write-mail.ts';

export type MailLanguage = 'en' | 'es';

/**
 * The mail with the way back. It names nobody: whoever else reads it learns no handle. The digits are not in its subject,
 * which stands on locked screens.
 */
export function writeWayBack(
  carriers: Carriers,
  mail: { to: string; language: string; id: string; token: string; digits: string },
): Mail {
  const t = carriers.words(mail.language);
  const address = `${carriers.url}/come-back#${mail.token}`;
  const intro = t('mail.wayBackIntro');
  const digits = t('mail.wayBackDigits');
  const foot = t('mail.wayBackFoot');
  return {
    to: mail.to,
    subject: t('mail.wayBackSubject'),
    text: `${[intro, address, digits, mail.digits, foot].join('\n\n')}\n`,
    html: page(
      mail.language,
      `${paragraph(html(intro))}${paragraph(anchor(address, t('mail.wayBackOpen')))}${paragraph(html(digits))}` +
        `<p dir="ltr" style="font-size:2em;font-weight:bold">${html(mail.digits)}</p>${paragraph(html(foot))}`,
    ),
    messageId: `<${mail.id}@${new URL(carriers.url).hostname}>`,
    headers: { 'auto-submitted': 'auto-generated' },
    isCode: true,
  };
}
