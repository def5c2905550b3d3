import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { findPersonByHandle } from '../../core/person/find-person.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { type Counted, spanOf, spanToConnection } from '../../platform/graphql/connection.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { adviserLoader, slotsLoader } from './adviser.loader.ts';
import {
  AdviserConnection,
  AdvisersArgs,
  AdviserType,
  AdvisingType,
  HoursExceptionType,
  OfficeHoursType,
  SlotsArgs,
  toAdviser,
  toHoursException,
  toOfficeHours,
} from './adviser.type.ts';
import { MOST_SLOTS } from './free-slots.ts';
import { countAdvisers, listAdvisers, readExceptionRows, readHoursRows } from './read-bench.ts';
import { readAdvising } from './read-advising.ts';
import { SlotType, toSlot } from './slot.type.ts';

const PAGE = 20;
const PRESET_SLOTS = 100;
/** How far the first free slot is looked for (days). */
const SOON_DAYS = 21;
const MOST_TOPIC_WORDS = 60;

@Resolver(() => AdviserType)
export class AdviserResolver {
  @Query(() => AdviserConnection, {
    nullable: true,
    description: 'Who is on the bench and takes no break, by handle. What everybody may see of them.',
  })
  async advisers(
    @Args(() => AdvisersArgs) { skill, language, topic, ...page }: AdvisersArgs,
    @Ctx() { em }: Context,
  ): Promise<Counted<AdviserType>> {
    const span = spanOf(page, PAGE);
    const words = plainText(topic, { field: 'topic', max: MOST_TOPIC_WORDS, optional: true });
    const filter = { skill, language, topic: words };
    const rows = await listAdvisers(em, filter, span);
    return {
      ...spanToConnection(rows, span, { keys: ({ handleKey }) => [handleKey], node: toAdviser }),
      count: () => countAdvisers(em.fork(), filter),
    };
  }

  @Query(() => AdviserType, {
    nullable: true,
    description: 'The adviser of that handle; null for who is not on the bench.',
  })
  async adviser(
    @Arg('handle', () => String, { description: 'Their handle, in any case.' }) handle: string,
    @Ctx() { em, loaders }: Context,
  ): Promise<AdviserType | null> {
    const personId = await findPersonByHandle(em, handle);
    const row = personId && (await loaders.of(adviserLoader).load(personId));
    return row ? toAdviser(row) : null;
  }

  @FieldResolver(() => PersonType, { description: 'Who it is.' })
  person(@Root() { personId }: AdviserType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }

  @FieldResolver(() => [SlotType], {
    nullable: true,
    description:
      'What can be booked with them, soonest first; at least an hour ahead. Null for whoever is signed out.',
  })
  async slots(
    @Root() { personId }: AdviserType,
    @Args(() => SlotsArgs) { from = null, to = null, first }: SlotsArgs,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<SlotType[] | null> {
    const size = first ?? PRESET_SLOTS;
    if (size < 1 || size > MOST_SLOTS)
      throw new InvalidInput('first', 'OUT_OF_RANGE', `Ask for 1 to ${MOST_SLOTS} at a time.`, {
        limit: MOST_SLOTS,
      });
    if (!viewer) return null;
    const slots = await loaders.of(slotsLoader).load({ personId, from, to });
    return slots.slice(0, size).map(toSlot);
  }

  @FieldResolver(() => SlotType, {
    nullable: true,
    description: 'The first of them within three weeks; null where there is none, and when signed out.',
  })
  async nextSlot(
    @Root() { personId }: AdviserType,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<SlotType | null> {
    if (!viewer) return null;
    const day = Math.ceil(Date.now() / 86_400_000);
    const to = new Date((day + SOON_DAYS) * 86_400_000);
    const [first] = await loaders.of(slotsLoader).load({ personId, from: null, to });
    return first ? toSlot(first) : null;
  }
}

@Resolver(() => ViewerType)
export class ViewerAdvising {
  @FieldResolver(() => AdvisingType, { description: 'Your side of the bench.' })
  advising(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<AdvisingType> {
    return readAdvising(em, viewer);
  }
}

@Resolver(() => AdvisingType)
export class AdvisingResolver {
  @FieldResolver(() => [OfficeHoursType], { description: 'Your hours that come again; seven at most.' })
  async hours(@Root() { personId }: AdvisingType, @Ctx() { em }: Context): Promise<OfficeHoursType[]> {
    return ((await readHoursRows(em, [personId])).get(personId) ?? []).map(toOfficeHours);
  }

  @FieldResolver(() => [HoursExceptionType], {
    description: 'Dates to come that are not as your hours say, soonest first; sixty at most.',
  })
  async exceptions(
    @Root() { personId }: AdvisingType,
    @Ctx() { em }: Context,
  ): Promise<HoursExceptionType[]> {
    return ((await readExceptionRows(em, [personId])).get(personId) ?? []).map(toHoursException);
  }
}
