import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { rowId } from '../../platform/graphql/global-id.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { isWithin, type TokenPass, type TokenScope } from '../access/token-scope.ts';
import type { Viewer } from '../access/viewer.ts';
import { beginFile } from './begin-file.ts';
import { FileUse } from './file.entity.ts';
import { PieceMisplaced, receivePieces } from './receive-piece.ts';

interface Sent {
  received: number;
  bytes: number;
  isWhole: boolean;
  use: FileUse;
  /** Null for what is of no card: no tool's. */
  campaignId: string | null;
}

/** The token was not made for that. */
export class ScopeLacking extends Error {
  readonly scope: TokenScope;
  constructor(scope: TokenScope) {
    super(`This token was not made for that: it needs ${scope}.`);
    this.scope = scope;
  }
}

/**
 * Files on their way, as the tus protocol sees those of one person: nobody else's are there. For a tool those alone that
 * its token was made for.
 */
export class TusStore extends DataStore {
  readonly #services: Services;
  readonly #personId: string;
  readonly #tool: TokenPass | null;

  constructor(services: Services, { personId, token = undefined }: Pick<Viewer, 'personId' | 'token'>) {
    super();
    this.#services = services;
    this.#personId = personId;
    this.#tool = token ?? null;
    this.extensions = ['creation', 'termination'];
  }

  /** The id under which the library made it is not ours: what it is called from here on is its row's. */
  override async create(upload: Upload): Promise<Upload> {
    const { card, use, filename, filetype, ...asked } = upload.metadata ?? {};
    const declared = { name: filename ?? '', mediaType: filetype ?? '', bytes: upload.size ?? 0 };
    const place = this.#services.filePlaces.find((each) => each.use === use);
    if (place) {
      if (this.#tool) throw notAllowed('TOKEN_ELSEWHERE', 'No token sends this. Do it on our pages.');
      upload.id = await place.begin(this.#services, this.#personId, asked, declared);
      return upload;
    }
    const given = {
      ...{ ...declared, cardId: rowId('Card', card ?? '') },
      use: use === 'CARD' ? FileUse.CARD : FileUse.WORK,
    };
    this.#requireScope(given.use);
    upload.id = await beginFile(this.#services, this.#personId, given, this.#tool);
    return upload;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    try {
      return await receivePieces(this.#services, id, offset, stream as AsyncIterable<Uint8Array>);
    } catch (error) {
      if (error instanceof PieceMisplaced) throw ERRORS.INVALID_OFFSET;
      throw error;
    }
  }

  override async getUpload(id: string): Promise<Upload> {
    const { rows } = await sql<Sent>`
      select received, bytes, state <> 'RECEIVING' as "isWhole", use, board.campaign_id as "campaignId"
      from file left join card on card.id = file.card_id left join board on board.id = card.board_id
      where file.id = ${id} and file.person_id = ${this.#personId}`.execute(this.#db());
    const [file] = rows;
    if (!file || (this.#tool && !this.#isFor(this.#tool, file))) throw ERRORS.FILE_NOT_FOUND;
    this.#requireScope(file.use);
    return new Upload({ id, size: file.bytes, offset: file.isWhole ? file.bytes : file.received });
  }

  override async remove(id: string): Promise<void> {
    await this.getUpload(id);
    const { rows } = await sql`delete from file where id = ${id} and person_id = ${this.#personId}
      and attached_at is null returning id`.execute(this.#db());
    if (!rows[0]) throw ERRORS.FILE_NOT_FOUND;
  }

  #isFor(tool: TokenPass, { campaignId }: Sent): boolean {
    return campaignId !== null && isWithin(tool, campaignId);
  }

  /** Work is of whoever acts on cards; what is on a card itself, of whoever writes it. */
  #requireScope(use: FileUse): void {
    const scope = use === FileUse.CARD ? 'MANAGE_CAMPAIGN' : 'ACT_CARDS';
    if (this.#tool && !this.#tool.scopes.has(scope)) throw new ScopeLacking(scope);
  }

  #db() {
    return this.#services.orm.em.fork().getKysely();
  }
}
