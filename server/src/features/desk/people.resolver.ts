import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import {
  type Connection,
  PageArgs,
  pageSize,
  readCursor,
  toConnection,
} from '../../platform/graphql/connection.ts';
import { DeskType } from './desk.type.ts';
import { DeskPersonConnection, DeskPersonType, PeopleFilterInput, toDeskPerson } from './people.type.ts';
import { placeOfPerson, readPeople } from './read-people.ts';

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
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em }: Context,
  ): Promise<Connection<DeskPersonType>> {
    const size = pageSize(page, PRESET);
    const rows = await readPeople(em, filter ?? {}, { limit: size + 1, after: readCursor(page.after) });
    return toConnection(rows, { size, after: page.after, keys: placeOfPerson, node: toDeskPerson });
  }
}

@Resolver(() => DeskPersonType)
export class DeskPersonResolver {
  @FieldResolver(() => PersonType, { description: 'Who it is.' })
  person(@Root() { personId }: DeskPersonType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }
}
