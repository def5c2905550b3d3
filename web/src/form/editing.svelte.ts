import { refreshAll } from '$app/navigation';
import type { ErrorWordsFragment } from '#web/gql/graphql.ts';
import { isUnfinished } from '#web/time/typed-moment.ts';
import { onMount, untrack } from 'svelte';
import { followDraft, forgetDraft, keepDraft, readDraft } from './draft.ts';
import { mergeSets } from './merge-sets.ts';
import { sayAlike } from './say-alike.ts';
import type { Sending } from './sending.svelte.ts';

/** Codes by which the server says that what was read is not so any more. */
const STALE: readonly string[] = ['STALE_FIELDS', 'STALE_CARD', 'STALE_PLAN'];
/** Fields only others changed are followed and sent again; who changes them faster than that gets a word. */
const MOST_TRIES = 4;
/** So many sends whose answers nobody heard are remembered. */
const MOST_SENT = 8;

export interface EditingOptions<T extends object> {
  /** What is saved, in the form's own terms. A field is whatever somebody changes as one. */
  saved: () => T;
  /** Under which the draft is kept in this browser: the person and the thing. Null keeps none. */
  draft: string | null;
  /** Fields that are sets: two who tick different boxes of one list do not clash. */
  sets?: readonly (keyof T & string)[];
  /** Whether two values of a field say the same, where the server writes it in a way of its own. */
  alike?: (field: keyof T & string, one: unknown, other: unknown) => boolean;
  /** Reads anew what is saved, so that `saved` tells it. The page's data, unless it is told otherwise. */
  refresh?: () => Promise<void>;
}

/** What was changed, and the same fields as they were when it began. */
export interface Edit<T> {
  typed: Partial<T>;
  asRead: Partial<T>;
}

/** What is kept in this browser of an edit. */
interface Draft<T> extends Edit<T> {
  sent?: readonly Partial<T>[];
}

/** Something two changed at once, of which a person chooses what stays. */
export interface Clashing<T extends object> {
  readonly typed: T;
  readonly clashes: readonly (keyof T & string)[];
  theirs<Field extends keyof T>(field: Field): T[Field];
  keepMine(field: keyof T & string): void;
  takeTheirs(field: keyof T & string): void;
}

/**
 * A form for something that exists, and that others change too. It knows what each field was when the person began
 * to change it, in a draft that was kept for days as well; it sends only what was changed, on what it was changed
 * from. What only others changed follows by itself. A field that both changed is shown with both texts, and waits for
 * the person's choice: nobody's words are lost.
 */
export class Editing<T extends object> implements Clashing<T> {
  typed = $state() as T;
  /** Whether what is on the screen comes from a draft that was kept here. */
  fromDraft = $state(false);
  /** Raised when `typed` was changed by something else than typing. */
  renewed = $state(0);
  #base = $state.raw() as T;
  #now = $state.raw() as T;
  /**
   * What this form sent, the newest last. Its answer may be under way or lost, and the server may write it in a way of
   * its own: found there, these words are nobody else's.
   */
  sentLately: readonly Partial<T>[] = [];
  /** What was last taken of another tab; that tab goes on with it until something else is typed here. */
  #heard: Partial<T> = {};
  readonly #options: EditingOptions<T>;

  constructor(options: EditingOptions<T>) {
    this.#options = options;
    const saved = options.saved();
    this.#base = saved;
    this.#now = saved;
    this.typed = copy(saved);
  }

  /** What a field says on the server, as far as this page knows. */
  theirs<Field extends keyof T>(field: Field): T[Field] {
    return this.#now[field];
  }

  /** Fields that the person changed. */
  get changed(): readonly (keyof T & string)[] {
    return this.#fields.filter((field) => !same(this.typed[field], this.#base[field]));
  }

