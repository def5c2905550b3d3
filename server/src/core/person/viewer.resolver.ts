import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { PersonType } from './person.type.ts';
import { readSessions } from './read-sessions.ts';
import { SessionType, toViewer, ViewerType } from './viewer.type.ts';
import { personLoader } from './person.loader.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'The signed-in person; null when signed out.' })
  viewer(@Ctx() { viewer }: Context): ViewerType | null {
    return viewer && toViewer(viewer);
  }

  @FieldResolver(() => PersonType, { description: 'The viewer as others see them.' })
  person(@Root() { viewer }: ViewerType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(viewer.personId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether they coordinate the whole programme.' })
  isCoordinator(@Root() { viewer }: ViewerType): boolean {
    return viewer.coordinator;
  }

  @FieldResolver(() => [SessionType], { description: 'The devices they are signed in on, last used first.' })
  sessions(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<SessionType[]> {
    return readSessions(em, viewer);
  }
}
