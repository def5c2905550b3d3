import { sql } from 'kysely';
import { Skill } from '../access/skill.ts';
import { TRACE_DAYS, older } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { CUT, WORDS } from '../../platform/graphql/list-bounds.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import type { ErasedPerson } from './erased-person.ts';
import { Person, Session } from './person.entity.ts';
import { personLoader } from './person.loader.ts';
import { PersonMutations } from './person.mutations.ts';
import { PersonResolver } from './person.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';

const SKILLS = Object.keys(Skill).length;

export const person: Feature = {
  name: 'person',
  entities: [Person, Session],
  resolvers: [PersonMutations, PersonResolver, ViewerResolver],
  nodes: {
    Person: ({ loaders }, uuid) => loaders.of(personLoader).load(uuid).catch(nullIfRefused),
  },
  lists: {
    'EndOtherSessionsPayload.sessions': 1,
    'EndSessionPayload.sessions': CUT,
    'Person.languages': WORDS.languages,
    'Person.skills': SKILLS,
    'Viewer.sessions': CUT,
  },
  services: (services, features) => ({
    erasedPeople: features.flatMap(({ erasesPerson }): ErasedPerson[] =>
      erasesPerson ? [erasesPerson] : [],
    ),
    rightsListeners: features.flatMap(({ hearsRights }) => hearsRights?.(services) ?? []),
  }),
  agesOut: [sql`delete from session where ${older('expires_at', TRACE_DAYS)}`],
  erasesPerson: { gone: { session: 'person_id' } },
};
