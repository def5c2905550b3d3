import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MailWords } from '../../platform/mail/carriers.ts';
import { unsubscribe } from '../notification/unsubscribe.ts';
import { hashOf } from '../../core/access/secret.ts';
import type { Services } from '../../platform/services.ts';
import { writeCalendar } from './write-calendar.ts';

/** Answers an address that needs no session, if it is one of ours; says whether it was. */
export type OpenAddresses = (
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean>;

/**
 * What calendar programs and mail programs open without a session: `GET /calendar/<token>.ics`, and
 * `POST /unsubscribe/<signed>` (RFC 8058). Getting the latter shows a page with a button, since mail scanners get
 * every link.
 */
export function createOpenAddresses(
  services: Services,
  { url, words }: { url: () => string; words: MailWords },
): OpenAddresses {
  return async (path, request, response) => {
    const token = /^\/calendar\/([\w-]{43})\.ics$/.exec(path)?.[1];
    if (token !== undefined && (request.method === 'GET' || request.method === 'HEAD')) {
      const calendar = await services.exports.atOneMoment((em) =>
        writeCalendar(em, hashOf(token), { url: url(), words }),
      );
      if (calendar === null) answer(response, 404, 'text/plain', 'There is no such calendar.\n');
      else answer(response, 200, 'text/calendar', calendar);
      return true;
    }
    if (path.startsWith('/unsubscribe/') && request.method === 'POST') {
      request.resume();
      const known = await unsubscribe(services, path);
      // A mail program wants a plain yes; whoever pressed the button of the page, another page.
      if (request.headers.accept?.includes('text/html')) {
        response.writeHead(303, { location: known ? '/unsubscribe/done' : '/unsubscribe/unknown' }).end();
      } else
        answer(response, known ? 200 : 404, 'text/plain', known ? 'Done.\n' : 'There is no such address.\n');
      return true;
    }
    return false;
  };
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'private, no-store',
  });
  response.end(body);
}
