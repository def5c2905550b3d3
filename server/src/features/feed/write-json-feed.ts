import type { Feed, FeedAddress } from './feed.ts';
import { toHtml } from './write-atom.ts';

/** A feed in JSON Feed 1.1 (jsonfeed.org). */
export function writeJsonFeed(feed: Feed, { self }: FeedAddress): string {
  const items = feed.entries.map((entry) => ({
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_html: toHtml(entry.paragraphs),
    content_text: entry.paragraphs.join('\n\n'),
    date_published: entry.published.toISOString(),
    date_modified: entry.updated.toISOString(),
    language: entry.language,
    tags: entry.tags,
    ...(entry.authors.length > 0 && { authors: entry.authors }),
  }));
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.home,
    feed_url: self,
    language: feed.language,
    items,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
