import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Card } from '../board/card.entity.ts';
import { Person } from '../person/person.entity.ts';

/** What a file was sent for. */
export const FileUse = {
  /** Work of whoever holds the card; goes along when they hand it in. */
  WORK: 'WORK',
  /** Material on the card itself, by its organizers. */
  CARD: 'CARD',
  /** Slides and other files of an event, by its hosts. */
  EVENT: 'EVENT',
} as const;
export type FileUse = keyof typeof FileUse;

export const FileState = {
  RECEIVING: 'RECEIVING',
  CHECKING: 'CHECKING',
  READY: 'READY',
  REFUSED: 'REFUSED',
} as const;
export type FileState = keyof typeof FileState;

/** Why a file that came was not taken. Its bytes are gone then. */
export const FileProblem = {
  TYPE: 'TYPE',
  HEIC: 'HEIC',
  BROKEN: 'BROKEN',
  TOO_LARGE: 'TOO_LARGE',
  UNPACKS: 'UNPACKS',
  NOT_ALLOWED: 'NOT_ALLOWED',
} as const;
export type FileProblem = keyof typeof FileProblem;

/** What a file is once it is whole: the file itself, and for pictures two smaller ones. */
export const FilePart = { WHOLE: 'WHOLE', LARGE: 'LARGE', SMALL: 'SMALL' } as const;
export type FilePart = keyof typeof FilePart;

export interface Thumbnail {
  part: Exclude<FilePart, 'WHOLE'>;
  width: number;
  height: number;
}

/** A file on a card, in work or at another place (`file-place.ts`), or on its way there. */
export const File = defineEntity({
  name: 'File',
  tableName: 'file',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** Null for what hangs elsewhere: its place knows where. */
    card: () => p.manyToOne(Card).mapToPk().nullable().deleteRule('cascade'),
    /** Who sent it. */
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    use: p.enum(Object.values(FileUse)),
    name: p.text(),
    /** As declared at first, and from READY on as it truly is. */
    mediaType: p.text(),
    /** How large it is to be, and from READY on how large it is. */
    bytes: p.integer(),
    /** How much of it has come. */
    received: p.integer().default(0),
    state: p.enum(Object.values(FileState)).default(FileState.RECEIVING),
    problem: p.enum(Object.values(FileProblem)).nullable(),
    thumbnails: p.json<Thumbnail[]>().default([]),
    /** Whether its bytes lie in storage of their own (S3) instead of `file_piece`. */
    outside: p.boolean().default(false),
    /** The work it was handed in with. */
    handIn: p.uuid().nullable(),
    /**
     * Since when it hangs on the card or at its place, in handed-in work, or, as work that was not handed in, with the draft that its
     * sender left; null while it is its sender's alone.
     */
    attachedAt: p.datetime(3).nullable(),
    /** Until when one server has taken it to check it. */
    checkedUntil: p.datetime(3).nullable(),
    startedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    /** When a piece of it last came, or its state changed. */
    changedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [
    { properties: ['card'] },
    { properties: ['person'] },
    {
      name: 'file_handed_in',
      expression: 'create index file_handed_in on file (hand_in) where hand_in is not null',
    },
    {
      name: 'file_unattached',
      expression: 'create index file_unattached on file (changed_at) where attached_at is null',
    },
  ],
  checks: [{ name: 'file_place', expression: "(card_id is null) = (use = 'EVENT')" }],
  // Whatever deletes a file, in whatever way: what lies outside goes too.
  triggers: [
    {
      name: 'left_over',
      timing: 'after',
      events: ['delete'],
      when: 'old.outside',
      body: 'insert into file_leftover (key) values (old.id::text) on conflict do nothing; return null',
    },
  ],
});

export type File = InferEntity<typeof File>;

/** The bytes of a file in pieces, so that none is ever held as one: erased and backed up as rows. */
export const FilePiece = defineEntity({
  name: 'FilePiece',
  tableName: 'file_piece',
  properties: (p) => ({
    file: () => p.manyToOne(File).mapToPk().primary().deleteRule('cascade'),
    part: p.enum(Object.values(FilePart)).primary(),
    /** Where in the part it begins. */
    at: p.integer().primary(),
    data: p.blob().$type<Buffer>(),
  }),
});

export type FilePiece = InferEntity<typeof FilePiece>;

/** Keys in the storage outside whose files are gone, or never came to be: removed there soon. */
export const FileLeftover = defineEntity({
  name: 'FileLeftover',
  tableName: 'file_leftover',
  properties: (p) => ({
    key: p.text().primary(),
    /** Not before: what is being written is not taken away. */
    after: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
});

export type FileLeftover = InferEntity<typeof FileLeftover>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    File: typeof File;
    FilePiece: typeof FilePiece;
    FileLeftover: typeof FileLeftover;
  }
}
