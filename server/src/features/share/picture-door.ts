import type { Door } from '../../platform/http/door.ts';
import type { MailWords } from '../../platform/mail/carriers.ts';
import type { Services } from '../../platform/services.ts';
import type { Pictures } from '../../platform/share/pictures.ts';

/** `/pictures/<language>/<sort of thing>/<key>.png`, and `/pictures/<language>.png` for Strikeboard itself. */
const ADDRESS =
  /^\/pictures\/([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)(?:\/([a-z-]{1,20})\/([A-Za-z0-9_/-]{1,120}))?\.png$/;

/**
 * Answers with the picture of a campaign, a card and whatever else nouns add: what a stranger reads of it, whoever asks.
 * For what strangers may not read, and for what is not there, the general picture and 404, alike.
 */
export const pictureDoor = (
  services: Services,
  { pictures, words }: { pictures: Pictures; words: MailWords },
): Door => ({
  below: '/pictures/',
  isCounted: true,
  answer: async (path, request, response) => {
    const [, language = '', thing, key = ''] = ADDRESS.exec(path) ?? [];
    if (!services.languages.tags.includes(language)) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const t = words(language);
    const found = thing === undefined ? null : await services.shared.pictureOf(thing, key, t);
    const isThere = thing === undefined || found !== null;
    const drawn = found ?? {
      over: t('landing.signThey'),
      title: t('landing.signYou'),
      instead: 'Strikeboard',
      under: t('picture.general'),
    };
    const headers = {
      etag: pictures.tagOf(drawn),
      // The picture of something that is made public later is not kept as missing.
      'cache-control': isThere ? 'public, max-age=300' : 'no-store',
      // Pages of others may show it: it holds nothing that a stranger may not read.
      'cross-origin-resource-policy': 'cross-origin',
    };
    if (isThere && request.headers['if-none-match'] === headers.etag) {
      response.writeHead(304, headers).end();
      return true;
    }
    const picture = await pictures.of(drawn);
    if (!picture) {
      response.writeHead(503, { 'retry-after': '5', 'cache-control': 'no-store' }).end();
      return true;
    }
    response.writeHead(isThere ? 200 : 404, {
      ...headers,
      'content-type': 'image/png',
      'content-length': picture.png.length,
    });
    response.end(request.method === 'HEAD' ? undefined : picture.png);
    return true;
  },
});
