import type { Skill } from '#web/gql/graphql.ts';

/** Every skill, in the order people choose from. */
export const skills = [
  'WRITING',
  'GRAPHIC_DESIGN',
  'SOCIAL_MEDIA',
  'ONLINE_VIDEO',
  'WEB_DEVELOPMENT',
  'ONLINE_ADVERTISING',
  'TRAINING',
  'STRATEGY',
] as const satisfies readonly Skill[];

export function isSkill(value: unknown): value is Skill {
  return skills.includes(value as Skill);
}
