import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Door } from '../../platform/http/door.ts';
import { readBody, refuseTooLarge } from '../../platform/http/graphql-door.ts';
import { createCatalogue } from '../../platform/mail/mail-words.ts';
import { InvalidInput, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { type Context, createContext } from './context.ts';
import { readCookie, readSession } from './session-cookie.ts';

/** A form as a browser without a script sends it. */
export interface PlainForm {
  /** Where it is sent. */
  path: string;
  /** Its fields that hold words of people: what is refused is answered with them, so that they can be taken along. */
  words: readonly string[];
  /** Does it, in the language of the pages in this browser. Returns the page of ours to go on with, or words to show. */
  act(context: Context, form: URLSearchParams, language: string): Promise<{ to: string } | PlainPage>;
}

/** A page for which no script is needed: what it says, line by line, and texts to be taken along. */
export interface PlainPage {
  lines: readonly string[];
  texts: readonly string[];
  /** What one may do next: a form of ours with a button alone. */
  button?: { to: string; fields: Readonly<Record<string, string>>; words: string };
  /** Where one may go on. */
  link?: { to: string; words: string };
}

/** Takes a form by POST, with the rights of who sends it, and as a mutation would. */
export function formDoor(services: Services, { path: at, words, act }: PlainForm): Door {
  const errors = createCatalogue('errors', services.languages);
  return {
    below: at,
    isCounted: true,
    isOwnOnly: true,
    answer: async (path, request, response) => {
      if (path !== at || request.method !== 'POST') return false;
      const body = await readBody(request);
      if (body === undefined) {
        await refuseTooLarge(request, response);
        return true;
      }
      const form = new URLSearchParams(body);
      const viewer = await readSession(services, request);
      const context = createContext(services, { viewer, http: { request, response }, requestId: 'form' });
      const language = languageOf(request, services);
      try {
        const done = await act(context, form, language);
        if ('to' in done) response.writeHead(303, { location: done.to, 'cache-control': 'no-store' }).end();
        else answerPlainly(response, 200, language, done);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const t = errors(language);
        const why =
          error instanceof InvalidInput
            ? t(`reason.${error.reason}`, { count: error.limit ?? 0 })
            : t(error.why ? `why.${error.why}` : error.code);
        const texts = words.map((name) => form.get(name) ?? '');
        answerPlainly(response, 422, language, { lines: [why], texts: texts.filter((text) => text !== '') });
      }
      return true;
    },
  };
}

function answerPlainly(
  response: ServerResponse,
  status: number,
  language: string,
  { lines, texts, button, link }: PlainPage,
): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  const said = lines.map((line) => `<p>${escaped(line)}</p>`);
  const given = texts.map((text) => `<textarea rows="6" cols="30" readonly>${escaped(text)}</textarea>`);
  const next = button ? formOf(button) : '';
  const on = link ? `<p><a href="${escaped(link.to)}">${escaped(link.words)}</a></p>` : '';
  response.end(
    `<!doctype html><html lang="${language}"><meta name="viewport" content="width=device-width">` +
      `<title>Strikeboard</title>${said.join('')}${given.join('')}${next}${on}`,
  );
}

function formOf({ to, fields, words }: NonNullable<PlainPage['button']>): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return `<form method="post" action="${escaped(to)}">${hidden.join('')}<button>${escaped(words)}</button></form>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The language of the pages in this browser: what was chosen, else what it asks for first. */
function languageOf({ headers }: IncomingMessage, { languages: { tags } }: Services): string {
  const chosen = readCookie('lang', headers.cookie);
  const asked = (headers['accept-language'] ?? '').split(',').map((each) => each.trim().slice(0, 2));
  return [chosen, ...asked].find((tag) => tag !== null && tags.includes(tag)) ?? 'en';
}
