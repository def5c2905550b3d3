import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { CardType, toCardType } from '../../core/card/card.type.ts';
import { pageSize } from '../../platform/graphql/connection.ts';
import type { Context } from '../../core/access/context.ts';
import { mayAskFor } from './invitation.resolver.ts';
import { toInvitation } from './invitation.type.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { CardMatchType, PersonMatchType } from './match.type.ts';
import { isWorthAsking } from './match-rules.ts';
import { matchCards, type MatchedPerson } from './read-matches.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { peopleForCardLoader } from './match.loader.ts';

const PRESET = 10;

const first = () =>
  Arg('first', () => Int, { nullable: true, description: `How many, from 1 to 100; ${PRESET} if not said.` });

@Resolver(() => ViewerType)
export class ViewerMatches {
  @FieldResolver(() => [CardMatchType], {
    description: 'Open cards that fit you, best first. Empty while you take a break.',
  })
  async cardsForYou(
    @Root() { viewer }: ViewerType,
    @first() wanted: number | null,
    @Ctx() { em, reader }: Context,
  ): Promise<CardMatchType[]> {
    const matches = await matchCards(em, reader, viewer.personId);
    return matches.slice(0, pageSize({ first: wanted }, PRESET)).map(({ card, ...match }) => ({
      card: toCardType(card.row),
      reasons: match.reasons,
      isGood: isWorthAsking(match),
    }));
  }
}

@Resolver(() => CardType)
export class CardMatches {
  @FieldResolver(() => [PersonMatchType], {
    nullable: true,
    description:
      'Whom one could ask for it: who was asked and has not answered, then best first; empty unless it is OPEN. Null for all but its organizers and coordinators, and in a subscription.',
  })
  async peopleForThis(
    @Root() { row }: CardType,
    @first() wanted: number | null,
    @Ctx() context: Context,
  ): Promise<PersonMatchType[] | null> {
    if (!mayAskFor(context, row)) return null;
    const size = pageSize({ first: wanted }, PRESET);
    return (await context.loaders.of(peopleForCardLoader).load(row.id)).slice(0, size).map(toPersonMatch);
  }
}

/** A match as those see it who may ask people. */
export function toPersonMatch(match: MatchedPerson): PersonMatchType {
  return Object.assign(new PersonMatchType(), {
    personId: match.person.id,
    reasons: match.reasons,
    isGood: isWorthAsking(match),
    invitation: match.invitation && toInvitation(match.invitation),
  });
}

@Resolver(() => PersonMatchType)
export class PersonMatchResolver {
  @FieldResolver(() => PersonType, { description: 'Who.' })
  person(@Root() { personId }: PersonMatchType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }
}
