import type { ServerResponse } from 'node:http';
import { answerCalendar } from '../../platform/calendar/answer-calendar.ts';
import type { MailWords } from '../../platform/mail/carriers.ts';
import { unsubscribe } from '../notification/unsubscribe.ts';
import { hashOf } from '../../core/access/secret.ts';
import type { Services } from '../../platform/services.ts';
import { writeCalendar } from './write-calendar.ts';
import type { Door } from '../../platform/http/door.ts';

/** What calendar programs open without a session: `GET /calendar/<token>.ics`. */
export const calendarDoor = (services: Services, words: MailWords): Door => ({
  below: '/calendar/',
  isCounted: true,
  answer: async (path, request, response) => {
    const token = /^\/calendar\/([\w-]{43})\.ics$/.exec(path)?.[1];
    if (token === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const calendar = await services.exports.atOneMoment((em) =>
      writeCalendar(em, hashOf(token), {
        url: services.address(),
        words,
        sources: services.calendarSources,
      }),
    );
    if (calendar === null) answer(response, 404, 'text/plain', 'There is no such calendar.\n');
    else answerCalendar(request, response, { text: calendar, maxAge: null });
    return true;
  },
});

/**
 * What mail programs open without a session: `POST /unsubscribe/<signed>` (RFC 8058). Getting it shows a page with a
 * button, since mail scanners get every link.
 */
export const unsubscribeDoor = (services: Services): Door => ({
  below: '/unsubscribe/',
  answer: async (path, request, response) => {
    if (request.method !== 'POST') return false;
    request.resume();
    const known = await unsubscribe(services, path);
    // A mail program wants a plain yes; whoever pressed the button of the page, another page.
    if (request.headers.accept?.includes('text/html')) {
      response.writeHead(303, { location: known ? '/unsubscribe/done' : '/unsubscribe/unknown' }).end();
    } else
      answer(response, known ? 200 : 404, 'text/plain', known ? 'Done.\n' : 'There is no such address.\n');
    return true;
  },
});

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'private, no-store',
  });
  response.end(body);
}
