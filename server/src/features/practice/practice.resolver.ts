import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { eventLoader, sessionsLoader } from '../event/event.loader.ts';
import { EventSessionType, EventType, toSession } from '../event/event.type.ts';
import {
  cardsOfEventLoader,
  ownPracticeLoader,
  practiceCardLoader,
  practiceCountsLoader,
  waitingCountLoader,
  waitingPracticesLoader,
} from './practice.loader.ts';
import { mayAnswer, mayLayOut } from './practice.policy.ts';
import {
  PracticeCardType,
  PracticeConnection,
  PracticeCountsType,
  PracticeType,
  toPractice,
  toPracticeCard,
} from './practice.type.ts';
import { listPracticesOf, readPractice } from './read-practice.ts';

/** Practices of one person that are shown. */
export const MOST_OWN = 50;

@Resolver(() => EventSessionType)
export class SessionPractice {
  @FieldResolver(() => [PracticeCardType], { description: 'What can be practised, in its order.' })
  async practiceCards(
    @Root() { uuid, eventId }: EventSessionType,
    @Ctx() { loaders }: Context,
  ): Promise<PracticeCardType[]> {
    const cards = await loaders.of(cardsOfEventLoader).load(eventId);
    return cards.filter(({ sessionId }) => sessionId === uuid).map(toPracticeCard);
  }
}

@Resolver(() => EventType)
export class EventPractice {
  @FieldResolver(() => [PracticeCardType], {
    description:
      'All that can be practised at it, in its order; those whose session was taken off it among them.',
  })
  async practiceCards(@Root() { row }: EventType, @Ctx() { loaders }: Context): Promise<PracticeCardType[]> {
    return (await loaders.of(cardsOfEventLoader).load(row.id)).map(toPracticeCard);
  }
}

@Resolver(() => PracticeCardType)
export class PracticeCardResolver {
  @FieldResolver(() => EventType, { description: 'At which training.' })
  event(@Root() { row }: PracticeCardType, @Ctx() { loaders }: Context): Promise<EventType> {
    return loaders.of(eventLoader).load(row.eventId);
  }

  @FieldResolver(() => EventSessionType, {
    nullable: true,
    description: 'In which session; null where that was taken off the training.',
  })
  async session(
    @Root() { row }: PracticeCardType,
    @Ctx() { loaders }: Context,
  ): Promise<EventSessionType | null> {
    const sessions = await loaders.of(sessionsLoader).load(row.eventId);
    const found = sessions.find(({ id }) => id === row.sessionId);
    return found ? toSession(found) : null;
  }

  @FieldResolver(() => PracticeCountsType, { description: 'How many practise it, in numbers.' })
  async counts(@Root() { row }: PracticeCardType, @Ctx() { loaders }: Context): Promise<PracticeCountsType> {
    return Object.assign(new PracticeCountsType(), await loaders.of(practiceCountsLoader).load(row.id));
  }

  @FieldResolver(() => PracticeType, { nullable: true, description: 'Your go at it; null for none.' })
  async practice(
    @Root() { row }: PracticeCardType,
    @Ctx() { loaders }: Context,
  ): Promise<PracticeType | null> {
    const mine = await loaders.of(ownPracticeLoader).load(row.id);
    return mine && toPractice(mine);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may take it away.' })
  canManage(@Root() { row }: PracticeCardType, @Ctx() { viewer }: Context): boolean {
    return mayLayOut(viewer, row);
  }

  @FieldResolver(() => PracticeConnection, {
    nullable: true,
    description:
      'What others handed in and what waits for an answer, longest first. Null for all but who runs the training, and people of standing VETTED or LEAD with its skill.',
  })
  async waiting(
    @Root() { row }: PracticeCardType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<Counted<PracticeType> | null> {
    if (!viewer || !mayAnswer(viewer, row, row)) return null;
    const span = spanOf(page, 10);
    const which = { id: row.id, personId: viewer.personId };
    const rows = await loaders.of(waitingPracticesLoader).load({ ...which, span });
    return {
      ...spanToConnection(rows, span, {
        keys: ({ handedInAt, id }) => [handedInAt!, id],
        node: toPractice,
      }),
      count: () => loaders.of(waitingCountLoader).load(which),
    };
  }
}

@Resolver(() => PracticeType)
export class PracticeResolver {
  @FieldResolver(() => PracticeCardType, {
    nullable: true,
    description: 'At what; null where you may not read the training any more.',
  })
  async practiceCard(
    @Root() { row }: PracticeType,
    @Ctx() { loaders }: Context,
  ): Promise<PracticeCardType | null> {
    const card = await loaders.of(practiceCardLoader).load(row.cardId).catch(nullIfRefused);
    return card && toPracticeCard(card);
  }

  @FieldResolver(() => PersonType, { description: 'Who practises.' })
  person(@Root() { row }: PracticeType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(row.personId);
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who answered last; null before, and for who left.',
  })
  answeredBy(@Root() { row }: PracticeType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.answeredById ? loaders.of(personLoader).load(row.answeredById) : null;
  }
}

@Resolver(() => ViewerType)
export class ViewerPractices {
  @FieldResolver(() => [PracticeType], { description: 'What you practise and practised, newest first.' })
  async practices(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<PracticeType[]> {
    return (await listPracticesOf(em.getKysely(), viewer.personId, MOST_OWN)).map(toPractice);
  }
}

/** A practice by its row id, for whose it is and, once it is handed in, for who may answer it; null for everybody else. */
export async function findPractice(
  { em, loaders, viewer }: Context,
  uuid: string,
): Promise<PracticeType | null> {
  if (!viewer) return null;
  const found = await readPractice(em.getKysely(), uuid);
  if (!found) return null;
  if (found.personId === viewer.personId) return toPractice(found);
  const card = await loaders.of(practiceCardLoader).load(found.cardId).catch(nullIfRefused);
  return card && found.state === 'HANDED_IN' && mayAnswer(viewer, card, card) ? toPractice(found) : null;
}
