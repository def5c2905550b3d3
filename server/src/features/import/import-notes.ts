import { importNoteKinds, type ImportNoteKind } from './import-kinds.ts';

/** Examples of one kind that are told. */
const MOST_EXAMPLES = 3;
const MOST_OF_EXAMPLE = 60;

export interface ImportNote {
  kind: ImportNoteKind;
  count: number;
  examples: string[];
}

/** What did not come along as it was: counted by kind, with a few of each by name. */
export class ImportNotes {
  readonly #notes = new Map<ImportNoteKind, ImportNote>();

  add(kind: ImportNoteKind, example = '', count = 1): void {
    const note = this.#notes.get(kind) ?? { kind, count: 0, examples: [] };
    note.count += count;
    const words = [...example.replace(/\s+/g, ' ').trim().slice(0, 200)].slice(0, MOST_OF_EXAMPLE).join('');
    if (words && note.examples.length < MOST_EXAMPLES && !note.examples.includes(words))
      note.examples.push(words);
    this.#notes.set(kind, note);
  }

  /** In the order in which the kinds are listed. */
  list(): ImportNote[] {
    return (Object.keys(importNoteKinds) as ImportNoteKind[]).flatMap((kind) => this.#notes.get(kind) ?? []);
  }
}
