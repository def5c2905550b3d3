import { type Editing, type EditingOptions, useEditing } from '#web/form/editing.svelte.ts';
import { sayAlike } from '#web/form/say-alike.ts';
import type { CardFace } from '../board-card.ts';
import type { BoardStore, WorkDraft } from '../board.svelte.ts';
import { linksOf, newerDraft, staleDraft, workOf, type WorkText, workText } from './work-text.ts';

const SAVE_AFTER_MS = 2_000;

export interface WorkWritingOptions {
  board: Pick<BoardStore, 'drafts' | 'saveDraft' | 'connected'> & {
    viewer: { person: { id: string } | null };
  };
  card: Pick<CardFace, 'id'>;
  /** What the person has with the server, as the page knows it. */
  own: () => WorkDraft | null;
  /** What whoever had the card before left for the next one: where the person has nothing, the form begins from it. */
  left: () => WorkDraft | null;
  /** Reads `own` anew. */
  reload: () => Promise<void>;
  now: () => number;
}

/**
 * The work on one card while it is typed. Kept on this device at once and with the server a moment later, one save
 * after the other, each on what the one before left. What the same person wrote meanwhile on another device is asked
 * about where both changed it. It outlives its form until the last save is there, so that nothing here is derived.
 */
export class WorkWriting {
  readonly editing: Editing<WorkText>;
  readonly #options: WorkWritingOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<unknown> = Promise.resolve();
  #isHandedIn = false;
  /** What the form stands on, as it was typed. */
  #ground: WorkText | null = null;

  /** To be made by the component of the form, whose draft it then follows in other tabs. */
  constructor(
    options: WorkWritingOptions,
    begin: (options: EditingOptions<WorkText>) => Editing<WorkText> = useEditing,
  ) {
    this.#options = options;
    const { board, card } = options;
    this.editing = begin({
      saved: () => this.#asTyped(),
      draft: `handIn:${board.viewer.person?.id ?? 'visitor'}:${card.id}`,
      refresh: options.reload,
      alike,
    });
  }

  /** The newest draft of the person that this page knows to be with the server. */
  get kept(): WorkDraft | null {
    return newerDraft(this.#options.board.drafts.get(this.#options.card.id), this.#options.own());
  }

  /** To be called when the person typed. */
  touched(): void {
    this.editing.touched();
    this.#saveSoon();
  }

  /** Saves after whatever is being saved. Resolves with why nobody knows whether it is saved, null where it is known. */
  save(): Promise<Error | null> {
    clearTimeout(this.#timer);
    const saved = this.#saving.then(() => this.#saveNow());
    this.#saving = saved;
    return saved;
  }

  /** It was handed in: nothing is to be kept any more. */
  done(): void {
    this.#isHandedIn = true;
    clearTimeout(this.#timer);
    this.#options.board.drafts.delete(this.#options.card.id);
    this.editing.discard();
  }

  async #saveNow(): Promise<Error | null> {
    const { editing } = this;
    const { board, card } = this.#options;
    editing.meet(this.#asTyped());
    if (this.#isHandedIn || editing.clashes.length > 0 || editing.changed.length === 0 || !board.connected) {
      return null;
    }
    const whole = { ...editing.typed };
    const asRead = workOf(workText(this.kept));
    editing.sending(whole);
    try {
      const errors = await board.saveDraft(card, { ...workOf(whole), asRead });
      if (errors.length === 0) editing.sent(whole);
      const told = staleDraft(errors, this.kept, new Date(this.#options.now()).toISOString());
      if (told) this.#meet(told);
      return null;
    } catch (failure) {
      return failure as Error;
    }
  }

  #meet(told: WorkDraft): void {
    const { editing } = this;
    this.#options.board.drafts.set(this.#options.card.id, told);
    editing.meet(this.#asTyped());
    // What only the other device changed has followed: this goes on top of it.
    if (editing.clashes.length === 0 && editing.changed.length > 0) this.#saveSoon();
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  /** What the server keeps. What it made of words from here reads as they were typed: nothing moves under the pen. */
  #asTyped(): WorkText {
    const kept = workText(this.kept ?? this.#options.left());
    // It is asked while it is being made, too.
    const sent = (this.editing as Editing<WorkText> | undefined)?.sentLately ?? [];
    for (const words of [this.#ground, ...sent]) {
      for (const field of ['note', 'links'] as const) {
        const typed = words?.[field];
        if (typed !== undefined && alike(field, typed, kept[field])) kept[field] = typed;
      }
    }
    this.#ground = { ...kept };
    return kept;
  }
}

/** Addresses are compared as the server writes them, and the note apart from its spaces. */
function alike(field: string, one: unknown, other: unknown): boolean {
  if (field !== 'links') return sayAlike(field, one, other);
  const [mine, theirs] = [one, other].map((text) =>
    linksOf(String(text)).map(({ url }) => URL.parse(url)?.href ?? url),
  );
  return sayAlike(field, mine, theirs);
}
