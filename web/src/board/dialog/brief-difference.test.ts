import { expect, test } from 'vitest';
import { briefDifference, type Saying } from './brief-difference.ts';
import type { CardDetail } from './card-detail.ts';

const t = ((key: string) => key) as never;
const say: Saying = {
  skill: (skill) => skill.toLowerCase(),
  hours: (hours) => `${hours} h`,
  phase: (phase) => phase.toLowerCase(),
  moment: (at) => at.slice(0, 10),
  languages: (codes) => codes.join(', '),
};
const before = {
  title: 'A leaflet for the gate',
  deliverable: 'One page',
  localSupplies: '',
  outOfScope: '',
  caution: null,
  skill: 'WRITING',
  hours: 2,
  phase: 'ONGOING',
  dueAt: '2026-11-30T18:00:00Z',
  languages: ['en'],
  links: [{ label: 'Photos', url: 'https://a.example/1' }],
  checklist: ['Draft it', 'Show it'],
} satisfies NonNullable<CardDetail['briefBefore']>;

/** As one line: what is gone in brackets, what is new in braces. */
function lines(changes: object): Record<string, string> {
  const same = { ...before, checklist: before.checklist.map((text) => ({ id: text, text, done: true })) };
  const now = { ...same, ...changes } as unknown as CardDetail;
  const found = briefDifference(before, now, { t, say, language: 'en' }).map(({ label, pieces }) => [
    label,
    pieces
      .map(({ text, kind }) => (kind === 'same' ? text : kind === 'gone' ? `[${text}]` : `{${text}}`))
      .join(''),
  ]);
  return Object.fromEntries(found) as Record<string, string>;
}

test('what did not change is not shown, and a ticked step has not changed', () => {
  expect(lines({})).toEqual({});
});

test.each<[object, string, string]>([
  [{ title: 'A leaflet for both gates' }, 'board:form.field.title', 'A leaflet for [the gate]{both gates}'],
  [{ caution: 'Ask the lawyer' }, 'board:form.field.caution', '{Ask the lawyer}'],
  [{ hours: 4 }, 'board:dialog.hours', '[2 h ]{4 h}'],
  [{ skill: 'TRAINING' }, 'board:dialog.skill', '[writing ]{training}'],
  [{ phase: 'AFTER' }, 'board:dialog.phase', '[ongoing ]{after}'],
  [{ dueAt: null }, 'board:dialog.dueLabel', '[2026-11-30 ]{board:dialog.noDue}'],
  [{ languages: [] }, 'board:dialog.languages', '[en ]{board:dialog.brief.none}'],
  [
    { links: [{ label: 'Photos', url: 'https://a.example/2' }] },
    'board:dialog.links',
    '[Photos (https://a.example/1)\n]{Photos (https://a.example/2)\n}',
  ],
  [
    { checklist: [{ text: 'Draft it' }, { text: 'Ask Lou' }, { text: 'Show it' }] },
    'board:dialog.checklist',
    'Draft it\n{Ask Lou\n}Show it\n',
  ],
])('%o', (changes, label, line) => {
  expect(lines(changes)).toEqual({ [label]: line });
});

test('words of scripts without spaces between them are told apart', () => {
  const was = { ...before, title: '今天的传单' };
  const now = { ...was, title: '明天的传单', checklist: before.checklist.map((text) => ({ text })) };
  const [title] = briefDifference(was, now as unknown as CardDetail, { t, say, language: 'zh' });
  expect(title?.pieces.map(({ text }) => text)).toEqual(['今天', '明天', '的传单']);
});
