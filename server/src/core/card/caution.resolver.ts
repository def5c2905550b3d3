import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { PersonType } from '../person/person.type.ts';
import { CardType } from './card.type.ts';
import { personLoader } from '../person/person.loader.ts';

@Resolver(() => CardType)
export class CardCaution {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'The organizer who ticked the caution; null while nobody has.',
  })
  cautionClearedBy(@Root() { row }: CardType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.cautionClearedById ? loaders.of(personLoader).load(row.cautionClearedById) : null;
  }
}
