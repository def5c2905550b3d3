import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { Standing } from '../../core/access/standing.ts';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import type { PersonRow } from './read-people.ts';

@InputType('PeopleFilter', { description: 'Which people are looked for.' })
export class PeopleFilterInput {
  @Field(() => String, { nullable: true, description: 'A part of the handle; 50 characters at most.' })
  text?: string | null;

  @Field(() => Standing, { nullable: true, description: 'Only those of this standing.' })
  standing?: Standing | null;

  @Field(() => Skill, { nullable: true, description: 'Only those who can do this.' })
  skill?: Skill | null;
}

@ObjectType('DeskPerson', {
  implements: Node,
  description: 'Somebody who is here, as coordinators see them.',
})
export class DeskPersonType extends Node {
  /** Row id. */
  personId!: string;

  @Field(() => Int, { description: 'Cards they hold.' })
  held!: number;

  @Field(() => Int, { description: 'Cards they finished.' })
  finished!: number;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description:
      'When they were last here, to within five minutes; null when no device is signed in any more.',
  })
  lastSeenAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Since when they are on hold; null when not.',
  })
  heldSince!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why they are on hold, in the words of who decided; null when not.',
  })
  heldNote!: string | null;

  @Field(() => Standing, {
    nullable: true,
    description: 'What they were before the hold; null when not on hold.',
  })
  standingBefore!: Standing | null;
}

export const DeskPersonConnection = countedConnection('DeskPerson', () => DeskPersonType);

export function toDeskPerson({ id, handleKey: _key, ...row }: PersonRow): DeskPersonType {
  return Object.assign(new DeskPersonType(), {
    ...row,
    id: toGlobalId('DeskPerson', id),
    personId: id,
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    DeskPerson: true;
  }
}
