/** What a volunteer can do and a card asks for. */
export const Skill = {
  SOCIAL_MEDIA: 'SOCIAL_MEDIA',
  WRITING: 'WRITING',
  GRAPHIC_DESIGN: 'GRAPHIC_DESIGN',
  ONLINE_VIDEO: 'ONLINE_VIDEO',
  WEB_DEVELOPMENT: 'WEB_DEVELOPMENT',
  TRAINING: 'TRAINING',
  ONLINE_ADVERTISING: 'ONLINE_ADVERTISING',
  STRATEGY: 'STRATEGY',
} as const;
export type Skill = keyof typeof Skill;
