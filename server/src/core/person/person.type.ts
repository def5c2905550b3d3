import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../platform/graphql/node.type.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import type { PersonRow } from './person.entity.ts';
import { Standing } from '../access/standing.ts';
import { Skill } from '../access/skill.ts';

registerEnumType(Skill, {
  name: 'Skill',
  description: 'What a volunteer can do, and what a card asks for.',
  valuesConfig: {
    SOCIAL_MEDIA: { description: 'Social media.' },
    WRITING: { description: 'Writing for the web.' },
    GRAPHIC_DESIGN: { description: 'Graphic design.' },
    ONLINE_VIDEO: { description: 'Online video.' },
    WEB_DEVELOPMENT: { description: 'Web development.' },
    TRAINING: { description: 'Training people in digital tools.' },
    ONLINE_ADVERTISING: { description: 'Online advertising.' },
    STRATEGY: { description: 'Strategy, for scoping what is needed.' },
  },
});
registerEnumType(Standing, {
  name: 'Standing',
  description:
    'How far a person is trusted in the whole programme. Earned by two pieces of work that were approved, or given by a coordinator. A vouch of a local’s people is none of it: it opens the campaigns of that local.',
  valuesConfig: {
    NEW: { description: 'Just joined: reads public cards, holds one at a time.' },
    VETTED: { description: 'Reads cards for vetted people too, and may review their craft.' },
    LEAD: { description: 'Like VETTED, by a coordinator’s word: somebody others can turn to.' },
    SUSPENDED: { description: 'On hold: reads what anyone may read, and changes nothing.' },
  },
});

@ObjectType('Person', {
  implements: Node,
  description: 'Somebody who helps, known by a handle. We hold no name, no address and no e-mail.',
})
export class PersonType extends Node {
  /** Row id. */
  uuid!: string;

  @Field(() => String, {
    description: 'The name they go by here; of somebody who left a made-up one that says nothing.',
  })
  handle!: string;

  @Field(() => Boolean, {
    description:
      'Whether they left and had themselves erased. Say “a person who left” instead of the handle.',
  })
  hasLeft!: boolean;

  profile!: { skills: Skill[]; languages: string[]; standing: Standing; joinedAt: Date };
}

/** The person as outsiders see one; the fields of `profile` have a resolver that looks at who reads. */
export function toPerson(row: PersonRow): PersonType {
  return Object.assign(new PersonType(), {
    id: toGlobalId('Person', row.id),
    uuid: row.id,
    handle: row.handle,
    hasLeft: row.erasedAt !== null,
    profile: {
      skills: row.skills,
      languages: row.languages,
      standing: row.standing,
      joinedAt: row.createdAt,
    },
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Person: true;
  }
}
