import type { Api } from '#web/api/api.ts';
import { Latest } from '#web/api/latest.ts';
import { describeError, describeFailure } from '#web/errors/describe-error.ts';
import {
  type AtDoorFragment,
  CheckInDocument,
  EventDoorDocument,
  type ErrorWordsFragment,
  type EventDoorQuery,
  UndoCheckInDocument,
} from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';

type DoorEvent = NonNullable<EventDoorQuery['event']>;
type Door = NonNullable<DoorEvent['door']>;

/** What was said last at the door, and whether it is good news. */
export interface Said {
  text: string;
  isGood: boolean;
}

/** The door of an event on one phone. What others do at it shows a little later; what is pressed here, at once. */
export class DoorScreen {
  door = $state.raw() as Door;
  people = $state.raw<AtDoorFragment[]>([]);
  search = $state('');
  said = $state.raw<Said | null>(null);
  isAway = $state(false);
  busy = $state(false);
  readonly #api: Api;
  readonly #t: Translate;
  readonly #event: DoorEvent;
  readonly #time: (at: string) => string;
  readonly #readings = new Latest();

  constructor(event: DoorEvent, given: { api: Api; t: Translate; time: (at: string) => string }) {
    this.#event = event;
    this.#api = given.api;
    this.#t = given.t;
    this.#time = given.time;
    this.#take(event.door!);
  }

  get hasMore(): boolean {
    return this.door.registrations.pageInfo.hasNextPage;
  }

  /** Looks again, for what is searched now. */
  async look(): Promise<void> {
    const isWanted = this.#readings.begin();
    try {
      const door = await this.#read(null);
      if (!isWanted()) return;
      this.isAway = false;
      if (door) this.#take(door);
    } catch {
      if (isWanted()) this.isAway = true;
    }
  }

  async more(): Promise<void> {
    const isWanted = this.#readings.begin();
    try {
      const door = await this.#read(this.door.registrations.pageInfo.endCursor ?? null);
      if (!isWanted() || !door) return;
      this.people = [...this.people, ...door.registrations.edges.map(({ node }) => node)];
      this.door = door;
    } catch (failure) {
      if (isWanted()) this.said = { text: describeFailure(failure, this.#t), isGood: false };
    }
  }

  /** Lets in whom a code or a row of the list names. */
  checkIn(whom: { code: string } | { person: AtDoorFragment }): Promise<void> {
    const input = 'code' in whom ? { code: whom.code } : { registrationId: whom.person.id };
    return this.#press(async () => {
      const { checkIn } = await this.#api.ask(CheckInDocument, {
        input: { eventId: this.#event.id, ...input },
      });
      const name = 'person' in whom ? this.nameOf(whom.person) : (checkIn.registration?.name ?? '');
      if (checkIn.registration) this.said = { text: this.#words('isIn', checkIn.registration), isGood: true };
      return { errors: checkIn.errors, name };
    });
  }

  undo(person: AtDoorFragment): Promise<void> {
    return this.#press(async () => {
      const input = { eventId: this.#event.id, registrationId: person.id };
      const { undoCheckIn } = await this.#api.ask(UndoCheckInDocument, { input });
      if (undoCheckIn.registration)
        this.said = { text: this.#words('isOut', undoCheckIn.registration), isGood: true };
      return { errors: undoCheckIn.errors, name: this.nameOf(person) };
    });
  }

  nameOf = ({ name }: Pick<AtDoorFragment, 'name'>): string => name || this.#t('event:door.left');

  async #press(act: () => Promise<{ errors: readonly ErrorWordsFragment[]; name: string }>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.said = null;
    try {
      const { errors, name } = await act();
      const [error] = errors;
      if (error) this.said = { text: this.#refusal(error, name), isGood: false };
    } catch (failure) {
      this.said = { text: describeFailure(failure, this.#t), isGood: false };
    } finally {
      this.busy = false;
    }
    await this.look();
  }

  #words(key: 'isIn' | 'isOut', person: AtDoorFragment): string {
    const words = this.#t(`event:door.${key}`, { name: this.nameOf(person) });
    return person.people > 1 ? `${words} · ${this.#t('event:door.people', { count: person.people })}` : words;
  }

  #refusal(error: ErrorWordsFragment, name: string): string {
    if (error.__typename === 'AlreadyCheckedIn') {
      const words = { name, time: this.#time(error.checkedInAt) };
      return error.by
        ? this.#t('event:door.already', { ...words, handle: error.by.handle })
        : this.#t('event:door.alreadyGone', words);
    }
    return error.code === 'NOT_FOUND' ? this.#t('event:door.unknown') : describeError(error, this.#t);
  }

  async #read(after: string | null): Promise<Door | null> {
    const { event } = await this.#api.ask(EventDoorDocument, {
      ...{ slug: this.#event.slug, search: this.search, after },
    });
    return event?.door ?? null;
  }

  #take(door: Door): void {
    this.door = door;
    this.people = door.registrations.edges.map(({ node }) => node);
  }
}
