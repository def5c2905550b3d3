import { ObjectType, Field, ID, Int } from 'type-graphql';
import { CardType } from './card.type.ts';

@ObjectType('BoardSnapshot', {
  description: 'The whole board at one moment, from which `boardChanges` goes on.',
})
export class BoardSnapshotType {
  @Field(() => ID, { description: 'Names this history of the board.' })
  epoch!: string;

  @Field(() => Int, { description: 'The last change that is in it.' })
  revision!: number;

  @Field(() => [CardType], { description: 'All cards you may read, by position.' })
  cards!: CardType[];
}
