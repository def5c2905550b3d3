import type { ServerResponse } from 'node:http';
import { Skill } from '../../core/access/skill.ts';
import type { Door } from '../../platform/http/door.ts';
import { answerTagged } from '../../platform/http/entity-tag.ts';
import { publicAddress } from '../../platform/http/public-address.ts';
import { languageTags } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { MailWords } from '../../platform/mail/carriers.ts';
import type { Services } from '../../platform/services.ts';
import { readWidget, type WidgetAsked } from './read-widget.ts';

/** How long a cache may keep what a widget shows (s): many pages ask at once when something changed. */
const MAX_AGE = 2;
const MOST_CARDS = 12;
const USUAL_CARDS = 5;

/** What of an address the page in a frame hands on to its widget. */
const ATTRIBUTES = ['campaign', 'skill', 'language', 'event', 'most', 'lang'];

/** Its own page may load what this server gives and nothing else; it may stand in a frame of any site. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

export interface WidgetCatalogues {
  feed: MailWords;
  site: MailWords;
}

/**
 * `GET /widget/state.json`: what the widget shows, for pages of any site. `GET /widget`: a page that holds nothing else,
 * for frames. `/widget.js` is a file among the pages, and is allowed to be loaded from anywhere.
 */
export function widgetDoors(services: Services, catalogues: WidgetCatalogues): Door[] {
  const answerState: Door['answer'] = async (path, request, response) => {
    if (path !== '/widget/state.json' || !isRead(request.method)) return false;
    const params = new URL(request.url ?? '/', 'http://here').searchParams;
    const asked = readAsked(params, services.languages.tags);
    if (asked instanceof InvalidInput) return refuse(response, 400, asked.message);
    const state = await readWidget(services.orm.em.fork(), asked, {
      url: publicAddress({ http: { request }, services }),
      feed: catalogues.feed(asked.language),
      site: catalogues.site(asked.language),
    });
    if (!state) return refuse(response, 404, 'There is no such campaign.');
    answerTagged(request, response, {
      ...{ type: 'application/json', text: JSON.stringify(state), maxAge: MAX_AGE },
    });
    return true;
  };
  const answerPage: Door['answer'] = async (path, request, response) => {
    if (path === '/widget.js') response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (path !== '/widget' || !isRead(request.method)) return false;
    const params = new URL(request.url ?? '/', 'http://here').searchParams;
    const language = languageOf(params, services.languages.tags);
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    response.setHeader('content-security-policy', POLICY);
    const text = pageWith(params, language, catalogues.feed(language)('widget.heading'));
    answerTagged(request, response, { type: 'text/html', text, maxAge: 300 });
    return true;
  };
  return [
    { below: '/widget/', isCounted: true, isOpen: true, answer: answerState },
    { below: '/widget', answer: answerPage },
  ];
}

const isRead = (method: string | undefined) => method === 'GET' || method === 'HEAD';

function refuse(response: ServerResponse, status: number, words: string): true {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${words}\n`);
  return true;
}

function readAsked(params: URLSearchParams, known: readonly string[]): WidgetAsked | InvalidInput {
  const skills = wordsOf(params, 'skill').map((word) => word.toUpperCase());
  if (!skills.every((skill): skill is Skill => Object.hasOwn(Skill, skill)))
    return new InvalidInput('skill', 'UNKNOWN', 'We do not know this skill.');
  try {
    const languages = languageTags(wordsOf(params, 'language'), 'language');
    const most = Number(params.get('most') ?? USUAL_CARDS);
    return {
      campaign: params.get('campaign') || null,
      filter: { ...(skills.length > 0 && { skills }), ...(languages.length > 0 && { languages }) },
      event: params.get('event') || null,
      most: Number.isInteger(most) && most >= 1 ? Math.min(most, MOST_CARDS) : USUAL_CARDS,
      language: languageOf(params, known),
    };
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
}

/** The language of ours that is asked for, with its region or without; else the first. */
function languageOf(params: URLSearchParams, known: readonly string[]): string {
  const wanted = (params.get('lang') ?? '').slice(0, 35);
  return (
    known.find((tag) => tag === wanted) ??
    known.find((tag) => tag === wanted.split('-')[0]) ??
    known[0] ??
    'en'
  );
}

const wordsOf = (params: URLSearchParams, name: string): string[] =>
  params
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((word) => word.trim())
    .filter(Boolean);

function pageWith(params: URLSearchParams, language: string, title: string): string {
  const attributes = ATTRIBUTES.flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [` ${name}="${inQuotes(value)}"`];
  });
  return `<!doctype html>
<html lang="${inQuotes(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${inQuotes(title)}</title>
<script src="/widget.js" async></script>
</head>
<body><main><strikeboard-widget level="1"${attributes.join('')}></strikeboard-widget></main></body>
</html>
`;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const inQuotes = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
