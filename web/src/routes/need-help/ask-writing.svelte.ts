import type { Api } from '#web/api/api.ts';
import { describeError, describeFailure, describeFieldError } from '#web/errors/describe-error.ts';
import { keepSentAsk } from '#web/ask/sent-ask.ts';
import { forgetDraft } from '#web/form/draft.ts';
import { Latest } from '#web/api/latest.ts';
import {
  AskToResumeDocument,
  type AskToWriteFragment,
  type AskStatus,
  type ErrorWordsFragment,
  SaveAskAnswersDocument,
  StartAskDocument,
  SubmitAskDocument,
} from '#web/gql/graphql.ts';
import { browserZone, usableZone } from '#web/time/time-zone.ts';
import type { Words } from '#web/words/words.ts';
import type { Clashing } from '#web/form/editing.svelte.ts';
import { createContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import {
  answersOf,
  changedFields,
  changeOf,
  chosen,
  clashesOf,
  layReadOver,
  meetAnswers,
  type Meeting,
  nothingRead,
  type Read,
  readOf,
  sentAnswers,
  typedOf,
} from './meet-answers.ts';
import { asideKey, keepBeside, KEY, type KeptHere, takeKept } from './kept-ask.ts';
import { FIELDS, isBlank, layOver, nothingTyped, type Question, QUESTIONS, type Typed } from './typed.ts';

/** Answers only others changed are followed and sent again; who changes them faster than that gets a word. */
const MOST_TRIES = 4;
/** So many sends whose answers nobody heard are remembered. */
const MOST_SENT = 20;

/**
 * An ask while it is written. Every answer is kept in this browser as it is typed and on the server at each
 * step; what could not be sent stays here and goes with the next step, or when the connection comes back. An answer that
 * somebody else with the link changed meanwhile is shown beside it, and waits for a choice.
 */
export class AskWriting implements Clashing<Typed> {
  typed = $state<Typed>(nothingTyped('UTC'));
  token = $state<string | null>(null);
  status = $state<AskStatus>('DRAFT');
  /** Whether the server keeps a sealed contact. */
  hasContact = $state(false);
  saving = $state(false);
  /** Why the last save did not arrive, in words; nothing when it did. */
  failure = $state('');
  readonly unsaved = new SvelteSet<Question>();
  /** What the server refused, by question. */
  readonly refused = new SvelteMap<Question, readonly ErrorWordsFragment[]>();
  /** Questions of whose words somebody said that they are no list of people. */
  readonly #noList = new Set<Question>();
  readonly #api: Api;
  readonly #words: Words;
  readonly #named: (token: string) => void;
  #timeZone = 'UTC';
  /** What was read of the server, where a person began to change it: only what differs from it is sent. */
  #base = $state.raw<Read>(nothingRead);
  /** What the server keeps, as far as this page knows. */
  #now = $state.raw<Read>(nothingRead);
  /** What was sent, the newest last. */
  #sent = $state.raw<readonly Partial<Typed>[]>([]);
  /** What of it this browser keeps for this tab. */
  #kept: KeptHere = { typed: [], asRead: [] };
  /** Answers that were changed here and elsewhere, each to something else. */
  readonly clashes: readonly (keyof Typed)[] = $derived(clashesOf(this.#meeting));
  readonly #asks = new Latest();
  /** Whether the answers are still those of the ask that was open when this was read. */
  isShown: () => boolean = this.#asks.begin();
  #saves: Promise<void> = Promise.resolve();

  /** `named` is called when the ask gets its token, for the address. */
  constructor(api: Api, words: Words, named: (token: string) => void) {
    this.#api = api;
    this.#words = words;
    this.#named = named;
  }

  /** Where to go on: the first question without an answer, or the end. */
  get firstOpen(): Question | 'review' {
    const isSaid = (question: Question) => question === 5 && this.hasContact;
    return QUESTIONS.find((question) => isBlank(this.typed, question) && !isSaid(question)) ?? 'review';
  }

  /**
   * Opens the ask of a link, or, with none, the one of this browser or a new one. Returns false for a link that
   * leads nowhere. Throws when the server cannot be reached and nothing is kept here to go on with.
   */
  async open(token: string): Promise<boolean> {
    this.#timeZone = usableZone(browserZone());
    const own = takeKept(token || null);
    this.#start(token || null);
    const { isShown } = this;
    if (token) {
      try {
        const { askByLink } = await this.#api.ask(AskToResumeDocument, { token });
        if (!isShown() || !askByLink) return false;
        this.#base = readIn(askByLink);
        this.typed = typedOf(this.#base, this.#timeZone);
        this.#learn(askByLink);
      } catch (failure) {
        if (!own || !isShown()) throw failure;
        this.failure = describeFailure(failure, this.#words.t);
      }
    }
    // From here on it is kept as the ask of this browser.
    forgetDraft(asideKey(this.token));
    if (own) {
      this.typed = layOver(this.typed, own.typed);
      this.#base = layReadOver(this.#base, own.asRead ?? {});
      this.#sent = sentOf(own.sent);
      this.#kept = { typed: Object.keys(own.typed), asRead: Object.keys(own.asRead ?? {}) };
      this.#meet();
      for (const question of QUESTIONS) {
        if (FIELDS[question].some((field) => field in own.typed)) this.unsaved.add(question);
      }
    }
    this.#keep();
    return true;
  }

  /** The link by which this ask is resumed; empty while it has none. Only in the browser. */
  get link(): string {
    return this.token ? `${location.origin}/need-help#${this.token}` : '';
  }

  /** An empty ask; the one before stays on the server, for whoever has its link. */
  fresh(): void {
    this.#timeZone = usableZone(browserZone());
    takeKept(null);
    this.#start(null);
    this.#keep();
  }

  #start(token: string | null): void {
    this.isShown = this.#asks.begin();
    this.token = token;
    this.typed = nothingTyped(this.#timeZone);
    this.#base = nothingRead;
    this.#now = nothingRead;
    this.#sent = [];
    this.#kept = { typed: [], asRead: [] };
    this.status = 'DRAFT';
    this.hasContact = false;
    this.failure = '';
    this.unsaved.clear();
    this.refused.clear();
    this.#noList.clear();
  }

  /** Call when an answer was changed: it is kept here at once. */
  touched(question: Question): void {
    this.unsaved.add(question);
    this.refused.delete(question);
    this.#noList.delete(question);
    this.#keep();
  }

  /** Sends what was not sent yet, one question at a time, so that a refused one holds up no other. */
  save(): Promise<void> {
    this.#saves = this.#saves.then(async () => {
      if (this.unsaved.size === 0) return;
      const { isShown } = this;
      this.saving = true;
      try {
        const [refusal] = await this.#name();
        if (isShown()) this.failure = refusal ? describeError(refusal, this.#words.t) : '';
        for (const question of refusal ? [] : [...this.unsaved]) if (isShown()) await this.#saveOne(question);
      } catch (failure) {
        if (isShown()) this.failure = describeFailure(failure, this.#words.t);
      }
      this.saving = false;
    });
    return this.#saves;
  }

  /** Whether the words of a question look like a list of people, and nobody has said yet that they are none. */
  looksLikePeople(question: Question): boolean {
    return (this.refused.get(question) ?? []).some(
      (error) => error.__typename === 'InvalidInput' && error.reason === 'LIST_OF_PEOPLE',
    );
  }

  /** Keeps the words as they are: they are no list of people. */
  keepAsTyped(question: Question): Promise<void> {
    this.#noList.add(question);
    return this.save();
  }

  /** Takes the sealed contact away. */
  async forgetContact(): Promise<void> {
    if (!this.token) return;
    const { isShown } = this;
    try {
      const { saveAskAnswers } = await this.#api.ask(SaveAskAnswersDocument, {
        input: { token: this.token, contact: null },
      });
      if (!saveAskAnswers.ask || !isShown()) return;
      this.#learn(saveAskAnswers.ask);
      this.#meet();
    } catch (failure) {
      if (isShown()) this.failure = describeFailure(failure, this.#words.t);
    }
  }

  /** Sends the ask; returns why not. */
  async submit(): Promise<readonly ErrorWordsFragment[]> {
    const { isShown } = this;
    const refused = await this.#name();
    if (refused.length > 0 || !isShown()) return refused;
    const { submitAsk } = await this.#api.ask(SubmitAskDocument, { input: { token: this.token ?? '' } });
    if (submitAsk.ask && isShown()) {
      this.status = submitAsk.ask.status;
      forgetDraft(KEY);
      keepSentAsk(this.token ?? '');
    }
    return submitAsk.errors;
  }

  /** What is wrong with a field of a question, in words. */
  problemOf(question: Question, field: string): string | undefined {
    return describeFieldError(this.refused.get(question) ?? [], field, this.#words.t);
  }

  /** Why a question was refused as a whole, in words; empty when it was not, or a field says it. */
  refusalOf(question: Question): string {
    const error = this.refused.get(question)?.find(({ __typename }) => __typename !== 'InvalidInput');
    return error ? describeError(error, this.#words.t) : '';
  }

  /** Of one question the answers that were changed here and elsewhere. */
  clashesIn(question: Question): readonly (keyof Typed)[] {
    return this.clashes.filter((field) => FIELDS[question].includes(field));
  }

  /** What an answer says on the server, as far as this page knows. */
  theirs<Field extends keyof Typed>(field: Field): Typed[Field] {
    return typedOf(this.#now, this.#timeZone)[field];
  }

  keepMine(field: keyof Typed): void {
    this.#choose(field, 'mine');
  }

  takeTheirs(field: keyof Typed): void {
    this.#choose(field, 'theirs');
  }

  async #name(): Promise<readonly ErrorWordsFragment[]> {
    if (this.token) return [];
    const { isShown } = this;
    const { startAsk } = await this.#api.ask(StartAskDocument, {
      input: { language: this.#words.language },
    });
    if (!startAsk.token || !isShown()) return startAsk.errors;
    this.token = startAsk.token;
    this.#keep();
    this.#named(startAsk.token);
    return [];
  }

  async #saveOne(question: Question): Promise<void> {
    const { isShown } = this;
    for (let tries = 1; ; tries += 1) {
      if (this.clashesIn(question).length > 0) return void this.refused.set(question, []);
      const before = this.#textOf(question);
      const change = changeOf(this.#meeting, question);
      const sentBefore = this.#sent;
      this.#sent = [...sentBefore, this.#changedIn(question)].slice(-MOST_SENT);
      this.#keep();
      const { saveAskAnswers } = await this.#api.ask(SaveAskAnswersDocument, {
        input: {
          token: this.token ?? '',
          language: this.#words.language,
          ...change,
          ...(this.#noList.has(question) && { noListOfPeople: true }),
        },
      });
      if (!isShown()) return;
      const { ask, errors } = saveAskAnswers;
      if (ask) return this.#arrived(question, change, ask, before);
      this.#sent = sentBefore;
      const isStale = errors.some(({ code }) => code === 'STALE_FIELDS');
      if (!isStale || tries === MOST_TRIES) return void this.refused.set(question, errors);
      const { askByLink } = await this.#api.ask(AskToResumeDocument, { token: this.token ?? '' });
      if (!isShown()) return;
      if (askByLink) this.#learn(askByLink);
      this.#meet();
    }
  }

  #arrived(
    question: Question,
    { answers, contact }: ReturnType<typeof changeOf>,
    ask: AskToWriteFragment,
    before: string,
  ): void {
    this.refused.delete(question);
    const sent = { ...answers, ...(contact !== undefined && { hasContact: true }) };
    this.#learn(ask);
    this.#base = sentAnswers(this.#base, this.#now, question, sent);
    const others = QUESTIONS.filter((each) => each !== question).flatMap((each) => FIELDS[each]);
    this.#sent = [...this.#sent.map((each) => pick(each, others)), ...this.#sent.slice(-1)];
    // What was typed meanwhile goes with the next save.
    if (this.#textOf(question) === before) {
      if (question === 5) this.typed.contact = '';
      const kept = typedOf(this.#now, this.#timeZone);
      for (const field of FIELDS[question]) {
        if (answersOf(field).some((key) => key in sent)) Object.assign(this.typed, { [field]: kept[field] });
      }
      this.unsaved.delete(question);
    }
    this.#meet();
    this.#keep();
  }

  get #meeting(): Meeting {
    return {
      typed: this.typed,
      base: this.#base,
      now: this.#now,
      timeZone: this.#timeZone,
      sent: this.#sent,
    };
  }

  #learn(ask: AskToWriteFragment): void {
    this.#now = readIn(ask);
    this.status = ask.status;
    this.hasContact = ask.hasContact;
  }

  /** Lets what only others changed follow. */
  #meet(meeting = meetAnswers({ ...this.#meeting, typed: $state.snapshot(this.typed) as Typed })): void {
    this.#base = meeting.base;
    this.typed = meeting.typed;
  }

  #choose(field: keyof Typed, whose: 'mine' | 'theirs'): void {
    this.#meet(chosen({ ...this.#meeting, typed: $state.snapshot(this.typed) as Typed }, field, whose));
    const question = QUESTIONS.find((each) => FIELDS[each].includes(field));
    if (question) this.touched(question);
  }

  #textOf(question: Question): string {
    return JSON.stringify(FIELDS[question].map((field) => this.typed[field]));
  }

  #keep(): void {
    const typed = Object.assign({}, ...[...this.unsaved].map((question) => this.#changedIn(question)));
    const fields = Object.keys(typed) as (keyof Typed)[];
    const asRead = readOf(this.#base, fields);
    // What arrived leaves this device. Of a contact nobody can tell later whose it is.
    const goes = fields.filter((field) => field !== 'contact');
    const sent = this.#sent.map((each) => pick(each, goes)).filter((each) => Object.keys(each).length > 0);
    const isSent = this.status !== 'DRAFT';
    this.#kept = keepBeside({ token: this.token, typed, asRead, sent }, this.#kept, { isSent });
  }

  /** What somebody else writes in a field that was not touched here must not come undone by what is kept. */
  #changedIn(question: Question): Partial<Typed> {
    const fields = changedFields(this.#meeting).filter((field) => FIELDS[question].includes(field));
    return Object.fromEntries(fields.map((field) => [field, $state.snapshot(this.typed[field])]));
  }
}

function readIn({ answers, hasContact }: AskToWriteFragment): Read {
  return { ...answers, hasContact };
}

function pick(typed: Partial<Typed>, fields: readonly (keyof Typed)[]): Partial<Typed> {
  return Object.fromEntries(fields.filter((field) => field in typed).map((field) => [field, typed[field]]));
}

/** What an older page may have kept is taken only as far as it fits. */
function sentOf(kept: unknown): Partial<Typed>[] {
  const list = Array.isArray(kept) ? (kept as unknown[]) : [];
  return list
    .filter((each) => typeof each === 'object' && each !== null)
    .map((each) => {
      const fits = Object.entries(layOver(nothingTyped('UTC'), each)).filter(([field]) => field in each);
      return Object.fromEntries(fits);
    });
}

export const [useWriting, setWriting] = createContext<AskWriting>();
