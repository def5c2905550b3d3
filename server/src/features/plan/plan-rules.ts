import type { AskAnswers, Asset, Worry } from '../ask/ask-answers.ts';
import type { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import type { Skill } from '../../core/access/skill.ts';

/*
 * Which cards a local gets, and why: one row for each thing a coordinator would notice in the answers. Rows are in
 * order of importance. A card that several rows propose has the reason of the first; where there are more cards than
 * is realistic, the first rows win.
 */

/** Names a rule. Screens put it into words ("You have no press contact, so…"), so add and never rename. */
export const PlanReason = {
  ALWAYS: 'ALWAYS',
  WORRY_RUMORS: 'WORRY_RUMORS',
  WORRY_NOBODY_KNOWS: 'WORRY_NOBODY_KNOWS',
  WORRY_PRESS: 'WORRY_PRESS',
  WORRY_SAFETY: 'WORRY_SAFETY',
  WORRY_MONEY: 'WORRY_MONEY',
  WORRY_MORALE: 'WORRY_MORALE',
  WORRY_REPLACEMENTS: 'WORRY_REPLACEMENTS',
  WORRY_LEGAL: 'WORRY_LEGAL',
  NO_PRESS_CONTACT: 'NO_PRESS_CONTACT',
  NO_SPOKESPERSON: 'NO_SPOKESPERSON',
  NO_HARDSHIP_FUND: 'NO_HARDSHIP_FUND',
  NO_WEBSITE: 'NO_WEBSITE',
  NO_LOGO: 'NO_LOGO',
  NO_PHOTOS: 'NO_PHOTOS',
  NO_SOCIAL_ACCOUNTS: 'NO_SOCIAL_ACCOUNTS',
  SEVERAL_LANGUAGES: 'SEVERAL_LANGUAGES',
  AD_BUDGET: 'AD_BUDGET',
  SUPPORTER_LIST: 'SUPPORTER_LIST',
  SOCIAL_ACCOUNTS: 'SOCIAL_ACCOUNTS',
  STRIKE: 'STRIKE',
  CONTRACT_FIGHT: 'CONTRACT_FIGHT',
  ORGANIZING_DRIVE: 'ORGANIZING_DRIVE',
  BOYCOTT: 'BOYCOTT',
  COMMUNITY_FIGHT: 'COMMUNITY_FIGHT',
  SUGGESTED: 'SUGGESTED',
  PHOTOS: 'PHOTOS',
  NEED_SOCIAL_MEDIA: 'NEED_SOCIAL_MEDIA',
  NEED_WRITING: 'NEED_WRITING',
  NEED_GRAPHIC_DESIGN: 'NEED_GRAPHIC_DESIGN',
  NEED_ONLINE_VIDEO: 'NEED_ONLINE_VIDEO',
  NEED_WEB_DEVELOPMENT: 'NEED_WEB_DEVELOPMENT',
  NEED_TRAINING: 'NEED_TRAINING',
  NEED_ONLINE_ADVERTISING: 'NEED_ONLINE_ADVERTISING',
  NEED_STRATEGY: 'NEED_STRATEGY',
  /** A coordinator added the card by hand; no rule proposes it. */
  COORDINATOR: 'COORDINATOR',
} as const;
export type PlanReason = keyof typeof PlanReason;

export interface PlanRule {
  reason: PlanReason;
  /** Whether the answers are such. */
  when(answers: AskAnswers): boolean;
  /** The cards it proposes: templates by key, or all of one skill. */
  proposes: readonly string[] | { skill: Skill };
}

const worries = (worry: Worry) => (answers: AskAnswers) => answers.worries?.includes(worry) ?? false;
/** Answered "no". Not sure is no "no": nobody is told that they lack what they may have. */
const lacks = (asset: Asset) => (answers: AskAnswers) => answers.assets?.[asset] === false;
const has = (asset: Asset) => (answers: AskAnswers) => answers.assets?.[asset] === true;
const needs = (skill: Skill) => (answers: AskAnswers) => answers.needs?.includes(skill) ?? false;
const isA = (kind: CampaignKind) => (answers: AskAnswers) => answers.kind === kind;
/** Said "suggest it for us", or named nothing. */
const leavesItToUs = (answers: AskAnswers) =>
  answers.suggestForUs === true || (answers.needs ?? []).length === 0;

export const planRules: readonly PlanRule[] = [
  { reason: 'ALWAYS', when: () => true, proposes: ['scope-call', 'debrief'] },

  { reason: 'WORRY_RUMORS', when: worries('RUMORS'), proposes: ['rumor-reply', 'faq', 'message-map'] },
  {
    reason: 'WORRY_NOBODY_KNOWS',
    when: worries('NOBODY_KNOWS'),
    proposes: ['strike-site', 'why-we-strike-video', 'solidarity-toolkit', 'opinion-pack'],
  },
  {
    reason: 'WORRY_PRESS',
    when: worries('PRESS'),
    proposes: ['spokesperson-drill', 'press-kit', 'media-advisory'],
  },
  {
    reason: 'WORRY_SAFETY',
    when: worries('SAFETY'),
    proposes: ['picket-map', 'photo-intake', 'comment-moderation'],
  },
  {
    reason: 'WORRY_MONEY',
    when: worries('MONEY'),
    proposes: ['hardship-fund-page', 'fund-application-form'],
  },
  {
    reason: 'WORRY_MORALE',
    when: worries('MORALE'),
    proposes: ['daily-bulletin', 'member-profile', 'thank-you'],
  },
  { reason: 'WORRY_REPLACEMENTS', when: worries('REPLACEMENTS'), proposes: ['picket-map', 'digital-picket'] },
  { reason: 'WORRY_LEGAL', when: worries('LEGAL'), proposes: ['faq'] },

  {
    reason: 'NO_PRESS_CONTACT',
    when: lacks('PRESS_CONTACT'),
    proposes: ['press-list', 'press-kit', 'media-advisory'],
  },
  { reason: 'NO_SPOKESPERSON', when: lacks('SPOKESPERSON'), proposes: ['spokesperson-drill'] },
  { reason: 'NO_HARDSHIP_FUND', when: lacks('HARDSHIP_FUND'), proposes: ['hardship-fund-page'] },
  { reason: 'NO_WEBSITE', when: lacks('WEBSITE'), proposes: ['strike-site', 'handover'] },
  { reason: 'NO_LOGO', when: lacks('LOGO'), proposes: ['visual-kit'] },
  { reason: 'NO_PHOTOS', when: lacks('PHOTOS'), proposes: ['phone-video-lesson', 'photo-intake'] },
  {
    reason: 'NO_SOCIAL_ACCOUNTS',
    when: lacks('SOCIAL_ACCOUNTS'),
    proposes: ['hashtag-check', 'account-audit'],
  },
  {
    reason: 'SEVERAL_LANGUAGES',
    when: ({ languages = [] }) => languages.length > 1,
    proposes: ['core-translation'],
  },
  { reason: 'AD_BUDGET', when: has('AD_BUDGET'), proposes: ['targeted-ad'] },
  {
    reason: 'SUPPORTER_LIST',
    when: (answers) => has('SUPPORTER_LIST')(answers) || has('MEMBER_LIST')(answers),
    proposes: ['supporter-appeal'],
  },
  {
    reason: 'SOCIAL_ACCOUNTS',
    when: has('SOCIAL_ACCOUNTS'),
    proposes: ['account-audit', 'live-posting-shift', 'weekly-metrics'],
  },

  {
    reason: 'STRIKE',
    when: isA('STRIKE'),
    proposes: ['strike-vote-posts', 'picket-signs', 'picket-map', 'settlement-posts'],
  },
  { reason: 'CONTRACT_FIGHT', when: isA('CONTRACT_FIGHT'), proposes: ['message-map', 'settlement-posts'] },
  { reason: 'ORGANIZING_DRIVE', when: isA('ORGANIZING_DRIVE'), proposes: ['message-map', 'faq'] },
  { reason: 'BOYCOTT', when: isA('BOYCOTT'), proposes: ['boycott-explainer', 'solidarity-toolkit'] },
  {
    reason: 'COMMUNITY_FIGHT',
    when: isA('COMMUNITY_FIGHT'),
    proposes: ['solidarity-toolkit', 'rally-livestream'],
  },

  // What has helped others of this kind, when the local leaves it to us.
  {
    reason: 'SUGGESTED',
    when: (answers) => leavesItToUs(answers) && isA('STRIKE')(answers),
    proposes: [
      ...['message-map', 'hashtag-check', 'media-advisory', 'faq', 'live-posting-shift', 'daily-bulletin'],
      ...['photo-intake', 'rally-livestream', 'thank-you', 'handover'],
    ],
  },
  {
    reason: 'SUGGESTED',
    when: (answers) => leavesItToUs(answers) && !isA('STRIKE')(answers),
    proposes: [
      'message-map',
      'faq',
      'visual-kit',
      'solidarity-toolkit',
      'opinion-pack',
      'thank-you',
      'handover',
    ],
  },

  { reason: 'PHOTOS', when: has('PHOTOS'), proposes: ['photo-intake', 'member-profile'] },
  ...(
    [
      ['NEED_SOCIAL_MEDIA', 'SOCIAL_MEDIA'],
      ['NEED_WRITING', 'WRITING'],
      ['NEED_GRAPHIC_DESIGN', 'GRAPHIC_DESIGN'],
      ['NEED_ONLINE_VIDEO', 'ONLINE_VIDEO'],
      ['NEED_WEB_DEVELOPMENT', 'WEB_DEVELOPMENT'],
      ['NEED_TRAINING', 'TRAINING'],
      ['NEED_ONLINE_ADVERTISING', 'ONLINE_ADVERTISING'],
      ['NEED_STRATEGY', 'STRATEGY'],
    ] as const
  ).map(([reason, skill]) => ({ reason, when: needs(skill), proposes: { skill } })),
];

/** Cards that make sense in some fights alone. A local that did not say what it is may get any. */
export const onlyFor: Readonly<Record<string, readonly CampaignKind[]>> = {
  'strike-vote-posts': ['STRIKE'],
  'picket-map': ['STRIKE', 'BOYCOTT', 'COMMUNITY_FIGHT'],
  'picket-signs': ['STRIKE', 'BOYCOTT', 'COMMUNITY_FIGHT'],
  'why-we-strike-video': ['STRIKE'],
  'settlement-posts': ['STRIKE', 'CONTRACT_FIGHT'],
  'boycott-explainer': ['STRIKE', 'BOYCOTT'],
};

/** Cards that nobody needs once it has begun. Others of before the start still help: they move to now. */
export const uselessOnceBegun: readonly string[] = ['hashtag-check', 'strike-vote-posts'];

/** What is realistic, in plain figures. */
export const REALISTIC = {
  /** A first plan looks to the start and a week beyond, but no shorter and no longer than this. */
  minDays: 3,
  maxDays: 28,
  /** Without a date. */
  daysWithoutStart: 14,
  daysAfterStart: 7,
  /** So many people usually take a card on a day, and each gives so many hours. */
  volunteersADay: 2,
  hoursEach: 2,
  /** An hour of the local (supplying, answering, saying yes) carries so many hours of volunteers. */
  hoursCarriedByLocalHour: 4,
  /** Even a local without an hour to spare gets the call that begins it and the talk that ends it. */
  minHours: 4,
} as const;
