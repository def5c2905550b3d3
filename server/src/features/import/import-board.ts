import { sql } from 'kysely';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import type { Skill } from '../../core/access/skill.ts';
import { requireViewer, type Viewer } from '../../core/access/viewer.ts';
import type { BoardInHand } from '../../core/board/board-in-hand.ts';
import { requireManager } from '../../core/board/board.policy.ts';
import type { Phase } from '../../core/board/card.entity.ts';
import { changeBoard } from '../../core/board/change-board.ts';
import type { CampaignRow } from '../../core/campaign/read-campaigns.ts';
import { postSaidElsewhere } from '../../core/card/comment-on-card.ts';
import { insertRows, languageOf, MAX_CARDS } from '../../core/card/create-card.ts';
import { languageTag, numberBetween } from '../../platform/input/text.ts';
import { InvalidInput, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { asLink, fitCards, type Choices, type FittedCard } from './fit-cards.ts';
import type { DateOrder, ImportField, ImportFormat, ImportStatus } from './import-kinds.ts';
import { type ImportNote, ImportNotes } from './import-notes.ts';
import { campaignToFill } from './import-rights.ts';
import { readSource } from './import-source.ts';
import { readBoardFile } from './read-board-file.ts';
import type { SourceBoard } from './source-board.ts';

/** Comments that one import brings: the newest 1,000 actions of Trello are far from it. */
const MOST_COMMENTS = 20_000;
/** What the words of one board may weigh (bytes), so that its snapshot stays an answer of twelve megabytes. */
export const MOST_BOARD_BYTES = 10_000_000;
/** What a card weighs in a snapshot beside its words, and each of its steps and links. */
const [CARD_BYTES, STEP_BYTES, LINK_BYTES] = [500, 110, 60];

/** What somebody decides of an import; whatever they leave out is proposed. */
export interface ImportMapping {
  lists?: readonly { key: string; status: ImportStatus }[] | null | undefined;
  labels?: readonly { name: string; skill?: Skill | null | undefined }[] | null | undefined;
  columns?: readonly { name: string; field: ImportField }[] | null | undefined;
  dateOrder?: DateOrder | null | undefined;
  skill?: Skill | null | undefined;
  hours?: number | null | undefined;
  phase?: Phase | null | undefined;
  sensitivity?: Sensitivity | null | undefined;
  language?: string | null | undefined;
  withArchived?: boolean | null | undefined;
  withFinished?: boolean | null | undefined;
  cautionCleared?: boolean | null | undefined;
}

export interface ImportRequest {
  campaignId: string;
  format?: ImportFormat | null | undefined;
  text?: string | null | undefined;
  sourceId?: string | null | undefined;
  mapping?: ImportMapping | null | undefined;
  requestId?: string | null | undefined;
}

/** What an import makes, or would make. */
export interface ImportReport {
  source: SourceBoard;
  cards: FittedCard[];
  choices: Choices;
  notes: ImportNote[];
  /** How many cards the board still holds. */
  room: number;
}

/** What would be made of a source, and what would be left out. Nothing is changed. */
export async function previewImport(
  services: Services,
  viewer: Viewer | null,
  request: ImportRequest,
): Promise<ImportReport> {
  const campaign = await campaignToFill(services.orm.em.fork(), viewer, request.campaignId);
  return makeReady(services, requireViewer(viewer), campaign, request);
}

/**
 * Makes the cards of a source on a campaign's board: all of them or none, one change and one event, by as many statements
 * for five thousand as for five. Whoever did it can take them away again for an hour (`undo-import.ts`).
 */
export async function importBoard(
  services: Services,
  viewer: Viewer | null,
  request: ImportRequest,
): Promise<{ report: ImportReport | null; revision: number; cards: number; boardId: string }> {
  const campaign = await campaignToFill(services.orm.em.fork(), viewer, request.campaignId);
  const { personId } = requireViewer(viewer);
  // A request that is repeated is answered as the first one, also where its file is gone: what is wrong waits for the lock.
  const ready = await makeReady(services, requireViewer(viewer), campaign, request).catch(
    (error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    },
  );
  const { boardId } = campaign;
  const { requestId } = request;
  const changed = await changeBoard(
    services,
    { board: { id: boardId }, actorId: personId, requestId },
    async (board) => {
      requireManager(board);
      if (ready instanceof Refusal) throw ready;
      const cards = await putCards(board, ready.cards, `${services.address()}/c/${campaign.slug}/board`);
      await sql`insert into board_import (board_id, revision, person_id, format, cards)
        values (${board.id}, ${board.revision + 1}, ${personId}, ${ready.source.format}, ${cards.length})`.execute(
        board.db,
      );
      return { kind: 'CARD_CREATED', cards, result: undefined };
    },
  );
  const report = ready instanceof Refusal ? null : ready;
  return { report, revision: changed.revision, cards: changed.cards.length, boardId };
}

async function makeReady(
  services: Services,
  { personId }: Viewer,
  campaign: CampaignRow,
  request: ImportRequest,
): Promise<ImportReport> {
  const choices = takeChoices(request.mapping ?? {}, campaign);
  return services.importTurns.take(personId, async () => {
    const text = await readSource(services, { ...request, personId, campaignId: campaign.id });
    const notes = new ImportNotes();
    const source = readBoardFile(text, request.format ?? null, {
      reading: { notes, timeZone: campaign.timeZone },
      table: {
        columns: new Map(request.mapping?.columns?.map(({ name, field }) => [name, field])),
        dateOrder: request.mapping?.dateOrder ?? null,
      },
    });
    const { startsAt } = campaign;
    const cards = await fitCards(source, { choices, notes, startsAt, now: new Date() });
    return { source, cards, choices, notes: notes.list(), room: await roomOn(services, campaign.boardId) };
  });
}

function takeChoices(mapping: ImportMapping, campaign: CampaignRow): Choices {
  const language = mapping.language ? languageTag(mapping.language, 'language') : languageOf(campaign);
  return {
    statuses: new Map(mapping.lists?.map(({ key, status }) => [key, status])),
    skills: new Map(mapping.labels?.map(({ name, skill }) => [name, skill ?? null])),
    // Whoever scopes them says what they really ask for.
    skill: mapping.skill ?? 'STRATEGY',
    hours: numberBetween(mapping.hours ?? 2, 'hours', 0.25, 40),
    phase: mapping.phase ?? 'ONGOING',
    sensitivity: mapping.sensitivity ?? campaign.sensitivity,
    language,
    languages: campaign.languages.length > 0 ? campaign.languages : [language],
    withArchived: mapping.withArchived ?? false,
    withFinished: mapping.withFinished ?? false,
    cautionCleared: mapping.cautionCleared ?? false,
  };
}

async function roomOn({ orm }: Pick<Services, 'orm'>, boardId: string): Promise<number> {
  const { rows } = await sql<{
    next: number;
  }>`select next_number as next from board where id = ${boardId}`.execute(orm.em.fork().getKysely());
  return Math.max(0, MAX_CARDS + 1 - (rows[0]?.next ?? 1));
}

/**
 * Writes them, with what was said of them; a link to one of them leads to where it stands now. Returns their row ids.
 * `at` is the address of the board.
 */
async function putCards(board: BoardInHand, cards: readonly FittedCard[], at: string): Promise<string[]> {
  if (cards.length === 0)
    throw new InvalidInput('source', 'EMPTY', 'No card would be made of this: everything in it is left out.');
  const comments = cards.reduce((sum, card) => sum + card.comments.length, 0);
  if (comments > MOST_COMMENTS)
    throw new InvalidInput('source', 'TOO_MANY', `An import brings ${MOST_COMMENTS} comments at most.`, {
      limit: MOST_COMMENTS,
    });
  await refuseHeavy(board, cards);
  // Where nobody could type the address of this server as a link (`localhost`), none is made of it.
  const keyed = asLink(at, '') ? cards : [];
  const places = new Map(keyed.flatMap(({ key }, place) => (key ? [[key, place] as const] : [])));
  const linksHere =
    ({ words, leadsTo }: FittedCard) =>
    (first: number) =>
      words.links.map((link, index) => {
        const place = places.get(leadsTo[index] ?? '');
        return place === undefined ? link : { ...link, url: `${at}?card=${first + place}` };
      });
  const ids = await insertRows(
    board,
    cards.map((card) => ({
      words: card.words,
      ...(card.leadsTo.some((key) => places.has(key)) && { linksFrom: linksHere(card) }),
      status: card.status,
      cautionCleared: card.cautionCleared,
      comments: card.comments.length,
    })),
    {},
  );
  await postSaidElsewhere(
    board,
    cards.flatMap((card, at) => card.comments.map((comment) => ({ ...comment, cardId: ids[at]! }))),
  );
  return ids;
}

/** Refuses what would make the board heavier than anybody could load. */
async function refuseHeavy(board: BoardInHand, cards: readonly FittedCard[]): Promise<void> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(${CARD_BYTES}::int + octet_length(json_build_array(title, deliverable, local_supplies, out_of_scope,
      caution, links, checklist)::text)), 0)::int as bytes from card where board_id = ${board.id}`.execute(
    board.db,
  );
  const bytes = cards.reduce((sum, card) => sum + weightOf(card), rows[0]?.bytes ?? 0);
  if (bytes > MOST_BOARD_BYTES)
    throw new InvalidInput(
      'source',
      'TOO_LONG',
      'With all of these words the board would be too heavy to load. Leave some lists out, or shorten the cards.',
      { limit: MOST_BOARD_BYTES },
    );
}

function weightOf({ words }: FittedCard): number {
  const { title, deliverable, localSupplies, outOfScope, caution, links, checklist } = words;
  const texts = [title, deliverable, localSupplies, outOfScope, caution ?? ''].concat(
    links.flatMap(({ url, label }) => [url, label]),
    checklist.map(({ text }) => text),
  );
  const written = texts.reduce((sum, text) => sum + Buffer.byteLength(JSON.stringify(text)), 0);
  return CARD_BYTES + written + checklist.length * STEP_BYTES + links.length * LINK_BYTES;
}
