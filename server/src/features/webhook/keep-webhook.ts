import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { GraphQLSchema } from 'graphql';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { MOST_BOARDS } from '../../core/stream/places.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { mayBePostedTo } from '../../platform/http/post-outside.ts';
import { InvalidInput, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { readFollowed } from './next-part.ts';
import { sealSecret, sealUrl } from './sealed.ts';
import { newSecret, OVERLAP_HOURS } from './signed.ts';
import { MOST_DOCUMENT, readStoredDocument, type StoredDocument } from './stored-document.ts';
import { type Owned, readAsOwner } from './read-as-owner.ts';

/** How many one person has. */
export const MOST_WEBHOOKS = 10;
const LABEL = { field: 'label', max: 80 } as const;
const MOST_URL = 2_000;

export interface NewWebhook {
  boardIds: readonly string[];
  label: string;
  url: string;
  document: string;
}

/** Its id, and the secret, which is shown this once. */
export interface KeptWebhook {
  id: string;
  secret: string | null;
}

/** From now on, what the document says of a board, or of several, is posted to an address, as the viewer may read it each time. */
export async function createWebhook(
  services: Services,
  schema: GraphQLSchema,
  viewer: Viewer,
  given: NewWebhook,
): Promise<KeptWebhook> {
  const label = plainText(given.label, LABEL);
  const url = takeUrl(services, given.url);
  const { document, stored } = takeDocument(schema, given.document);
  const boardIds = takeBoards(given.boardIds);
  fits(stored, boardIds.length);
  const id = newId();
  const secret = newSecret();
  await services.orm.em.fork().transactional(async (em) => {
    const { personId, token } = requireViewer(await refreshViewer(em, viewer));
    const db = em.getKysely();
    const tokenId = token?.id ?? null;
    // One after the other, so that nobody has more than they may.
    await sql`select from person where id = ${personId} for no key update`.execute(db);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from webhook
      where person_id = ${personId}`.execute(db);
    if ((rows[0]?.count ?? 0) >= MOST_WEBHOOKS)
      throw new InvalidInput(
        'boardIds',
        'TOO_MANY',
        `You have ${MOST_WEBHOOKS} webhooks: delete one first.`,
        {
          limit: MOST_WEBHOOKS,
        },
      );
    await db
      .insertInto('webhook')
      .values({
        ...{ id, person_id: personId, token_id: tokenId, label, document },
        sealed_url: sealUrl(services.vault, id, url),
        sealed_secret: sealSecret(services.vault, id, secret),
      })
      .execute();
    await followFromNow(services, db, { id, personId, tokenId }, boardIds);
  });
  return { id, secret };
}

/** Begins to follow boards, each from where it is. Refuses one that the owner may not read. */
async function followFromNow(
  services: Services,
  db: Kysely,
  { id, ...owner }: Owned & { id: string },
  boardIds: readonly string[],
): Promise<void> {
  if (boardIds.length === 0) return;
  const readable = await readAsOwner(services, owner, boardIds);
  if (readable.size < boardIds.length) throw notFound('board');
  const rows = [...readable].map(
    ([
      boardId,
      {
        epoch,
        place: { revision },
      },
    ]) => ({
      ...{ webhook_id: id, board_id: boardId, epoch, revision, told: revision },
    }),
  );
  await db.insertInto('webhook_board').values(rows).execute();
}

export interface WebhookEdit {
  boardIds?: readonly string[] | null | undefined;
  label?: string | null | undefined;
  url?: string | null | undefined;
  document?: string | null | undefined;
  isOn?: boolean | null | undefined;
  newSecret?: boolean | null | undefined;
}

/**
 * What is left out stays. One that is switched on goes on where its receiver stands, as far as the log reaches. Boards
 * that are named for the first time are followed from now on, those that are named no more, no more.
 */
export async function updateWebhook(
  services: Services,
  schema: GraphQLSchema,
  viewer: Viewer,
  { id, ...edit }: WebhookEdit & { id: string },
): Promise<KeptWebhook> {
  const label = edit.label == null ? undefined : plainText(edit.label, LABEL);
  const url = edit.url == null ? undefined : takeUrl(services, edit.url);
  const given = edit.document == null ? undefined : takeDocument(schema, edit.document);
  const boardIds = edit.boardIds == null ? undefined : takeBoards(edit.boardIds);
  const secret = edit.newSecret ? newSecret() : null;
  await ownWebhook(services, viewer, id, async (db, owned) => {
    const followed = (await readFollowed(db, id)).map((each) => each.boardId);
    const stored = given?.stored ?? readStoredDocument(schema, owned.document);
    // One that is broken since is off already; it can be switched off and renamed all the same.
    if (typeof stored !== 'string') fits(stored, (boardIds ?? followed).length);
    if (boardIds) {
      const gone = followed.filter((each) => !boardIds.includes(each));
      for (const table of ['webhook_board', 'webhook_delivery'] as const)
        await db
          .deleteFrom(table)
          .where('webhook_id', '=', id)
          .where(sql<boolean>`board_id = any(${gone}::uuid[])`)
          .execute();
      const added = boardIds.filter((each) => !followed.includes(each));
      await followFromNow(services, db, { id, ...owned }, added);
    }
    await db
      .updateTable('webhook')
      .set({
        ...(label !== undefined && { label }),
        ...(url !== undefined && { sealed_url: sealUrl(services.vault, id, url) }),
        ...(given && { document: given.document }),
        ...(edit.isOn === false && {
          ...{ off: sql<'SWITCHED_OFF'>`coalesce(off, 'SWITCHED_OFF')`, next_attempt_at: null },
          off_at: sql<Date>`coalesce(off_at, clock_timestamp())`,
        }),
        ...(edit.isOn === true && { off: null, off_at: null, failing_since: null, next_attempt_at: null }),
        ...(secret !== null && {
          sealed_old_secret: sql<Buffer>`sealed_secret`,
          old_secret_until: sql<Date>`clock_timestamp() + make_interval(hours => ${OVERLAP_HOURS})`,
          sealed_secret: sealSecret(services.vault, id, secret),
        }),
        // The update of nothing is one too.
        label: label ?? sql<string>`label`,
      })
      .where('id', '=', id)
      .execute();
  });
  services.courier.wake(id);
  return { id, secret };
}

export async function deleteWebhook(services: Services, viewer: Viewer, id: string): Promise<void> {
  await ownWebhook(services, viewer, id, async (db) => {
    await db.deleteFrom('webhook').where('id', '=', id).execute();
  });
}

/** Does something with one's own webhook, locked; nobody else learns that there is one. A tool has those it made itself. */
export async function ownWebhook<T>(
  services: Services,
  viewer: Viewer,
  id: string,
  change: (db: Kysely, webhook: Owned & { document: string }) => Promise<T>,
): Promise<T> {
  return services.orm.em.fork().transactional(async (em) => {
    const { personId, token } = requireViewer(await refreshViewer(em, viewer));
    const db = em.getKysely();
    const webhook = await db
      .selectFrom('webhook')
      .select(['person_id as personId', 'token_id as tokenId', 'document'])
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .$if(token !== undefined, (query) => query.where('token_id', '=', token!.id))
      .forUpdate()
      .executeTakeFirst();
    if (!webhook) throw notFound('webhook');
    return change(db, webhook);
  });
}

function takeUrl({ config }: Services, typed: string): string {
  const url = URL.parse(plainText(typed, { field: 'url', max: MOST_URL }));
  if (!url || !mayBePostedTo(url.href, config.webhookHosts))
    throw new InvalidInput('url', 'BAD_URL', 'A webhook has an https address on the public internet.');
  return url.href;
}

function takeDocument(schema: GraphQLSchema, typed: string): { document: string; stored: StoredDocument } {
  const document = plainText(typed, { field: 'document', max: MOST_DOCUMENT, multiline: true });
  const stored = readStoredDocument(schema, document);
  if (typeof stored === 'string')
    throw new InvalidInput('document', 'BAD_DOCUMENT', stored, { about: stored });
  return { document, stored };
}

/** Each once. */
function takeBoards(given: readonly string[]): string[] {
  const boardIds = [...new Set(given)];
  if (boardIds.length === 0) throw new InvalidInput('boardIds', 'EMPTY', 'Name a board to follow.');
  if (boardIds.length > MOST_BOARDS)
    throw new InvalidInput('boardIds', 'TOO_MANY', `One webhook follows ${MOST_BOARDS} boards.`, {
      limit: MOST_BOARDS,
    });
  return boardIds;
}

/** Refuses several boards where the document says one. */
function fits({ field }: StoredDocument, boards: number): void {
  if (field === 'boardChanges' && boards > 1)
    throw new InvalidInput(
      'boardIds',
      'TOO_MANY',
      '`boardChanges` follows one board. Store `boardsChanges` for several.',
      { limit: 1 },
    );
}
