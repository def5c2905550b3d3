import type { ServerResponse } from 'node:http';
import { readOrganizationBySlug } from '../../core/campaign/list-organizations.ts';
import { readCampaignBySlug } from '../../core/campaign/read-campaigns.ts';
import { answerCalendar } from '../../platform/calendar/answer-calendar.ts';
import { type CalendarEntry, toEvent } from '../../platform/calendar/calendar-entry.ts';
import type { Em } from '../../platform/db/orm.ts';
import { fromGlobalId } from '../../platform/graphql/global-id.ts';
import type { Door } from '../../platform/http/door.ts';
import type { MailWords, Text } from '../../platform/mail/carriers.ts';
import type { Services } from '../../platform/services.ts';
import { pathOf } from './calendar.type.ts';
import { asStranger, type CalendarRow, MOST_ITEMS, readCalendar } from './read-calendar.ts';

const DAY_MS = 86_400_000;
/** Calendars keep what they have; a feed tells of a while back, so that what was called off goes. */
const BACK_DAYS = 31;
const AHEAD_DAYS = 366;
/** How long a cache may keep a calendar (s). */
const MAX_AGE = 300;
/** How often calendar programs are asked to look again (s). */
const LOOK_AGAIN = 3_600;

/** Whose times a feed tells. */
interface Feed {
  name: string;
  of: { campaignId?: string; organizationId?: string };
  /** Without the beginnings of campaigns and the closing dates of openings. */
  isOfEvents?: boolean;
}

/** By both names that feeds of campaigns and organizations have; `events` has nothing but events and their sessions. */
const ADDRESS =
  /^\/(?:feeds|calendar)\/(programme|events|campaigns?|organizations?)(?:\/([\w=-]{1,100}))?\.ics$/;

/**
 * `GET /calendar/campaigns/<slug>.ics`, `/calendar/organizations/<slug or id>.ics`, `/calendar/events.ics`, and the names they had
 * before: `/feeds/programme.ics`, `/feeds/campaign/<slug>.ics` and `/feeds/organization/<id>.ics`. Calendars for
 * everybody, read as a stranger reads. `?language=es` writes them in another language.
 */
export const feedDoors = (services: Services, words: MailWords): Door[] => {
  const doorOf = doorTo(services, words);
  return ['/feeds/', '/calendar/campaigns/', '/calendar/organizations/', '/calendar/events.ics'].map(doorOf);
};

const doorTo =
  (services: Services, words: MailWords) =>
  (below: string): Door => ({
    below,
    isCounted: true,
    isOpen: true,
    answer: async (path, request, response) => {
      const [, named, key] = ADDRESS.exec(path) ?? [];
      const what = named?.replace(/^(campaign|organization)s$/, '$1');
      if (what === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
      const language = new URL(request.url ?? '/', 'http://here').searchParams.get('language') ?? 'en';
      const t = words(language);
      const em = services.orm.em.fork();
      const feed = await findFeed(em, { what, key: key ?? '' }, t);
      const text = feed && (await writeFeed(em, feed, { url: services.address(), t }));
      if (text === null) answerMissing(response);
      else answerCalendar(request, response, { text, maxAge: MAX_AGE });
      return true;
    },
  });

async function findFeed(em: Em, { what, key }: { what: string; key: string }, t: Text): Promise<Feed | null> {
  if (what === 'programme') return key === '' ? { name: t('feed.programme'), of: {} } : null;
  if (what === 'events') return key === '' ? { name: t('feed.events'), of: {}, isOfEvents: true } : null;
  if (what === 'campaign') {
    const campaign = await readCampaignBySlug(em, asStranger.reader, key);
    return campaign ? { name: campaign.title, of: { campaignId: campaign.id } } : null;
  }
  const organization = await findOrganization(em, key);
  return organization ? { name: organization.name, of: { organizationId: organization.id } } : null;
}

/** By its id, which nobody guesses, or by its name in addresses, where strangers may know of it. */
async function findOrganization(em: Em, key: string): Promise<{ id: string; name: string } | null> {
  const named = fromGlobalId(key);
  if (named?.name !== 'Organization') return readOrganizationBySlug(em, asStranger.reader, key);
  const organization = await em
    .getKysely()
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('id', '=', named.uuid)
    .executeTakeFirst();
  return organization ?? null;
}

async function writeFeed(
  em: Em,
  { name, of, isOfEvents = false }: Feed,
  { url, t }: { url: string; t: Text },
): Promise<string> {
  const now = Date.now();
  const { items } = await readCalendar(
    em,
    {
      from: new Date(now - BACK_DAYS * DAY_MS),
      to: new Date(now + AHEAD_DAYS * DAY_MS),
      kinds: [
        ...(isOfEvents ? [] : (['START', 'CLOSING'] as const)),
        'EVENT',
        'SESSION',
        ...(of.campaignId === undefined ? [] : (['DUE'] as const)),
      ],
      ...of,
      mine: false,
    },
    asStranger,
  );
  const { default: ical } = await import('ical-generator');
  const calendar = ical({
    name,
    prodId: '//Strikeboard//Strikeboard//EN',
    url: `${url}/calendar`,
    ttl: LOOK_AGAIN,
  });
  for (const item of items.slice(0, MOST_ITEMS)) calendar.createEvent(toEvent(toEntry(item, t), url));
  return calendar.toString();
}

/** The ids are those of a person's own calendar, so that an event is the same in both. */
function toEntry(item: CalendarRow, t: Text): CalendarEntry {
  const { kind, id, at, until, title, isCancelled } = item;
  return {
    id: kind === 'DUE' ? `${id}-due` : `${kind.toLowerCase()}-${id}`,
    at,
    ...(until && { until }),
    summary: kind === 'EVENT' || kind === 'SESSION' ? title : t(`feed.${kind}`, { title }),
    path: pathOf(item),
    isCancelled,
  };
}

function answerMissing(response: ServerResponse): void {
  response.writeHead(404, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': `public, max-age=${MAX_AGE}`,
  });
  response.end('There is no such calendar.\n');
}
