import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../person/person.entity.ts';
import { Board } from './board.entity.ts';

/** What can be undone. */
export const UndoKind = {
  ADDED: 'ADDED',
  MOVED: 'MOVED',
  EDITED: 'EDITED',
  CANCELLED: 'CANCELLED',
  /** Of a comment of one's own, with its words. */
  COMMENT_REMOVED: 'COMMENT_REMOVED',
} as const;
export type UndoKind = keyof typeof UndoKind;

/**
 * What a change of a board is undone with, by the revision it made: the columns of its cards as they were before, or
 * the words of a comment.
 * Empty once it was undone, and gone a minute after the change.
 */
export const BoardUndo = defineEntity({
  name: 'BoardUndo',
  tableName: 'board_undo',
  properties: (p) => ({
    board: () => p.manyToOne(Board).mapToPk().primary().deleteRule('cascade'),
    revision: p.integer().primary(),
    /** Who made the change: nobody else undoes it. */
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    kind: p.enum(Object.values(UndoKind)),
    at: p.datetime(3),
    before: p.json<object[]>().default([]),
    /** The comments that the change wrote, or removed. */
    comments: p.array().$type<string[]>().columnType('uuid[]').default([]),
    undoneAt: p.datetime(3).nullable(),
  }),
});

export type BoardUndo = InferEntity<typeof BoardUndo>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    BoardUndo: typeof BoardUndo;
  }
}
