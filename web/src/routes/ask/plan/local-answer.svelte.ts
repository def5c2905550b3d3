import type { PlanInWordsFragment } from '#web/gql/graphql.ts';
import { forgetDraft, keepDraft, readDraft } from '#web/form/draft.ts';
import { SvelteSet } from 'svelte/reactivity';

/** What the local would have otherwise, while it reads a plan: for the go as for writing back. Kept in this browser. */
export class LocalAnswer {
  readonly struck = new SvelteSet<string>();
  title = $state('');
  word = $state('');
  readonly #key: string;

  constructor(plan: PlanInWordsFragment) {
    this.#key = `plan-answer:${plan.id}`;
    this.title = plan.localTitle ?? plan.title ?? '';
    for (const { templateKey, included, struck } of plan.items) {
      if (included && struck) this.struck.add(templateKey);
    }
    this.#restore(plan);
  }

  /** Call when something was changed: it lives through a reload. */
  touched(): void {
    keepDraft(this.#key, { struck: [...this.struck], title: this.title, word: this.word });
  }

  /** It was sent. */
  sent(): void {
    this.word = '';
    forgetDraft(this.#key);
  }

  /** As both mutations take it. */
  get changes(): { leaveOut: string[]; title: string } {
    return { leaveOut: [...this.struck], title: this.title };
  }

  #restore({ items }: PlanInWordsFragment): void {
    const kept = readDraft(this.#key) as Partial<Record<'struck' | 'title' | 'word', unknown>> | null;
    if (typeof kept?.title === 'string') this.title = kept.title;
    if (typeof kept?.word === 'string') this.word = kept.word;
    if (!Array.isArray(kept?.struck)) return;
    this.struck.clear();
    // The coordinator may have taken some of them off meanwhile.
    for (const { templateKey, included } of items) {
      if (included && kept.struck.includes(templateKey)) this.struck.add(templateKey);
    }
  }
}
