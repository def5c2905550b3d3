import { diffArrays, diffWords } from 'diff';
import type { Translate } from '#web/words/words.ts';
import type { CardDetail } from './card-detail.ts';

type Before = NonNullable<CardDetail['briefBefore']>;

/** A piece of a text: as it was and is, taken out, or new. */
export interface Piece {
  text: string;
  kind: 'same' | 'gone' | 'new';
}

export interface Difference {
  label: string;
  pieces: Piece[];
}

/** How what is no text reads. */
export interface Saying {
  skill(skill: Before['skill']): string;
  hours(hours: number): string;
  phase(phase: Before['phase']): string;
  moment(at: string): string;
  languages(codes: readonly string[]): string;
}

/** What a card asks for by now, against what its holder knows: only what differs, in the order of the card. */
export function briefDifference(
  before: Before,
  now: CardDetail,
  { t, say, language }: { t: Translate; say: Saying; language: string },
): Difference[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const words = (was: string, is: string) =>
    diffWords(was, is, { intlSegmenter: segmenter }).map(({ value, added, removed }) =>
      piece(value, { added, removed }),
    );
  const lines = (was: string[], is: string[]) =>
    diffArrays(was, is).flatMap(({ value, added, removed }) =>
      value.map((line) => piece(`${line}\n`, { added, removed })),
    );
  const whole = (was: string, is: string) => [
    piece(`${was || t('board:dialog.brief.none')} `, { removed: true }),
    piece(is || t('board:dialog.brief.none'), { added: true }),
  ];
  const link = ({ label, url }: { label: string; url: string }) =>
    label && label !== url ? `${label} (${url})` : url;
  const moment = (at: string | null | undefined) => (at ? say.moment(at) : t('board:dialog.noDue'));

  const texts = ['title', 'deliverable', 'localSupplies', 'outOfScope', 'caution'] as const;
  const differences: (Difference | null)[] = [
    ...texts.map((field) =>
      differs(t(`board:form.field.${field}`), before[field] ?? '', now[field] ?? '', words),
    ),
    differs(t('board:dialog.skill'), say.skill(before.skill), say.skill(now.skill), whole),
    differs(t('board:dialog.hours'), say.hours(before.hours), say.hours(now.hours), whole),
    differs(t('board:dialog.dueLabel'), moment(before.dueAt), moment(now.dueAt), whole),
    differs(t('board:dialog.phase'), say.phase(before.phase), say.phase(now.phase), whole),
    differs(
      t('board:dialog.languages'),
      say.languages(before.languages),
      say.languages(now.languages),
      whole,
    ),
    differs(t('board:dialog.links'), before.links.map(link), now.links.map(link), lines),
    differs(
      t('board:dialog.checklist'),
      before.checklist,
      now.checklist.map(({ text }) => text),
      lines,
    ),
  ];
  return differences.filter((difference) => difference !== null);
}

const piece = (text: string, { added, removed }: { added?: boolean; removed?: boolean }): Piece => ({
  text,
  kind: added ? 'new' : removed ? 'gone' : 'same',
});

function differs<Value extends string | string[]>(
  label: string,
  was: Value,
  is: Value,
  compare: (was: Value, is: Value) => Piece[],
): Difference | null {
  const isSame = Array.isArray(was) ? was.join('\n') === (is as string[]).join('\n') : was === is;
  return isSame ? null : { label, pieces: compare(was, is) };
}
