import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { rowId } from '../../platform/graphql/global-id.ts';
import type { Services } from '../../platform/services.ts';
import { beginFile } from './begin-file.ts';
import { FileUse } from './file.entity.ts';
import { PieceMisplaced, receivePieces } from './receive-piece.ts';

/** Files on their way, as the tus protocol sees those of one person: nobody else's are there. */
export class TusStore extends DataStore {
  readonly #services: Services;
  readonly #personId: string;

  constructor(services: Services, personId: string) {
    super();
    this.#services = services;
    this.#personId = personId;
    this.extensions = ['creation', 'termination'];
  }

  /** The id under which the library made it is not ours: what it is called from here on is its row's. */
  override async create(upload: Upload): Promise<Upload> {
    const { card = '', use, filename = '', filetype = '' } = upload.metadata ?? {};
    upload.id = await beginFile(this.#services, this.#personId, {
      cardId: rowId('Card', card ?? ''),
      use: use === 'CARD' ? FileUse.CARD : FileUse.WORK,
      name: filename ?? '',
      mediaType: filetype ?? '',
      bytes: upload.size ?? 0,
    });
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
    const { rows } = await sql<{ received: number; bytes: number; isWhole: boolean }>`
      select received, bytes, state <> 'RECEIVING' as "isWhole" from file
      where id = ${id} and person_id = ${this.#personId}`.execute(this.#db());
    const [file] = rows;
    if (!file) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({ id, size: file.bytes, offset: file.isWhole ? file.bytes : file.received });
  }

  override async remove(id: string): Promise<void> {
    const { rows } = await sql`delete from file where id = ${id} and person_id = ${this.#personId}
      and attached_at is null returning id`.execute(this.#db());
    if (!rows[0]) throw ERRORS.FILE_NOT_FOUND;
  }

  #db() {
    return this.#services.orm.em.fork().getKysely();
  }
}
