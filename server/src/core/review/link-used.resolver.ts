import { Resolver, FieldResolver, Root, Ctx } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { personLoader } from '../person/person.loader.ts';
import { PersonType } from '../person/person.type.ts';
import { LinkUsedType } from './link-used.type.ts';
import { BoardEventType } from '../board/board-event.type.ts';
import { linkUsedLoader } from './approval-link.loader.ts';

@Resolver(() => LinkUsedType)
export class LinkUsedResolver {
  @FieldResolver(() => PersonType, { description: 'Who made it.' })
  madeBy(@Root() { madeById }: LinkUsedType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(madeById);
  }
}

@Resolver(() => BoardEventType)
export class BoardEventLink {
  @FieldResolver(() => LinkUsedType, {
    nullable: true,
    description:
      'The link that needs no account, where it was done by one; null otherwise, and for all but the team.',
  })
  byLink(@Root() event: BoardEventType, @Ctx() { loaders }: Context): Promise<LinkUsedType | null> | null {
    const { kind, actorId, cardUuid: cardId, revision } = event;
    const mayBe = actorId === null && (kind === 'CARD_APPROVED' || kind === 'CHANGES_REQUESTED');
    return mayBe && cardId ? loaders.of(linkUsedLoader).load({ cardId, revision }) : null;
  }
}
