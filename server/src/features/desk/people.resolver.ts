import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { DeskType } from './desk.type.ts';
import { DeskPersonConnection, DeskPersonType, PeopleFilterInput, toDeskPerson } from './people.type.ts';
import { countPeople, placeOfPerson, readPeople } from './read-people.ts';

const PRESET = 50;

/** Whoever gets a desk is a coordinator: see `DeskResolver.desk`. */
@Resolver(() => DeskType)
export class DeskPeople {
  @FieldResolver(() => DeskPersonConnection, {
    description:
      'All people who are here, in the order of their handles. The filter of the desk does not count.',
  })
  async people(
    @Arg('filter', () => PeopleFilterInput, { nullable: true, description: 'Which of them.' })
    filter: PeopleFilterInput | null,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { em }: Context,
  ): Promise<Counted<DeskPersonType>> {
    const span = spanOf(page, PRESET);
    const rows = await readPeople(em, filter ?? {}, span);
    return {
      ...spanToConnection(rows, span, { keys: placeOfPerson, node: toDeskPerson }),
      count: () => countPeople(em.fork(), filter ?? {}),
    };
  }
}

@Resolver(() => DeskPersonType)
export class DeskPersonResolver {
  @FieldResolver(() => PersonType, { description: 'Who it is.' })
  person(@Root() { personId }: DeskPersonType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }
}
