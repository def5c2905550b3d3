import { goto, refreshAll } from '$app/navigation';
import { page } from '$app/state';
import { createContext } from 'svelte';
import type { Api } from '#web/api/api.ts';
import { Announcer } from '#web/live/announcer.svelte.ts';
import type { LiveStatus } from '#web/live/live-status.ts';
import { describeFailure } from '#web/errors/describe-error.ts';
import { Latest } from '#web/api/latest.ts';
import { DeskDocument, type DeskQuery, type DeskSection } from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';
import { type DeskRow, rowsOf, titleOf } from './desk-lines.ts';
import {
  type DeskView,
  namesOf,
  readView,
  type Section,
  sections,
  variablesOf,
  writeView,
} from './desk-view.ts';

type Desk = NonNullable<DeskQuery['desk']>;
export type SectionCount = Desk['sections'][number];

/** Milliseconds the hand rests before a typed filter is sent. */
const typingPause = 300;

/** The desk on one screen: the counts of all lists, the rows of the one shown, and what is chosen there. */
export class DeskStore {
  view: DeskView = $state.raw(readView(new URLSearchParams()));
  counts: readonly SectionCount[] = $state.raw([]);
  rows: readonly DeskRow[] = $state.raw([]);
  next: string | null = $state(null);
  live: LiveStatus = $state.raw({ is: 'catchingUp' });
  /** Why the last request brought nothing, in words. What was there before stays on screen. */
  problem = $state('');
  /** Rows that are not of the view any more: the answer is on its way. */
  loading = $state(false);
  chosen: ReadonlyMap<string, DeskRow> = $state.raw(new Map());
  /** The row the keys stand on. */
  current: string | null = $state(null);
  /** Where a range begins. */
  #anchor: string | null = null;
  readonly announcer: Announcer;
  readonly #api: Api;
  readonly #t: Translate;
  readonly #loads = new Latest();
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** The one row that Tab reaches. */
  readonly tabStop = $derived(
    this.rows.some(({ key }) => key === this.current) ? this.current : (this.rows[0]?.key ?? null),
  );

  constructor(api: Api, t: Translate, desk: Desk, view: DeskView) {
    this.#api = api;
    this.#t = t;
    this.announcer = new Announcer((count) => t('coordinate:announce.more', { count }));
    this.view = view;
    this.#take(desk, true);
  }

  countOf(section: DeskSection): SectionCount {
    return (
      this.counts.find((count) => count.section === section) ?? { section, total: 0, late: 0, since: null }
    );
  }

  /** Shows another part of the desk, and puts it into the address. */
  show(part: Partial<DeskView>): void {
    const { section } = this.view;
    const paging = Object.keys(part).every((name) => name === 'after');
    this.view = { ...this.view, after: null, ...part };
    if (!paging) this.chosen = new Map();
    // What is on its way is of the view before: its rows are none of this one's.
    this.#loads.callOff();
    this.loading = true;
    clearTimeout(this.#typing);
    const typed = part.text !== undefined;
    this.#typing = setTimeout(
      () => {
        // Lists are pages to come back to; a filter is a way of looking at one.
        const replace = section === this.view.section && !paging;
        void goto(page.url.pathname + writeView(this.view), { shallow: true, replace, state: {} });
        void this.#load();
      },
      typed ? typingPause : 0,
    );
  }

  /** The address changed by itself: somebody went back or on. */
  follow(view: DeskView): void {
    if (writeView(view) === writeView(this.view)) return;
    this.view = view;
    this.chosen = new Map();
    void this.#load();
  }

  /** Lists that are not up to date: asks for the counts, and for the rows where they are of the list shown. */
  async stale(which: readonly DeskSection[]): Promise<boolean> {
    return this.#load(which.includes(namesOf[this.view.section]), true);
  }

  /** Asks again for what is shown. */
  reload(): Promise<boolean> {
    return this.#load();
  }

  toggle(entry: DeskRow): void {
    const chosen = new Map(this.chosen);
    if (!chosen.delete(entry.key)) chosen.set(entry.key, entry);
    this.chosen = chosen;
    this.#anchor = entry.key;
  }

  /** Chooses everything between the row chosen last and this one. */
  reach(entry: DeskRow): void {
    const at = this.rows.findIndex(({ key }) => key === this.#anchor);
    const to = this.rows.findIndex(({ key }) => key === entry.key);
    if (at < 0 || to < 0) return this.toggle(entry);
    const chosen = new Map(this.chosen);
    for (const each of this.rows.slice(Math.min(at, to), Math.max(at, to) + 1)) chosen.set(each.key, each);
    this.chosen = chosen;
  }

  chooseAll(): void {
    const all = this.rows.every(({ key }) => this.chosen.has(key));
    this.chosen = new Map(all ? [] : this.rows.map((entry) => [entry.key, entry]));
  }

  forget(keys: Iterable<string>): void {
    const chosen = new Map(this.chosen);
    for (const key of keys) chosen.delete(key);
    this.chosen = chosen;
  }

  close(): void {
    clearTimeout(this.#typing);
    this.#loads.callOff();
    this.announcer.close();
  }

  /** Whether the answer came. Only the latest request counts. */
  async #load(withRows = true, aloud = false): Promise<boolean> {
    const isWanted = this.#loads.begin();
    // An unanswered request for rows is not made good by one for counts.
    const rowsWanted = withRows || this.loading;
    if (rowsWanted && !aloud) this.loading = true;
    try {
      const { desk } = await this.#api.ask(DeskDocument, variablesOf(this.view, rowsWanted));
      if (!isWanted()) return true;
      this.problem = '';
      // Not a coordinator any more: the page says so.
      if (!desk) await refreshAll();
      else this.#take(desk, rowsWanted, aloud);
      this.loading = false;
      return true;
    } catch (failure) {
      if (isWanted()) {
        this.problem = describeFailure(failure, this.#t);
        this.loading = false;
      }
      return false;
    }
  }

  #take(desk: Desk, withRows: boolean, aloud = false): void {
    const { section } = this.view;
    const before = this.counts;
    this.counts = desk.sections;
    if (aloud) this.#tellCounts(before, withRows ? section : null);
    if (!withRows) return;
    const known = new Set(this.rows.map(({ key }) => key));
    const { rows, next } = rowsOf(desk, section);
    if (aloud) {
      for (const entry of rows.filter(({ key }) => !known.has(key)).slice(0, 3))
        this.announcer.say(
          this.#t('coordinate:announce.row', {
            list: this.#t(`coordinate:section.${section}`),
            title: titleOf(entry, this.#t),
          }),
        );
    }
    // What left the list is not chosen any more; what is on another page still is.
    const now = new Map(rows.map((entry) => [entry.key, entry]));
    const stays = [...this.chosen].filter(([key]) => now.has(key) || !known.has(key));
    this.chosen = new Map(stays.map(([key, entry]) => [key, now.get(key) ?? entry]));
    this.rows = rows;
    this.next = next;
  }

  #tellCounts(before: readonly SectionCount[], shown: Section | null): void {
    for (const section of sections) {
      const was = before.find((count) => count.section === namesOf[section])?.total ?? 0;
      const { total } = this.countOf(namesOf[section]);
      if (section === shown ? total >= was : total === was) continue;
      this.announcer.say(
        this.#t('coordinate:announce.count', {
          list: this.#t(`coordinate:section.${section}`),
          count: total,
        }),
      );
    }
  }
}

export const [useDesk, setDesk] = createContext<DeskStore>();
