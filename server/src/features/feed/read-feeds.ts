import { sql } from 'kysely';
import { v5 as nameId } from 'uuid';
import { readerOf } from '../../core/access/viewer.ts';
import { Skill } from '../../core/access/skill.ts';
import { type CardOnBoard, dueAsSeenBy } from '../../core/board/read-cards.ts';
import { readCampaignBySlug } from '../../core/campaign/read-campaigns.ts';
import { readThanked } from '../../core/card/list-cards.ts';
import { listOpenCards, type OpenCardsFilter } from '../../core/open-work/list-open-cards.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Text } from '../../platform/mail/carriers.ts';
import { readShown } from '../difference/public-pages.ts';
import { type Feed, type FeedEntry, NEVER, newestOf } from './feed.ts';

/** Readers come again; what is older they have. */
const MOST_ENTRIES = 50;

/** Any fixed id: within it names become ids (RFC 9562). */
const OPEN_WORK = '6f0d3b52-1f0c-4b0e-9a53-6b8a4f0a2d11';

/** Whoever asks: feeds are kept and shown by others. */
const STRANGER = readerOf(null);

/** The words of one language, and where this server is. */
export interface Telling {
  language: string;
  /** Without a slash at the end. */
  url: string;
  feed: Text;
  site: Text;
}

/** Finished work of a campaign with the thanks it got; null where a stranger may not read the campaign. */
export async function readFinishedWork(em: Em, slug: string, telling: Telling): Promise<Feed | null> {
  const campaign = await readCampaignBySlug(em, STRANGER, slug);
  if (!campaign) return null;
  const cards = await readThanked(em, STRANGER, campaign.id, { limit: MOST_ENTRIES, after: null });
  const named = await readNamed(em, cards);
  const entries = cards.map((card) => finished(card, named, telling));
  const { url, language, feed: t } = telling;
  return {
    id: `urn:uuid:${campaign.id}`,
    title: t('finished.title', { title: campaign.title }),
    subtitle: t('finished.subtitle'),
    home: `${url}/c/${campaign.slug}`,
    language,
    updated: newestOf(entries, new Date(campaign.createdAt)),
    entries,
  };
}

/** Open work of all campaigns that everybody may read, the newest first. */
export async function readOpenWork(em: Em, filter: OpenCardsFilter, telling: Telling): Promise<Feed> {
  const span = { limit: MOST_ENTRIES, after: null, before: null, backwards: false };
  const cards = await listOpenCards(em, STRANGER, filter, { by: 'NEWEST', span });
  const titles = await readTitles(em, cards);
  const entries = cards.map((card) => open(card, titles.get(card.campaignId) ?? '', telling));
  const { url, language, feed: t, site } = telling;
  const skills = (filter.skills ?? []).map((skill) => site(`skill.${skill}`)).join(', ');
  return {
    // The address of a server may change; what is asked of it tells its feeds apart.
    id: `urn:uuid:${nameId(JSON.stringify(filter), OPEN_WORK)}`,
    title: skills ? t('open.titleOf', { skills }) : t('open.title'),
    subtitle: t('open.subtitle'),
    home: `${url}/`,
    language,
    updated: newestOf(entries, NEVER),
    entries,
  };
}

function entryOf(card: CardOnBoard, { url }: Telling) {
  return {
    id: `urn:uuid:${card.id}`,
    url: `${url}/c/${card.campaignSlug}/board?card=${card.number}`,
    title: card.title,
    language: card.language,
    tags: [card.skill],
  };
}

const estimate = ({ skill, hours }: CardOnBoard, { site }: Telling) =>
  site('picture.card', { skill: site(`skill.${skill}`), count: Number(hours) });

function finished(card: CardOnBoard, named: ReadonlyMap<string, Named>, telling: Telling): FeedEntry {
  const hands = [card.holderId, card.partnerId].flatMap((id) => (id === null ? [] : (named.get(id) ?? [])));
  const { feed: t, url } = telling;
  const at = new Date(card.finishedAt!);
  return {
    ...entryOf(card, telling),
    paragraphs: [
      card.deliverable,
      ...(card.thanks && hands.every(({ showThanks }) => showThanks) ? [`“${card.thanks}”`] : []),
      t('finished.given', { given: estimate(card, telling) }),
    ],
    published: at,
    updated: at,
    authors: hands.map(({ handle }) => ({ name: handle, url: `${url}/p/${encodeURIComponent(handle)}` })),
  };
}

function open(card: CardOnBoard, campaign: string, telling: Telling): FeedEntry {
  const due = dueAsSeenBy(STRANGER, card);
  const { feed: t, language } = telling;
  const day = due && new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(due);
  return {
    ...entryOf(card, telling),
    paragraphs: [
      card.deliverable,
      ...(card.localSupplies ? [t('open.supplies', { words: card.localSupplies })] : []),
      `${campaign} · ${estimate(card, telling)}`,
      ...(day ? [t('open.due', { day })] : []),
    ],
    tags: [card.skill, ...card.languages],
    published: new Date(card.createdAt),
    updated: new Date(card.updatedAt),
    authors: [],
  };
}

interface Named {
  handle: string;
  showThanks: boolean;
}

/** Of those who did the work, whoever shows the world a page with it. Nobody else is named. */
async function readNamed(em: Em, cards: readonly CardOnBoard[]): Promise<Map<string, Named>> {
  const ids = cards.flatMap(({ holderId, partnerId }) => [holderId, partnerId].filter((id) => id !== null));
  const shown = ids.length > 0 ? await readShown(em, [...new Set(ids)]) : [];
  return new Map(shown.map(({ id, handle, showThanks }) => [id, { handle, showThanks: showThanks ?? true }]));
}

async function readTitles(em: Em, cards: readonly CardOnBoard[]): Promise<Map<string, string>> {
  const ids = [...new Set(cards.map(({ campaignId }) => campaignId))];
  const rows = await em
    .getKysely()
    .selectFrom('campaign')
    .select(['id', 'title'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Names that an address may ask for. */
export const isSkill = (word: string): word is Skill => Object.hasOwn(Skill, word);
