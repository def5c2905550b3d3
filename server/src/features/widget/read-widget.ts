import { sql } from 'kysely';
import { readerOf } from '../../core/access/viewer.ts';
import { readableBy } from '../../core/board/read-cards.ts';
import { type CampaignRow, readCampaignBySlug } from '../../core/campaign/read-campaigns.ts';
import { countOpenCards, listOpenCards, type OpenCardsFilter } from '../../core/open-work/list-open-cards.ts';
import type { Em } from '../../platform/db/orm.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import type { Text } from '../../platform/mail/carriers.ts';
import { type EventRow, listEvents, readEventBySlug } from '../event/read-events.ts';

/** Whoever looks: it stands on pages of others. */
const STRANGER = readerOf(null);

/** Among so many that come next, the next one of a campaign is looked for. */
const EVENTS_AHEAD = 50;

export interface WidgetAsked {
  /** Slug. */
  campaign: string | null;
  filter: Pick<OpenCardsFilter, 'skills' | 'languages'>;
  /** Slug; `next` for the one that comes next. */
  event: string | null;
  most: number;
  language: string;
}

/** The words of one language, and where this server is. */
export interface WidgetWords {
  url: string;
  feed: Text;
  site: Text;
}

/** What the widget shows, in words; null where a stranger may not read the campaign. */
export async function readWidget(em: Em, asked: WidgetAsked, words: WidgetWords): Promise<object | null> {
  const { url, feed: t, site } = words;
  const campaign =
    asked.campaign === null ? null : ((await readCampaignBySlug(em, STRANGER, asked.campaign)) ?? undefined);
  if (campaign === undefined) return null;
  const filter: OpenCardsFilter = { ...asked.filter, campaignId: campaign?.id ?? null };
  const span = { limit: asked.most, after: null, before: null, backwards: false };
  const cards = await listOpenCards(em, STRANGER, filter, { by: 'NEWEST', span });
  const total = await countOpenCards(em, STRANGER, filter);
  const finished = await countFinished(em, campaign);
  const event = await findEvent(em, asked, campaign);
  return {
    lang: asked.language,
    heading: campaign ? campaign.title : t('widget.heading'),
    finished: finished > 0 ? t('widget.finished', { count: finished }) : null,
    cards: cards.map((card) => ({
      title: card.title,
      language: card.language,
      url: `${url}/c/${card.campaignSlug}/board?card=${card.number}`,
      meta: site('picture.card', { skill: site(`skill.${card.skill}`), count: Number(card.hours) }),
    })),
    none: t('widget.none'),
    event: event && eventInWords(event, asked.language, words),
    more: {
      text: total > cards.length ? t('widget.all', { count: total }) : t('widget.more'),
      url: campaign ? `${url}/c/${campaign.slug}` : `${url}/`,
    },
    follow: followAddress(filter),
  };
}

/** Where the widget hears that it should ask again; the stream carries nothing but that. */
function followAddress({ skills, languages, campaignId }: OpenCardsFilter): string {
  const query = `subscription($f:OpenCardsFilter){openCardsChanged(filter:$f){kind}}`;
  const f = {
    ...(skills && { skills }),
    ...(languages && { languages }),
    ...(campaignId != null && { campaignId: toGlobalId('Campaign', campaignId) }),
  };
  return `/graphql?${new URLSearchParams({ query, variables: JSON.stringify({ f }) })}`;
}

async function countFinished(em: Em, campaign: CampaignRow | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
    where card.status = 'DONE' and ${readableBy(STRANGER)}
      and ${campaign ? sql`campaign.id = ${campaign.id}` : sql`true`}`.execute(em.getKysely());
  return rows[0]!.count;
}

async function findEvent(
  em: Em,
  { event }: WidgetAsked,
  campaign: CampaignRow | null,
): Promise<EventRow | null> {
  if (event === null && campaign === null) return null;
  const found =
    event !== null && event !== 'next'
      ? await readEventBySlug(em, STRANGER, event)
      : (await listEvents(em, STRANGER, { when: 'COMING' }, { limit: EVENTS_AHEAD, after: null })).find(
          ({ campaignId, phase }) => phase !== 'CANCELLED' && (!campaign || campaignId === campaign.id),
        );
  return found && (found.phase === 'BEFORE' || found.phase === 'NOW') ? found : null;
}

/** When it is, on the clock of its place: that is where people go, and its zone is named. */
function eventInWords({ title, slug, startsAt, timeZone }: EventRow, language: string, words: WidgetWords) {
  const when = new Intl.DateTimeFormat(language, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  }).format(new Date(startsAt));
  return { title, when, url: `${words.url}/e/${slug}`, register: words.feed('widget.register') };
}
