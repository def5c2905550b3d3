import { error, json } from '@sveltejs/kit';
import { allLanguages, loadMessages } from '#web/words/load-messages.server.ts';
import type { RequestHandler } from './$types';

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `/icon-${purpose === 'any' ? size : `${purpose}-${size}`}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** What a phone needs to keep Strikeboard among its apps, in the language of the page that names it. */
export const GET: RequestHandler = async ({ params, setHeaders }) => {
  const { language } = params;
  if (!allLanguages().includes(language)) error(404, 'Not found');
  const site = await loadMessages(language, 'site');
  setHeaders({ 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' });
  return json({
    id: '/',
    name: site.name,
    short_name: site.name,
    description: site.landing.what,
    lang: language,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f4efe4',
    theme_color: '#17130e',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ...[icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
    ],
    shortcuts: [
      { name: site.frame.myCards, url: '/me' },
      { name: site.landing.needHelp, url: '/need-help' },
    ],
  });
};