  /** Fields that the person and somebody else changed, each to something else. */
  get clashes(): readonly (keyof T & string)[] {
    return this.#fields.filter(
      (field) => !this.#isOver(field) && !same(this.typed[field], this.#base[field]),
    );
  }

  /** What is to be sent. */
  get edit(): Edit<T> {
    return { typed: pick(copy(this.typed), this.changed), asRead: pick(this.#base, this.changed) };
  }

  /** Takes what is saved by now as the new ground. */
  meet(saved: Partial<T>): void {
    const now = { ...this.#now, ...saved };
    const base = { ...this.#base };
    let followed = false;
    for (const field of this.#fields) {
      if (same(now[field], base[field])) continue;
      const mine = this.typed[field];
      const own = this.#ownWords(field, now[field]);
      if (same(mine, base[field])) this.typed[field] = copy(now[field]);
      else if (this.#options.sets?.includes(field)) {
        this.typed[field] = mergeSets(base[field], mine, now[field]) as T[typeof field];
      } else if (
        own.length > 0 ? own.some((words) => same(mine, words)) : this.#isAlike(field, mine, now[field])
      ) {
        this.typed[field] = copy(now[field]);
      } else if (own.length === 0) continue;
      base[field] = now[field];
      followed = true;
    }
    this.#base = base;
    this.#now = now;
    if (followed) this.#settle();
  }

  keepMine(field: keyof T & string): void {
    this.#base = { ...this.#base, [field]: this.#now[field] };
    this.#settle();
  }

  takeTheirs(field: keyof T & string): void {
    this.typed[field] = copy(this.#now[field]);
    this.keepMine(field);
  }

  /** Back to what is saved. */
  discard(): void {
    this.typed = copy(this.#now);
    this.#base = this.#now;
    this.fromDraft = false;
    this.#settle();
  }

  /** To be called when the person typed. */
  touched = (): void => {
    this.#keep();
  };

  /** Lays a kept draft over what is saved now. One that an older page kept is taken as far as it fits. */
  restore(draft: unknown): void {
    const { typed, asRead, sent } = (draft ?? {}) as Partial<Draft<Record<string, unknown>>>;
    if (typeof typed !== 'object' || typeof asRead !== 'object' || !typed || !asRead) return;
    const base = { ...this.#base };
    const fields = this.#fields.filter((field) => {
      const fits = isOfKind(typed[field], base[field]) && isOfKind(asRead[field], base[field]);
      const mine = this.typed[field];
      // What the person changes in this tab is theirs; the draft is of another one, or of days ago.
      return fits && (same(mine, base[field]) || same(mine, this.#heard[field]));
    });
    for (const field of fields) {
      this.typed[field] = copy(typed[field]) as T[typeof field];
      base[field] = asRead[field] as T[typeof field];
    }
    const before = (Array.isArray(sent) ? sent : []).filter((each) => typeof each === 'object' && each);
    const unknown = (before as Partial<T>[]).filter(
      (each) => !this.sentLately.some((one) => same(one, each)),
    );
    this.sentLately = [...unknown, ...this.sentLately].slice(-MOST_SENT);
    this.#heard = { ...this.#heard, ...pick(copy(this.typed), fields) };
    this.#base = base;
    this.meet(this.#now);
    this.fromDraft = this.changed.length > 0;
    this.renewed += 1;
  }

  /** These values are under way to the server. */
  sending(typed: Partial<T>): void {
    this.sentLately = [...this.sentLately, typed].slice(-MOST_SENT);
    this.#keep();
  }

  /** The server has these values now. What was typed while they were under way is a change of them. */
  sent(typed: Partial<T>): void {
    this.#base = { ...this.#base, ...typed };
    this.#now = { ...this.#now, ...typed };
    this.sentLately = [typed];
    this.fromDraft = false;
    this.#keep();
  }

  /** Whether something has to be finished or chosen before anything can be sent; goes there. */
  isHeld(): boolean {
    if (this.clashes.length > 0) document.querySelector<HTMLElement>('[data-clash] button')?.focus();
    return this.clashes.length > 0 || this.#fields.some((field) => isUnfinished(this.typed[field]));
  }

  /**
   * Sends what was changed by `ask`, and tells of it by `sending`; returns whether all of it is saved. With an open
   * clash it sends nothing. What turns out to be stale is read anew; when nothing clashes it is sent on that. Where
   * nothing was changed there is nothing to send, unless `always`.
   */
  async send(
    sending: Sending,
    ask: (edit: Edit<T>) => Promise<readonly ErrorWordsFragment[]>,
    { always = false } = {},
  ): Promise<boolean> {
    if (this.isHeld()) return false;
    const done = await sending.send(async () => {
      for (let tries = 1; ; tries += 1) {
        const { edit } = this;
        if (this.changed.length === 0 && !always) return [];
        this.sending(edit.typed);
        const errors = await ask(edit);
        if (errors.length === 0) this.sent(edit.typed);
        const isStale = errors.some(({ code }) => STALE.includes(code));
        if (!isStale) return errors;
        await this.#refresh();
        this.meet(this.#options.saved());
        if (this.clashes.length > 0 || tries === MOST_TRIES) return errors;
      }
    });
    if (done) await this.#refresh();
    return done;
  }

  /** Restores the draft, and follows what another tab makes of it, until the returned function is called. */
  open(): () => void {
    const { draft } = this.#options;
    if (draft === null) return () => {};
    this.restore(readDraft(draft));
    // What was typed before the page's script came stands in the fields already.
    if (this.changed.length > 0) this.#keep();
    return followDraft(draft, (kept) => {
      if (kept !== null) return this.restore(kept);
      // Sent by another tab, or let go there: what is saved says which.
      void this.#refresh().catch(() => undefined);
    });
  }

  get #fields(): readonly (keyof T & string)[] {
    return Object.keys(this.#now) as (keyof T & string)[];
  }

  #refresh(): Promise<void> {
    return (this.#options.refresh ?? refreshAll)();
  }

  #isOver(field: keyof T): boolean {
    return same(this.#now[field], this.#base[field]) || same(this.#now[field], this.typed[field]);
  }

  #isAlike(field: keyof T & string, one: unknown, other: unknown): boolean {
    return (this.#options.alike ?? sayAlike)(field, one, other);
  }

  /** What this form sent, or began from, that the server tells now, if in other spaces. */
  #ownWords(field: keyof T & string, now: unknown): unknown[] {
    const sent = this.sentLately.filter((each) => field in each).map((each) => each[field]);
    return [this.#base[field], ...sent].filter((words) => this.#isAlike(field, words, now));
  }

  #settle(): void {
    this.renewed += 1;
    this.#keep();
  }

  #keep(): void {
    const { changed } = this;
    if (changed.length === 0) this.fromDraft = false;
    const { draft } = this.#options;
    if (draft === null) return;
    const sent = this.sentLately
      .map((each) => changed.filter((field) => field in each).map((field) => [field, each[field]] as const))
      .filter((entries) => entries.length > 0)
      .map((entries) => Object.fromEntries(entries) as Partial<T>);
    const kept: Draft<T> = { ...this.edit, ...(sent.length > 0 && { sent }) };
    if (changed.length > 0) keepDraft(draft, kept);
    else if (readDraft(draft) !== null) forgetDraft(draft);
  }
}

/** An `Editing` for the component that calls it: it follows the page's data, and its draft in other tabs. */
export function useEditing<T extends object>(options: EditingOptions<T>): Editing<T> {
  const editing = new Editing(untrack(() => ({ ...options, saved: () => untrack(options.saved) })));
  $effect(() => {
    const saved = options.saved();
    untrack(() => editing.meet(saved));
  });
  onMount(() => editing.open());
  return editing;
}

function pick<T extends object>(all: T, fields: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(fields.map((field) => [field, all[field]])) as Partial<T>;
}

function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a kept value can stand in a field. Null is at home in all but lists. */
function isOfKind(kept: unknown, value: unknown): boolean {
  if (kept === undefined || Array.isArray(kept) !== Array.isArray(value)) return false;
  return kept === null || value === null || typeof kept === typeof value;
}
