import { usableZone } from '#web/time/time-zone.ts';
import { zonePlace } from '#web/time/zone-places.ts';

/** A time as it comes: a moment, and what the adviser's clock shows then. */
export interface When {
  readonly startsAt: string;
  readonly localTime: string;
  readonly timeZone: string;
}

/**
 * Writes times of talks. Two people meet on two clocks: a time is written by the reader's, named by its place, and what
 * the adviser's shows stands beside it where that is another hour. `readerZone` is null until the browser has told; then
 * it is the adviser's. By places and not by short names of zones, which are offsets in most languages.
 */
export class SlotWriter {
  readonly #language: string;
  readonly #readerZone: string | null;

  constructor(language: string, readerZone: string | null) {
    this.#language = language;
    this.#readerZone = readerZone;
  }

  /** In which zone a time is written. */
  zoneOf({ timeZone }: Pick<When, 'timeZone'>): string {
    return usableZone(this.#readerZone, timeZone);
  }

  /** `09:00`, for a page that names the zone once. */
  time(when: When): string {
    return this.#write(when, { hour: '2-digit', minute: '2-digit' });
  }

  /** `Monday, March 2, 09:00 · Chicago (Central)`. */
  whole(when: When): string {
    return `${this.day(when)}, ${this.time(when)} · ${zonePlace(this.zoneOf(when), this.#language)}`;
  }

  /** `Monday, March 2`. */
  day(when: When): string {
    return this.#write(when, { weekday: 'long', month: 'long', day: 'numeric' });
  }

  /** The day on the reader's calendar, such as `2026-03-02`: what belongs together. */
  dayKey(when: When): string {
    const style = { timeZone: this.zoneOf(when), year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    return new Intl.DateTimeFormat('en-CA', style).format(new Date(when.startsAt));
  }

  /** What the adviser's clock shows, where it is another one than the reader's: `15:00`, else null. */
  there(when: When): string | null {
    const here = this.time(when);
    const wall = new Date(`${when.localTime}:00Z`);
    const style = { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    const there = new Intl.DateTimeFormat(this.#language, style).format(wall);
    return there === here ? null : there;
  }

  #write({ startsAt, timeZone }: When, style: Intl.DateTimeFormatOptions): string {
    const zone = this.zoneOf({ timeZone });
    return new Intl.DateTimeFormat(this.#language, { timeZone: zone, hourCycle: 'h23', ...style }).format(
      new Date(startsAt),
    );
  }
}
