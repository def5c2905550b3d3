import type { Feed, FeedAddress, FeedEntry } from './feed.ts';

/** What XML 1.0 cannot hold, however it is written. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words as they stand in XML and in HTML, between tags and within quotes. */
export const escapeXml = (text: string): string =>
  text.replace(NO_XML, '').replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

/** What somebody wrote as HTML that holds nothing but paragraphs and breaks. */
export const toHtml = (paragraphs: readonly string[]): string =>
  paragraphs.map((text) => `<p>${escapeXml(text).replace(/\n/g, '<br />')}</p>`).join('');

/** A feed in Atom 1.0 (RFC 4287). */
export function writeAtom(feed: Feed, { self, other }: FeedAddress): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    ...[tag('id', feed.id), tag('title', feed.title), tag('subtitle', feed.subtitle)],
    tag('updated', feed.updated.toISOString()),
    // An entry without an author has that of its feed; the standard asks for one of them.
    '<author><name>Strikeboard</name></author>',
    '<generator>Strikeboard</generator>',
    link('self', self, 'application/atom+xml'),
    link('alternate', feed.home, 'text/html'),
    link('alternate', other, 'application/feed+json'),
    ...feed.entries.map(writeEntry),
    '</feed>',
    '',
  ].join('\n');
}

function writeEntry(entry: FeedEntry): string {
  return [
    `<entry xml:lang="${escapeXml(entry.language)}">`,
    ...[tag('id', entry.id), tag('title', entry.title), link('alternate', entry.url, 'text/html')],
    tag('published', entry.published.toISOString()),
    tag('updated', entry.updated.toISOString()),
    ...entry.authors.map(({ name, url }) => `<author>${tag('name', name)}${tag('uri', url)}</author>`),
    ...entry.tags.map((term) => `<category term="${escapeXml(term)}"/>`),
    `<content type="html">${escapeXml(toHtml(entry.paragraphs))}</content>`,
    '</entry>',
  ].join('\n');
}

const tag = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
const link = (rel: string, href: string, type: string) =>
  `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;
