import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskAnswers, Asset, Worry } from '../ask/ask-answers.ts';
import { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { Skill } from '../../core/access/skill.ts';
import { cardTemplates } from '../../../test/support/templates.ts';
import type { Edition } from '../template/card-templates.ts';
import { planFor, proposedBy, realisticHours } from './plan-for.ts';
import { planRules } from './plan-rules.ts';

const templates: Edition[] = cardTemplates;
const now = new Date('2026-03-02T12:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();

/** What is on the board, as `key` by reason. */
function planned(answers: AskAnswers): Record<string, string> {
  const { items } = planFor(answers, templates, now);
  return Object.fromEntries(
    items.filter(({ included }) => included).map(({ templateKey, reason }) => [templateKey, reason]),
  );
}

const itemOf = (answers: AskAnswers, key: string) =>
  planFor(answers, templates, now).items.find(({ templateKey }) => templateKey === key);
/** Answers that leave nothing to us, so that one rule shows at a time. */
const few: AskAnswers = { needs: ['STRATEGY'], localHoursPerWeek: 40, startsAt: inDays(20) };

describe('by example', () => {
  test('whatever is answered: a call to begin, a talk to end', () => {
    expect(planned(few)).toEqual({ 'scope-call': 'ALWAYS', debrief: 'ALWAYS' });
    expect(planned({})).toMatchObject({ 'scope-call': 'ALWAYS', debrief: 'ALWAYS' });
  });

  test.each<[string, AskAnswers, Record<string, string>]>([
    [
      'no press contact',
      { assets: { PRESS_CONTACT: false } },
      {
        'press-list': 'NO_PRESS_CONTACT',
        'press-kit': 'NO_PRESS_CONTACT',
        'media-advisory': 'NO_PRESS_CONTACT',
      },
    ],
    [
      'rumors',
      { worries: ['RUMORS'] },
      { 'rumor-reply': 'WORRY_RUMORS', faq: 'WORRY_RUMORS', 'message-map': 'WORRY_RUMORS' },
    ],
    ['two languages', { languages: ['en', 'es'] }, { 'core-translation': 'SEVERAL_LANGUAGES' }],
    ['money for advertising', { assets: { AD_BUDGET: true } }, { 'targeted-ad': 'AD_BUDGET' }],
    ['a boycott', { kind: 'BOYCOTT' }, { 'boycott-explainer': 'BOYCOTT', 'solidarity-toolkit': 'BOYCOTT' }],
    [
      'video wanted by a strike',
      { kind: 'STRIKE', needs: ['ONLINE_VIDEO'] },
      {
        'why-we-strike-video': 'NEED_ONLINE_VIDEO',
        'rally-livestream': 'NEED_ONLINE_VIDEO',
        'thank-you': 'NEED_ONLINE_VIDEO',
      },
    ],
    [
      '“suggest it for us”',
      { kind: 'COMMUNITY_FIGHT', suggestForUs: true },
      { 'message-map': 'SUGGESTED', 'opinion-pack': 'SUGGESTED', 'rally-livestream': 'COMMUNITY_FIGHT' },
    ],
  ])('%s', (_what, answers, cards) => {
    expect(planned({ ...few, ...answers })).toMatchObject(cards);
  });

  test('not sure about the press is not told that it has no press contact', () => {
    expect(planned({ ...few, assets: {} })).not.toHaveProperty('press-list');
    expect(planned({ ...few, languages: ['en'] })).not.toHaveProperty('core-translation');
  });

  test('a boycott gets no strike vote, whatever skills it wants', () => {
    expect(itemOf({ ...few, kind: 'BOYCOTT', needs: ['SOCIAL_MEDIA'] }, 'strike-vote-posts')).toBeUndefined();
  });

  test('a card that two rules propose has the reason of the more important one', () => {
    expect(planned({ ...few, worries: ['RUMORS'], needs: ['WRITING'] })['faq']).toBe('WORRY_RUMORS');
  });

  test('a strike that began yesterday: the hashtag is too late, the questions and answers are due tomorrow', () => {
    const answers: AskAnswers = { ...few, kind: 'STRIKE', startsAt: inDays(-1), suggestForUs: true };
    expect(itemOf(answers, 'hashtag-check')).toMatchObject({ included: false, leftOut: 'LATE' });
    expect(itemOf(answers, 'faq')).toMatchObject({ included: true, dueOffsetHours: 48 });
    expect(itemOf(answers, 'strike-vote-posts')).toMatchObject({ included: false, leftOut: 'LATE' });
    expect(itemOf(answers, 'media-advisory')).toMatchObject({ included: true, dueOffsetHours: 34 });
  });

  test('three weeks in, the first 72 hours are over and what goes on moves to tomorrow', () => {
    const answers: AskAnswers = { ...few, kind: 'STRIKE', startsAt: inDays(-21) };
    expect(itemOf(answers, 'picket-signs')).toMatchObject({ included: false, leftOut: 'LATE' });
    const daily = itemOf({ ...answers, worries: ['MORALE'] }, 'daily-bulletin');
    expect(daily).toMatchObject({ included: true, dueOffsetHours: 22 * 24 });
  });

  test('what is realistic: volunteers we find in the time there is, and no more than the local can carry', () => {
    expect(realisticHours({ startsAt: inDays(7) }, now)).toBe(14 * 2 * 2);
    expect(realisticHours({ startsAt: inDays(7), localHoursPerWeek: 2 }, now)).toBe(2 * 2 * 4);
    expect(realisticHours({ startsAt: inDays(300) }, now)).toBe(28 * 2 * 2);
    expect(realisticHours({ startsAt: inDays(-40) }, now)).toBe(3 * 2 * 2);
    expect(realisticHours({ startsAt: 'soon' }, now)).toBe(14 * 2 * 2);
    expect(realisticHours({ localHoursPerWeek: 0 }, now)).toBe(4);
  });

  test('more than is realistic is left unticked, the less important first', () => {
    const answers: AskAnswers = {
      ...few,
      worries: ['RUMORS'],
      needs: ['WEB_DEVELOPMENT'],
      localHoursPerWeek: 1,
    };
    expect(realisticHours(answers, now)).toBe(15);
    expect(itemOf(answers, 'message-map')).toMatchObject({ included: true });
    expect(itemOf(answers, 'digital-picket')).toMatchObject({ included: false, leftOut: 'TOO_MUCH' });
  });
});

const subsetOf = <T>(all: T[]) => fc.subarray(all, { minLength: 0 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const someAnswers: fc.Arbitrary<AskAnswers> = fc
  .record({
    kind: maybe(fc.constantFrom(...Object.values(CampaignKind))),
    startsAt: maybe(fc.integer({ min: -500, max: 500 }).map(inDays)),
    assets: maybe(
      fc
        .tuple(...Object.values(Asset).map((asset) => fc.constantFrom([asset, true], [asset, false], null)))
        .map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== null) as [Asset, boolean][])),
    ),
    worries: maybe(subsetOf(Object.values(Worry))),
    languages: maybe(subsetOf(['en', 'es', 'ar'])),
    needs: maybe(subsetOf(Object.values(Skill))),
    suggestForUs: maybe(fc.boolean()),
    localHoursPerWeek: maybe(fc.integer({ min: 0, max: 168 })),
  })
  .map((answers) => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)));
