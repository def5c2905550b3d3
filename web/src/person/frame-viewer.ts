import type { FrameQuery, Skill, Standing } from '#web/gql/graphql.ts';

type Asked = NonNullable<FrameQuery['viewer']>;

/** Who looks at the page, as every page knows them: `page.data.viewer`. */
export type FrameViewer = Omit<Asked, 'person'> & {
  person: { id: string; handle: string; skills: Skill[]; languages: string[]; standing: Standing };
};
