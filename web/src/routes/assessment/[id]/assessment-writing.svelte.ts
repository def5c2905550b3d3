import type { Api } from '#web/api/api.ts';
import { describeFailure } from '#web/errors/describe-error.ts';
import { forgetDraft, keepDraft, readDraft } from '#web/form/draft.ts';
import {
  SaveAssessmentDocument,
  SubmitAssessmentDocument,
  type AssessmentQuestion,
  type ErrorWordsFragment,
} from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';

/** What stands at one question. */
export interface Written {
  choice: number | null;
  note: string;
}

const NOTHING: Written = { choice: null, note: '' };

/** The answers of one person in one round while they write them: sent question by question, kept here until they are. */
export class AssessmentWriting {
  readonly #written = new SvelteMap<AssessmentQuestion, Written>();
  /** Questions whose answer the server does not have yet. */
  readonly unsaved = new SvelteSet<AssessmentQuestion>();
  saving = $state(false);
  /** Whether the last try did not reach anybody. */
  away = $state(false);
  /** What is wrong, in words for the fields, and the rest. */
  errors = $state.raw<readonly ErrorWordsFragment[]>([]);
  failure = $state('');
  readonly #api: Api;
  readonly #t: Translate;
  readonly #id: string;
  readonly #key: string;
  #underWay: Promise<boolean> | null = null;

  constructor(
    { api, t }: { api: Api; t: Translate },
    round: { id: string; personId: string },
    saved: readonly { question: AssessmentQuestion; choice?: number | null; note?: string | null }[],
  ) {
    this.#api = api;
    this.#t = t;
    this.#id = round.id;
    this.#key = `assessment:${round.id}:${round.personId}`;
    for (const { question, choice, note } of saved)
      this.#written.set(question, { choice: choice ?? null, note: note ?? '' });
  }

  /** Takes up what this browser kept and could not send. To be called in the browser. */
  takeUp(questions: readonly AssessmentQuestion[]): void {
    const kept = readDraft(this.#key);
    if (typeof kept !== 'object' || kept === null) return;
    for (const question of questions) {
      const one = (kept as Record<string, Partial<Written> | undefined>)[question];
      if (!one) continue;
      const choice = typeof one.choice === 'number' ? one.choice : this.of(question).choice;
      this.#written.set(question, { choice, note: typeof one.note === 'string' ? one.note : '' });
      this.unsaved.add(question);
    }
    if (this.unsaved.size > 0) void this.save();
  }

  of(question: AssessmentQuestion): Written {
    return this.#written.get(question) ?? NOTHING;
  }

  write(question: AssessmentQuestion, change: Partial<Written>): void {
    this.#written.set(question, { ...this.of(question), ...change });
    this.unsaved.add(question);
    this.#keep();
  }

  /** Sends what is not saved; returns whether all of it is. */
  async save(): Promise<boolean> {
    // Who writes on meanwhile is sent behind.
    while (this.#underWay) await this.#underWay;
    if (this.unsaved.size === 0) return true;
    this.#underWay = this.#send(async (answers) => {
      const { saveAssessment } = await this.#api.ask(SaveAssessmentDocument, {
        input: { assessmentId: this.#id, answers },
      });
      return saveAssessment.errors;
    }).finally(() => (this.#underWay = null));
    return this.#underWay;
  }

  /** Sends all of it for good; returns whether it stands. */
  async submit(): Promise<boolean> {
    while (this.#underWay) await this.#underWay;
    this.#underWay = this.#send(async (answers) => {
      const { submitAssessment } = await this.#api.ask(SubmitAssessmentDocument, {
        input: { assessmentId: this.#id, answers },
      });
      return submitAssessment.errors;
    }).finally(() => (this.#underWay = null));
    return this.#underWay;
  }

  async #send(
    ask: (answers: (Written & { question: AssessmentQuestion })[]) => Promise<readonly ErrorWordsFragment[]>,
  ): Promise<boolean> {
    const sent = [...this.unsaved].map((question) => ({ question, ...this.of(question) }));
    this.saving = true;
    this.failure = '';
    try {
      this.errors = await ask(sent);
      this.away = false;
      if (this.errors.length > 0) return false;
      for (const { question, choice, note } of sent) {
        const now = this.of(question);
        if (now.choice === choice && now.note === note) this.unsaved.delete(question);
      }
      this.#keep();
      return true;
    } catch (failure) {
      this.away = true;
      this.failure = describeFailure(failure, this.#t);
      return false;
    } finally {
      this.saving = false;
    }
  }

  #keep(): void {
    if (this.unsaved.size === 0) return forgetDraft(this.#key);
    keepDraft(
      this.#key,
      Object.fromEntries([...this.unsaved].map((question) => [question, this.of(question)])),
    );
  }
}