/** The templates as coordinators may have left them: some retired, hours and due moments changed. */
const someTemplates: fc.Arbitrary<Edition[]> = fc
  .array(
    fc.record({
      retired: fc.boolean(),
      hours: fc.integer({ min: 1, max: 160 }),
      due: fc.integer({ min: -2000, max: 2000 }),
    }),
    {
      minLength: templates.length,
      maxLength: templates.length,
    },
  )
  .map((changes) =>
    templates.map((template, index) => {
      const { retired, hours, due } = changes[index]!;
      const dueOffsetHours = template.dueOffsetHours === null ? null : due;
      return { ...template, version: index + 1, retired, hours: hours / 4, dueOffsetHours };
    }),
  );
const hoursOf = (all: Edition[], plan: ReturnType<typeof planFor>) =>
  plan.items
    .filter(({ included }) => included)
    .reduce((sum, { templateKey }) => sum + all.find(({ key }) => key === templateKey)!.hours, 0);

describe('whatever is answered', () => {
  const anyPlan = fc.tuple(someAnswers, fc.oneof(fc.constant(templates), someTemplates));

  test('the same answers give the same plan, in whatever order they were ticked', () => {
    fc.assert(
      fc.property(anyPlan, ([answers, all]) => {
        const turned = {
          ...answers,
          ...(answers.worries && { worries: answers.worries.toReversed() }),
          ...(answers.needs && { needs: answers.needs.toReversed() }),
          ...(answers.languages && { languages: answers.languages.toReversed() }),
        };
        expect(planFor(turned, all, now)).toEqual(planFor(answers, all, now));
      }),
    );
  });

  test('every card has the reason of a rule that applies and proposes it, and is a template in use', () => {
    fc.assert(
      fc.property(anyPlan, ([answers, all]) => {
        const { items } = planFor(answers, all, now);
        for (const { templateKey, templateVersion, reason } of items) {
          const template = all.find(({ key }) => key === templateKey);
          expect(template).toMatchObject({ version: templateVersion, retired: false });
          const rules = planRules.filter((rule) => rule.reason === reason && rule.when(answers));
          expect(rules.flatMap((rule) => proposedBy(rule, all))).toContain(template);
        }
        expect(new Set(items.map(({ templateKey }) => templateKey)).size).toBe(items.length);
      }),
    );
  });

  test('nothing is due in the past, and what is left out says why', () => {
    fc.assert(
      fc.property(anyPlan, ([answers, all]) => {
        for (const { included, leftOut, dueOffsetHours } of planFor(answers, all, now).items) {
          expect(included).toBe(leftOut === null);
          if (!answers.startsAt || dueOffsetHours === null) continue;
          expect(Date.parse(answers.startsAt) + dueOffsetHours * 3_600_000).toBeGreaterThan(now.getTime());
        }
      }),
    );
  });

  test('no more hours than are realistic', () => {
    fc.assert(
      fc.property(anyPlan, ([answers, all]) => {
        const plan = planFor(answers, all, now);
        expect(hoursOf(all, plan)).toBeLessThanOrEqual(plan.hoursRealistic);
      }),
    );
  });

  test('more needs and worries never cost what every local gets', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (answers, more) => {
        const all = {
          ...answers,
          needs: [...(answers.needs ?? []), ...(more.needs ?? [])],
          worries: more.worries ?? [],
        };
        const { items } = planFor(all, templates, now);
        for (const key of ['scope-call', 'debrief']) {
          expect(items.find(({ templateKey }) => templateKey === key)).toMatchObject({ included: true });
        }
      }),
    );
  });
});

test('every template that comes with the product is named by a rule, or wanted by skill in some fight', () => {
  const named = planRules.flatMap((rule) => ('skill' in rule.proposes ? [] : rule.proposes));
  expect(named.filter((key) => !templates.some((template) => template.key === key))).toEqual([]);
  expect(templates.map(({ key }) => key).filter((key) => !named.includes(key))).toEqual([]);
});
