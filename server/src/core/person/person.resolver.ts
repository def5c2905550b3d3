import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { Standing } from '../access/standing.ts';
import { PersonType } from './person.type.ts';
import { Skill } from '../access/skill.ts';

@Resolver(() => PersonType)
export class PersonResolver {
  @FieldResolver(() => [Skill], {
    nullable: true,
    description: 'Null for those who may not see the profile.',
  })
  skills(@Root() person: PersonType, @Ctx() context: Context): Skill[] | null {
    return mayReadProfile(context, person) ? person.profile.skills : null;
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'Language tags (BCP 47). Null for those who may not see the profile.',
  })
  languages(@Root() person: PersonType, @Ctx() context: Context): string[] | null {
    return mayReadProfile(context, person) ? person.profile.languages : null;
  }

  @FieldResolver(() => Standing, {
    nullable: true,
    description: 'Null for those who may not see the profile.',
  })
  standing(@Root() person: PersonType, @Ctx() context: Context): Standing | null {
    return mayReadProfile(context, person) ? person.profile.standing : null;
  }

  @FieldResolver(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When they joined. Null for those who may not see the profile.',
  })
  joinedAt(@Root() person: PersonType, @Ctx() context: Context): Date | null {
    return mayReadProfile(context, person) ? person.profile.joinedAt : null;
  }
}

/** Beyond the handle, a person is seen by themselves, by coordinators, and by people of any local. */
export function mayReadProfile({ viewer, reader }: Context, person: PersonType): boolean {
  return viewer?.personId === person.uuid || reader.teamOf === 'EVERY' || reader.teamOf.size > 0;
}
