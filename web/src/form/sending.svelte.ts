import { describeError, describeFailure, describeFieldError } from '#web/errors/describe-error.ts';
import type { ErrorWordsFragment } from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';

/**
 * The way of one form to the server: one request at a time, the refusals of each field, one sentence for the
 * rest. What was typed is not touched.
 */
export class Sending {
  step = $state<'idle' | 'sending' | 'done'>('idle');
  #errors = $state.raw<readonly ErrorWordsFragment[]>([]);
  #failure = $state('');
  readonly #t: Translate;
  readonly #fields: readonly string[];

  /**
   * `fields` have a place of their own for their refusal; others show in the sentence beside the button. `errors` are
   * those with which the page came, where the form was sent without a script.
   */
  constructor(
    t: Translate,
    fields: readonly string[] = [],
    errors: readonly ErrorWordsFragment[] | undefined = [],
  ) {
    this.#t = t;
    this.#fields = fields;
    this.#errors = errors;
  }

  /** Sends; returns whether the server did it. A second call while one is under way does nothing. */
  async send(ask: () => Promise<readonly ErrorWordsFragment[]>): Promise<boolean> {
    if (this.step === 'sending') return false;
    this.step = 'sending';
    this.#errors = [];
    this.#failure = '';
    try {
      this.#errors = await ask();
    } catch (failure) {
      this.#failure = describeFailure(failure, this.#t);
    }
    const done = this.#errors.length === 0 && this.#failure === '';
    this.step = done ? 'done' : 'idle';
    return done;
  }

  /** To be called when the person types again: "saved" is not true any more. */
  touched = (): void => {
    if (this.step === 'done') this.step = 'idle';
  };

  /** What is wrong with a field, in words. */
  problemOf(field: string): string | undefined {
    return describeFieldError(this.#errors, field, this.#t);
  }

  /** What went wrong apart from the fields, in words, or an empty text. */
  get problem(): string {
    if (this.#failure) return this.#failure;
    const named = this.#fields.map((field) => this.problemOf(field)).filter(Boolean);
    const rest = this.#errors.find(
      (error) =>
        error.__typename !== 'InvalidInput' ||
        !this.#fields.some((field) => error.field === field || error.field.endsWith(`.${field}`)),
    );
    return rest ? describeError(rest, this.#t) : named.length > 0 ? this.#t('errors:INVALID_INPUT') : '';
  }
}
