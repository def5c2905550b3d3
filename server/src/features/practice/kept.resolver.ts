import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { CardType, toCardType } from '../../core/card/card.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { eventLoader } from '../event/event.loader.ts';
import { EventType } from '../event/event.type.ts';
import { keepCardForTraining } from './keep-card-for-training.ts';
import { keptCardsLoader } from './practice.loader.ts';
import { KeepCardForTrainingInput, KeepCardForTrainingPayload } from './practice.type.ts';

@Resolver(() => CardType)
export class KeptCards {
  @FieldResolver(() => EventType, {
    nullable: true,
    description:
      'For whose guests an open card is kept until `keptUntil`; null for none, and where you may not read that training.',
  })
  keptFor(@Root() { row }: CardType, @Ctx() { loaders }: Context): Promise<EventType | null> | null {
    return row.keptFor && row.status === 'OPEN'
      ? loaders.of(eventLoader).load(row.keptFor).catch(nullIfRefused)
      : null;
  }

  @Mutation(() => KeepCardForTrainingPayload, {
    description:
      'Keep an open public card for those who are checked in at a training, until hours after its end; or give it back to everybody. For organizers of the local whose card it is.',
  })
  keepCardForTraining(
    @Arg('input', () => KeepCardForTrainingInput, { description: 'What the mutation takes.' })
    { cardId, sessionId, hours }: KeepCardForTrainingInput,
    @Ctx() context: Context,
  ): Promise<KeepCardForTrainingPayload> {
    return answer(async () => {
      const id = rowId('Card', cardId);
      await keepCardForTraining(context.services, signedIn(context), {
        ...{ cardId: id, hours },
        sessionId: sessionId == null ? null : rowId('EventSession', sessionId),
      });
      return { card: await context.loaders.of(cardLoader).clear(id).load(id) };
    });
  }
}

@Resolver(() => EventType)
export class EventKeptCards {
  @FieldResolver(() => [CardType], {
    description: 'Open cards that are kept for those who are checked in there; 50 at most.',
  })
  async keptCards(@Root() { row }: EventType, @Ctx() { loaders }: Context): Promise<CardType[]> {
    return (await loaders.of(keptCardsLoader).load(row.id)).map(toCardType);
  }
}
