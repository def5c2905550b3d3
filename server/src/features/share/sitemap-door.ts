import type { ServerResponse } from 'node:http';
import type { Door } from '../../platform/http/door.ts';
import type { Services } from '../../platform/services.ts';
import type { ListedPage } from '../../platform/share/shared-things.ts';

/** What a sitemap may hold is 50,000; ours stays small enough to be written at one go. */
const PAGES = 2_000;

/** Pages of the house itself that say something to a stranger. */
const OWN: readonly ListedPage[] = [
  { path: '/' },
  { path: '/need-help' },
  { path: '/join' },
  { path: '/privacy' },
];

/** What machines have no business with: what a secret opens, what belongs to one person, and what is no page. */
const CLOSED = [
  ...[
    '/approve',
    '/ask',
    '/boards/',
    '/calendar/',
    '/campaigns/',
    '/desk',
    '/graphql',
    '/me',
    '/new-campaign',
  ],
  ...['/sign-in', '/unsubscribe/', '/c/*/settings', '/c/*/wall'],
];

/** `GET /sitemap.xml`: pages that strangers may read, and none that names a person. */
export const sitemapDoor = (services: Services): Door => ({
  below: '/sitemap.xml',
  isCounted: true,
  answer: async (path, request, response) => {
    if (path !== '/sitemap.xml' || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const pages = [...OWN];
    for (const list of services.shared.listedPages)
      pages.push(...(await list(services, PAGES - pages.length)));
    const urls = pages.map(({ path: page }) => `<url><loc>${inXml(services.address() + page)}</loc></url>`);
    say(response, 'application/xml', [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...urls,
      '</urlset>',
    ]);
    return true;
  },
});

/** `GET /robots.txt`. */
export const robotsDoor = ({ address }: Services): Door => ({
  below: '/robots.txt',
  answer: async (path, request, response) => {
    if (path !== '/robots.txt' || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const closed = CLOSED.map((each) => `Disallow: ${each}`);
    say(response, 'text/plain', ['User-agent: *', ...closed, '', `Sitemap: ${address()}/sitemap.xml`]);
    return true;
  },
});

function say(response: ServerResponse, type: string, lines: readonly string[]): void {
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=300',
  });
  response.end(`${lines.join('\n')}\n`);
}

const inXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
