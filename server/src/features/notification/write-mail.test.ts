import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createVault } from '../../platform/vault/vault.ts';
import type { Carriers } from '../../platform/mail/carriers.ts';
import { createMailWords } from '../../platform/mail/mail-words.ts';
import { writeNotices } from './write-mail.ts';

const carriers: Carriers = {
  url: 'https://board.example',
  words: createMailWords(),
  sendMail: () => Promise.resolve(),
  sendPush: () => Promise.resolve(),
};

const to = { id: 'd1', personId: 'p1', to: 'noura@example.org', language: 'en' };

const mailOf = (...titles: string[]) =>
  writeNotices(
    carriers,
    createVault(randomBytes(32).toString('base64url')),
    to,
    titles.map((title) => ({ kind: 'CHANGES_REQUESTED' as const, title })),
  );

test('an Arabic title stands apart in the plain text, and every part of the page finds its direction', () => {
  const { subject, text, html } = mailOf('ترجمة المنشور 3', 'Caption ten photos');
  expect(subject).not.toContain('\u2068');
  expect(text).toContain('“\u2068ترجمة المنشور 3\u2069”');
  expect(text).toContain('“Caption ten photos”');
  expect(html).toContain('“\u2068ترجمة المنشور 3\u2069”</li>');
  expect(html.match(/<(?:p|li)\b[^>]*>/g)?.filter((tag) => !/ dir="(?:auto|ltr)"/.test(tag))).toEqual([]);
});

test('what is a sign of HTML in a title is none in the mail', () => {
  const { text, html } = mailOf('<b>لا</b> & "no"');
  expect(text).toContain('<b>لا</b> & "no"');
  expect(html).toContain('&lt;b&gt;لا&lt;/b&gt; &amp; &quot;no&quot;');
});
