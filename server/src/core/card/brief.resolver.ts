import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { Sensitivity } from '../access/sensitivity.ts';
import { levelFor } from '../access/viewer.ts';
import { dueAsSeenBy } from '../board/read-cards.ts';
import { briefChange } from './brief.ts';
import { BriefType, toBrief } from './brief.type.ts';
import { CardType } from './card.type.ts';

@Resolver(() => CardType)
export class CardBrief {
  @FieldResolver(() => GraphQLDateTimeISO, {
    nullable: true,
    description:
      'Since when it asks for something else than its holder knows; null once they said that it is still fine.',
  })
  briefChangedAt(@Root() { row }: CardType): Date | null {
    return briefChange(row)?.since ?? null;
  }

  // Words that were taken out are for those who have read them: others never did.
  @FieldResolver(() => BriefType, {
    nullable: true,
    description:
      'What it asked for before, where `briefChangedAt` is set; for whoever holds it and the team, null for others. In a ' +
      'subscription: by class of viewers.',
  })
  briefBefore(@Root() { row }: CardType, @Ctx() { reader, viewer }: Context): BriefType | null {
    const isHolder =
      viewer !== null && (viewer.personId === row.holderId || viewer.personId === row.partnerId);
    if (!isHolder && levelFor(reader, row) !== Sensitivity.TEAM) return null;
    const change = briefChange(row);
    return change && toBrief(change.before, row);
  }
}

@Resolver(() => BriefType)
export class BriefDue {
  @FieldResolver(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was due; null for never, and where it would give away a hidden T-0.',
  })
  dueAt(@Root() { due, dueOffsetHours, card }: BriefType, @Ctx() { reader }: Context): Date | null {
    const dueAt = due === null ? null : new Date(due);
    if (dueOffsetHours === null) return dueAt;
    // Whoever may know when it is due by now may know when it was.
    return dueAsSeenBy(reader, { ...card, dueAt: null, dueOffsetHours, startsAt: new Date(0) }) && dueAt;
  }
}
