import { expect, test } from 'vitest';
import { stepLink } from './step-links.ts';

const training = { kind: 'TRAINING', skill: 'WRITING' } as const;
const adviser = { kind: 'ADVISER', skill: 'STRATEGY' } as const;
const card = { kind: 'TEMPLATE', skill: 'WRITING', templateKey: 'message-map' } as const;
const campaign = (slug: string, canManage: boolean, endedAt: string | null = null) => ({
  ...{ slug, endedAt, viewer: { canManage } },
});
const both = new Set(['/events', '/bench']);

test.each([
  [training, [], both, '/events?kind=TRAINING&skill=WRITING'],
  [adviser, [], both, '/bench?skill=STRATEGY'],
  [training, [], new Set<string>(), '/need-help'],
  [adviser, [], new Set<string>(), '/need-help'],
  [card, [campaign('a', true)], both, '/c/a/board?template=message-map'],
  [
    card,
    [campaign('old', true, '2026-01-01T00:00:00Z'), campaign('b', true)],
    both,
    '/c/b/board?template=message-map',
  ],
  [card, [campaign('c', false)], both, '/c/c/board'],
  [card, [campaign('old', true, '2026-01-01T00:00:00Z')], both, '/need-help'],
  [card, [], both, '/need-help'],
])('%j leads to a page that is there', (step, campaigns, has, href) => {
  expect(stepLink(step, campaigns, has).href).toBe(href);
});
