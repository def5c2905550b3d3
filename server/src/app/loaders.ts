import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { createAlikeLoader, createAskedBeforeLoader, createAskLoader } from '../features/ask/ask.loader.ts';
import { readableBy, selectCards } from '../core/board/read-cards.ts';
import { type CardType, toCardType } from '../core/card/card.type.ts';
import { type EventOnBoard, readCardActivity } from '../core/board/read-board.ts';
import { readComments, readWork, type Work } from '../core/review/read-work.ts';
import type { Comment } from '../core/review/work.entity.ts';
import { type CampaignType, toCampaign } from '../core/campaign/campaign.type.ts';
import { type CampaignCounts, countCards, readCampaignsById } from '../core/campaign/read-campaigns.ts';
import type { Em } from '../platform/db/orm.ts';
import { type InvitationRow, readInvitations } from '../features/invitation/read-invitations.ts';
import { type MatchedPerson, matchPeople } from '../features/matching/read-matches.ts';
import { type Closing, readClosings } from '../features/closing/read-closings.ts';
import {
  type CampaignDifference,
  NO_DIFFERENCE,
  readCampaignDifferences,
} from '../features/difference/campaign-difference.ts';
import { type PublicPageOf, readPublicPages } from '../features/difference/public-pages.ts';
import { createMembersLoader, createOrganizationLoader } from '../core/organization/organization.loader.ts';
import { createStandingLoader } from '../core/trust/trust.loader.ts';
import { createBlockedPeopleLoader } from '../core/trust/block.loader.ts';
import { createApprovalLinkLoader, createLinkUsedLoader } from '../core/review/approval-link.loader.ts';
import { createPersonLoader } from '../core/person/person.loader.ts';
import { createLeadRequestLoader } from '../features/plan/lead-request.loader.ts';
import { createVouchLoader } from '../core/trust/vouch.loader.ts';
import type { Reader } from '../core/access/viewer.ts';
import { notFound } from '../platform/refusal/refusal.ts';
import { readHistory, type WrittenEdition } from '../features/template/read-templates.ts';
import { createWatchLinkLoader } from '../features/wall/watch-link.loader.ts';

/** Batched reads of one operation: however many rows ask, each kind costs one query. */
export function createLoaders(em: Em, reader: Reader, viewerId: string | null) {
  return {
    // Asks.
    ask: createAskLoader(em, reader),
    alikeAsks: createAlikeLoader(em, reader),
    askedBefore: createAskedBeforeLoader(em),

    person: createPersonLoader(em),
    organization: createOrganizationLoader(em),
    members: createMembersLoader(em),
    // Trust.
    standingHistory: createStandingLoader(em),
    vouchesFor: createVouchLoader(em, 'person_id'),
    vouchesOf: createVouchLoader(em, 'organization_id'),
    blockedPeople: createBlockedPeopleLoader(em),
    approvalLinks: createApprovalLinkLoader(em),
    linkUsed: createLinkUsedLoader(em, reader),
    campaign: new DataLoader<string, CampaignType>(async (ids) => {
      const rows = new Map(
        (await readCampaignsById(em, reader, ids)).map((row) => [row.id, toCampaign(row)]),
      );
      return ids.map((id) => rows.get(id) ?? notFound('campaign'));
    }),
    counts: new DataLoader<string, CampaignCounts>(async (ids) => {
      const counts = new Map((await countCards(em, reader, ids)).map((row) => [row.campaignId, row]));
      return ids.map((id) => counts.get(id) ?? { campaignId: id, ...NO_CARDS });
    }),
    card: new DataLoader<string, CardType>(async (ids) => {
      const rows = await selectCards(em.getKysely())
        .where(sql<boolean>`card.id = any(${ids}::uuid[])`)
        .where(readableBy(reader))
        .execute();
      const cards = new Map(rows.map((row) => [row.id, toCardType(row)]));
      return ids.map((id) => cards.get(id) ?? notFound('card'));
    }),
    work: new DataLoader<string, Work>(async (ids) => {
      const work = await readWork(em, ids, viewerId);
      return ids.map((id) => work.get(id) ?? { handIns: [], drafts: [] });
    }),
    // Matching.
    peopleForCard: new DataLoader<string, MatchedPerson[]>(async (ids) => {
      const people = await matchPeople(em, ids);
      return ids.map((id) => people.get(id) ?? []);
    }),
    invitations: new DataLoader<string, InvitationRow[]>(async (ids) => {
      const invitations = await readInvitations(em, ids);
      return ids.map((id) => invitations.get(id) ?? []);
    }),
    comments: pageLoader<Comment>(async (ids, { limit, after }) => {
      const comments = Map.groupBy(await readComments(em, ids, { limit, after }), ({ card }) => card);
      return ids.map((id) => comments.get(id) ?? []);
    }),
    // Plans and templates.
    leadRequests: createLeadRequestLoader(em),
    templateHistory: new DataLoader<string, WrittenEdition[]>(async (keys) => {
      const editions = Map.groupBy(await readHistory(em, keys), ({ key }) => key);
      return keys.map((key) => editions.get(key) ?? []);
    }),
    cardActivity: pageLoader<EventOnBoard>(async (ids, { limit, after }) => {
      const before = after === null ? null : Number(after) || 0;
      const events = Map.groupBy(await readCardActivity(em, ids, { limit, before }), ({ cardId }) => cardId);
      return ids.map((id) => events.get(id) ?? []);
    }),
    // The wall.
    watchLinks: createWatchLinkLoader(em),
    // The difference and the ending.
    difference: new DataLoader<string, CampaignDifference>(async (ids) => {
      const rows = await readCampaignDifferences(em, reader, ids);
      const differences = new Map(rows.map((row) => [row.campaignId, row]));
      return ids.map((id) => differences.get(id) ?? { campaignId: id, ...NO_DIFFERENCE });
    }),
    publicPage: new DataLoader<string, PublicPageOf | null>(async (ids) => {
      const pages = await readPublicPages(em, ids);
      return ids.map((id) => pages.get(id) ?? null);
    }),
    closing: new DataLoader<string, Closing | null>(async (ids) => {
      const closings = await readClosings(em, ids);
      return ids.map((id) => closings.get(id) ?? null);
    }),
  };
}
export type Loaders = ReturnType<typeof createLoaders>;

interface PageOf {
  /** Row id of the parent. */
  id: string;
  limit: number;
  after: string | null;
}

/** Reads the same page of many parents at once; the parents of a list all ask for the same one. */
function pageLoader<Row>(read: (ids: string[], page: Omit<PageOf, 'id'>) => Promise<Row[][]>) {
  return new DataLoader<PageOf, Row[], string>(
    async (asked) => {
      const found = new Map<string, Row[]>();
      for (const alike of Map.groupBy(asked, ({ limit, after }) => `${limit} ${after}`).values()) {
        const [{ limit, after }] = alike as [PageOf];
        const pages = await read(
          alike.map(({ id }) => id),
          { limit, after },
        );
        alike.forEach((page, index) => found.set(keyOf(page), pages[index] ?? []));
      }
      return asked.map((page) => found.get(keyOf(page)) ?? []);
    },
    { cacheKeyFn: keyOf },
  );
}

const keyOf = ({ id, limit, after }: PageOf) => `${id} ${limit} ${after}`;

const NO_CARDS = { open: 0, claimed: 0, inReview: 0, done: 0, hoursOpen: 0, hoursGiven: 0 };
