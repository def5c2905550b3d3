import { isDeepStrictEqual } from 'node:util';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { fileLoader } from '../../core/file/file.loader.ts';
import { FileType, toFileType } from '../../core/file/file.type.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { mayManageEvent } from '../event/event.policy.ts';
import { EventType } from '../event/event.type.ts';
import { sumLoader } from '../feedback/feedback.loader.ts';
import { FeedbackFormType, FeedbackSumType, toSum } from '../feedback/feedback.type.ts';
import { composeRecap } from './compose-recap.ts';
import { readHelpers, readOwnTakeaways, readTakeaways } from './read-recap.ts';
import { mayApproveRecap, mayPreviewRecap, readOthers } from './recap-policy.ts';
import { recapLoader } from './recap.loader.ts';
import { RecapDeskType, RecapType, TakeawayType, toRecap, toTakeaway } from './recap.type.ts';

@Resolver(() => EventType)
export class EventRecap {
  @FieldResolver(() => RecapType, {
    nullable: true,
    description: 'What you missed; null until the local said yes to it.',
  })
  async recap(@Root() { row }: EventType, @Ctx() { loaders }: Context): Promise<RecapType | null> {
    const { published } = await loaders.of(recapLoader).load(row.id);
    return published && toRecap(row.id, published);
  }

  @FieldResolver(() => RecapDeskType, {
    nullable: true,
    description:
      'The recap before it is public. Null until the event is over, and for all but the local’s organizers and approvers, and coordinators.',
  })
  async recapDesk(
    @Root() { row: event }: EventType,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<RecapDeskType | null> {
    if (!viewer || viewer.standing === 'SUSPENDED' || !mayPreviewRecap(viewer, event)) return null;
    if (event.phase !== 'OVER') return null;
    const row = await loaders.of(recapLoader).load(event.id);
    const { edition, preparedAt, leftOut } = row;
    return Object.assign(new RecapDeskType(), { event, row, edition, preparedAt, leftOut });
  }
}

@Resolver(() => RecapType)
export class RecapResolver {
  @FieldResolver(() => FeedbackSumType, {
    nullable: true,
    description: 'What people said of it; null below five answers, and where hosts keep it to themselves.',
  })
  async feedback(
    @Root() { eventId, withFeedback }: RecapType,
    @Ctx() { loaders }: Context,
  ): Promise<FeedbackSumType | null> {
    const sum = withFeedback && (await loaders.of(sumLoader).load(eventId));
    return sum ? toSum(sum) : null;
  }

  @FieldResolver(() => [FileType], {
    description:
      'Slides and files of the event that were there when it was made, in their order; those that were removed are gone.',
  })
  async eventFiles(
    @Root() { page: { eventFiles = [] }, filesBelow }: RecapType,
    @Ctx() { loaders }: Context,
  ): Promise<FileType[]> {
    const files = await Promise.all(eventFiles.map(({ id }) => loaders.of(fileLoader).load(id)));
    return files.flatMap((file, index) =>
      file ? [toFileType({ ...file, name: eventFiles[index]!.name }, filesBelow)] : [],
    );
  }
}

@Resolver(() => RecapDeskType)
export class RecapDeskResolver {
  @FieldResolver(() => RecapType, { description: 'As it would be if it was made now.' })
  async draft(@Root() { event, row }: RecapDeskType, @Ctx() { services, em }: Context): Promise<RecapType> {
    return toRecap(event.id, await composeRecap(services, em, event, row));
  }

  @FieldResolver(() => RecapType, {
    nullable: true,
    description: 'What waits for the yes, or has it; null while nobody asked for one.',
  })
  prepared(@Root() { event, row }: RecapDeskType): RecapType | null {
    return row.prepared && toRecap(event.id, row.prepared);
  }

  @FieldResolver(() => Boolean, { description: 'Whether something changed since a yes was asked for.' })
  async isStale(@Root() { event, row }: RecapDeskType, @Ctx() { services, em }: Context): Promise<boolean> {
    if (!row.prepared) return false;
    return !isDeepStrictEqual(row.prepared, await composeRecap(services, em, event, row));
  }

  @FieldResolver(() => Boolean, { description: 'Whether what waits is public already.' })
  isPublic(@Root() { row }: RecapDeskType): boolean {
    return row.published !== null && row.publishedEdition === row.edition;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who asked for the yes; null for nobody, and for somebody who left.',
  })
  preparedBy(@Root() { row }: RecapDeskType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.preparedById ? loaders.of(personLoader).load(row.preparedById) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may change it.' })
  canPrepare(@Root() { event }: RecapDeskType, @Ctx() { viewer }: Context): boolean {
    return viewer !== null && mayManageEvent(viewer, event);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether you may say yes to what waits: not to what you prepared, where somebody else may.',
  })
  async canPublish(@Root() { event, row }: RecapDeskType, @Ctx() { viewer, em }: Context): Promise<boolean> {
    if (!viewer || !row.prepared || !mayApproveRecap(viewer, event)) return false;
    if (row.preparedById !== viewer.personId) return true;
    return (await readOthers(em.getKysely(), event, viewer.personId)).length === 0;
  }

  @FieldResolver(() => [TakeawayType], { description: 'All lines that came, in their order.' })
  async takeaways(@Root() { event }: RecapDeskType, @Ctx() { em }: Context): Promise<TakeawayType[]> {
    return (await readTakeaways(em.getKysely(), event.id)).map(toTakeaway);
  }

  @FieldResolver(() => [String], {
    description: 'Who let people in at the door, by handle: you may want to thank them.',
  })
  async helpers(@Root() { event }: RecapDeskType, @Ctx() { em }: Context): Promise<string[]> {
    return (await readHelpers(em.getKysely(), event.id)).map(({ handle }) => handle);
  }
}

@Resolver(() => FeedbackFormType)
export class FeedbackFormTakeaways {
  @FieldResolver(() => [TakeawayType], { description: 'Lines that came by this place.' })
  async takeaways(@Root() { place }: FeedbackFormType, @Ctx() { em }: Context): Promise<TakeawayType[]> {
    return (await readOwnTakeaways(em.getKysely(), place)).map(toTakeaway);
  }
}
