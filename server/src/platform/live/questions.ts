import type { BudgetSettings } from '../budget/budget-settings.ts';
import { Refusal } from '../refusal/refusal.ts';

/** Somebody who asks a stream something. */
export interface Question {
  /** Equal for those who ask the same; see `Audience`. */
  key: string;
  /** Whether our own pages ask it. */
  known: boolean;
  /** Who asks: a person, a network, or undefined where that would stand for many. */
  asker: string | undefined;
  signedIn: boolean;
}

interface Asked {
  asker: string | undefined;
  /** Streams that ask it. */
  streams: number;
}

const TOO_MANY_OF_ALL =
  'Many different questions follow this already. Ask what others ask, as our pages do, or try again later.';
const TOO_MANY_OF_YOURS =
  'You follow this by many different questions. Ask for everything in one, or complete some first.';

/**
 * The different questions (document and variables) that follow a board, or another place, and that our pages do not
 * ask. Each is a cohort of its own and is carried out at each change, so it costs as much as the many who ask the same
 * cost together: a place takes so many and no more. Strangers and people who are signed in have shares of their own,
 * and one address or person a part of it, so that nobody asks all there is to ask.
 */
export class Questions {
  readonly #limits: Pick<BudgetSettings, 'counts' | 'questionsOfBoard' | 'questionsOfAsker'>;
  readonly #places = new Map<string, Map<string, Asked>>();

  constructor(limits: Pick<BudgetSettings, 'counts' | 'questionsOfBoard' | 'questionsOfAsker'>) {
    this.#limits = limits;
  }

  /**
   * A stream at a place begins. Returns what ends it. Refuses a question that nobody asks there yet, when too many
   * others are asked. `times` widens a place to which all boards belong.
   */
  begin(place: string, { key, known, asker, signedIn }: Question, times = 1): () => void {
    if (known || !this.#limits.counts) return () => undefined;
    const name = `${signedIn ? 'people' : 'strangers'} ${place}`;
    const here = this.#places.get(name) ?? new Map<string, Asked>();
    const asked = here.get(key) ?? { asker, streams: 0 };
    if (asked.streams === 0) this.#look(here, asker, times);
    this.#places.set(name, here.set(key, asked));
    asked.streams += 1;
    return () => {
      asked.streams -= 1;
      if (asked.streams > 0) return;
      here.delete(key);
      if (here.size === 0) this.#places.delete(name);
    };
  }

  #look(here: ReadonlyMap<string, Asked>, asker: string | undefined, times: number): void {
    const { questionsOfBoard, questionsOfAsker } = this.#limits;
    if (here.size >= questionsOfBoard * times) throw new Refusal('TOO_MANY_REQUESTS', TOO_MANY_OF_ALL);
    if (asker === undefined) return;
    let ofAsker = 0;
    for (const each of here.values()) if (each.asker === asker) ofAsker += 1;
    if (ofAsker >= questionsOfAsker * times) throw new Refusal('TOO_MANY_REQUESTS', TOO_MANY_OF_YOURS);
  }
}
