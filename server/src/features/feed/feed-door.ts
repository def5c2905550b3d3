import type { IncomingMessage } from 'node:http';
import type { OpenCardsFilter } from '../../core/open-work/list-open-cards.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Door } from '../../platform/http/door.ts';
import { answerTagged } from '../../platform/http/entity-tag.ts';
import { publicAddress } from '../../platform/http/public-address.ts';
import { languageTags } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { MailWords } from '../../platform/mail/carriers.ts';
import type { Services } from '../../platform/services.ts';
import type { Feed } from './feed.ts';
import { isSkill, readFinishedWork, readOpenWork, type Telling } from './read-feeds.ts';
import { writeAtom } from './write-atom.ts';
import { writeJsonFeed } from './write-json-feed.ts';

/** How long a cache may keep a feed (s). */
const MAX_AGE = 300;

const FORMS = {
  atom: { type: 'application/atom+xml', other: 'json', write: writeAtom },
  json: { type: 'application/feed+json', other: 'atom', write: writeJsonFeed },
} as const;

export interface FeedWords {
  feed: MailWords;
  site: MailWords;
}

/**
 * `GET /feeds/campaigns/<slug>.atom` and `.json`: finished work and thanks. `GET /feeds/open.atom` and `.json`: open work,
 * by `?skill=` and `?language=`, several with commas between. Read as a stranger reads, on pages of any site.
 */
export function feedDoors(services: Services, words: FeedWords): Door[] {
  const answer: Door['answer'] = async (path, request, response) => {
    const [, name, form] = /^\/feeds\/(open|campaigns\/[a-z0-9-]{1,100})\.(atom|json)$/.exec(path) ?? [];
    if (name === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const { type, other, write } = FORMS[form as keyof typeof FORMS];
    const asked = new URL(request.url ?? '/', 'http://here').searchParams;
    const languages = services.languages.tags;
    const language =
      wordsOf(asked, 'language').find((tag) => languages.includes(tag)) ?? languages[0] ?? 'en';
    const url = publicAddress({ http: { request }, services });
    const telling: Telling = { language, url, feed: words.feed(language), site: words.site(language) };
    const feed = await readFeed(services.orm.em.fork(), { name, asked, telling });
    if (!(feed instanceof Object && 'entries' in feed)) {
      const status = feed === null ? 404 : 400;
      const text = feed === null ? 'There is no such feed.\n' : `${feed.message}\n`;
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(text);
      return true;
    }
    const addressAs = (ending: string) => `${url}/feeds/${name}.${ending}${queryOf(request)}`;
    const text = write(feed, { self: addressAs(form!), other: addressAs(other) });
    answerTagged(request, response, { type, text, maxAge: MAX_AGE });
    return true;
  };
  return ['/feeds/campaigns/', '/feeds/open.'].map((below) => ({
    below,
    isCounted: true,
    isOpen: true,
    answer,
  }));
}

async function readFeed(
  em: Em,
  { name, asked, telling }: { name: string; asked: URLSearchParams; telling: Telling },
): Promise<Feed | InvalidInput | null> {
  if (name !== 'open') return readFinishedWork(em, name.slice('campaigns/'.length), telling);
  const filter = filterOf(asked);
  return filter instanceof InvalidInput ? filter : readOpenWork(em, filter, telling);
}

/** What nothing can fit is a mistake, and would look like no work. */
function filterOf(asked: URLSearchParams): OpenCardsFilter | InvalidInput {
  const skills = wordsOf(asked, 'skill').map((word) => word.toUpperCase());
  const known = skills.filter(isSkill);
  if (known.length < skills.length) return new InvalidInput('skill', 'UNKNOWN', 'We do not know this skill.');
  const tags = wordsOf(asked, 'language');
  try {
    const languages = languageTags(tags, 'language');
    return {
      ...(known.length > 0 && { skills: known }),
      ...(languages.length > 0 && { languages }),
    };
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
}

const wordsOf = (asked: URLSearchParams, name: string): string[] =>
  asked
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((word) => word.trim())
    .filter(Boolean);

const queryOf = ({ url = '' }: IncomingMessage) => (url.includes('?') ? url.slice(url.indexOf('?')) : '');
