import { createContext } from 'svelte';
import type { Language } from '#web/words/languages.ts';
import * as format from './format.ts';
import { Formats } from './formats.ts';
import { isTimeZone } from './time-zone.ts';

/**
 * Writes moments for one reader.
 *
 * On a first visit the server does not know the reader's zone. It then writes in the campaign's zone and says
 * which one ("18:00 CDT"), the browser keeps its zone in a cookie, and everything from the next page on is in
 * the reader's own zone. The first page is left as it is: no text changes under the reader's eyes.
 */
export class Moments {
  readonly language: Language;
  readonly #formats = new Formats();
  readonly #known = new Map<string, boolean>();
  #readerZone = $state<string | null>(null);

  constructor(language: Language, readerZone: string | null) {
    this.language = language;
    this.#readerZone = isTimeZone(readerZone) ? readerZone : null;
  }

  /** Where the reader's own clock hangs; null until that is known. */
  get readerZone(): string | null {
    return this.#readerZone;
  }

  /** Writes in the reader's zone from now on; called between two pages, never within one. */
  setReaderZone(timeZone: string): void {
    if (isTimeZone(timeZone)) this.#readerZone = timeZone;
  }

  /**
   * The writer for texts about a campaign, whose `timeZone` serves until the reader's own is known. `nameZone`
   * is for a page of many moments that names the zone once. A zone that only the server knows is written as UTC, and
   * always named.
   */
  in(campaignZone: string, nameZone = true): MomentWriter {
    const known = this.#knows(campaignZone);
    return new MomentWriter(() => ({
      language: this.language,
      timeZone: this.#readerZone ?? (known ? campaignZone : 'UTC'),
      nameZone: (nameZone || !known) && this.#readerZone === null,
      formats: this.#formats,
    }));
  }

  /** Asked once for each: a board has a writer in every card. */
  #knows(zone: string): boolean {
    const known = this.#known.get(zone) ?? isTimeZone(zone);
    this.#known.set(zone, known);
    return known;
  }
}

/** Moments as text. Every argument `at` is an ISO string from the API; `now` comes from the `Clock`. */
export class MomentWriter {
  readonly #style: () => format.TimeStyle;

  constructor(style: () => format.TimeStyle) {
    this.#style = style;
  }
  /** In which it writes. */
  get language(): string {
    return this.#style().language;
  }
  /** `18:00` */
  time = (at: string): string => format.formatTime(new Date(at), this.#style());
  /** `today`, `Thursday`, `Mar 12` */
  day = (at: string, now: number): string => format.formatDay(new Date(at), new Date(now), this.#style());
  /** `Thursday 18:00` */
  moment = (at: string, now: number): string =>
    format.formatMoment(new Date(at), new Date(now), this.#style());
  /** `2 min ago`, `in 50 min` */
  relative = (at: string, now: number): string =>
    format.formatRelative(new Date(at), new Date(now), this.#style().language, this.#style().formats);
  /** Work in hours, `1.5 h` */
  hours = (hours: number): string => format.formatHours(hours, this.#style().language, this.#style().formats);
  /** `2 h 10 min` between two moments, whichever is first */
  between = (at: string, now: number): string =>
    format.formatDuration(new Date(at).getTime() - now, this.#style().language, this.#style().formats);
}

/** `useMoments()` gives a component the reader's way of writing time; the root layout sets it. */
export const [useMoments, setMoments] = createContext<Moments>();
