import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CampaignRow } from '../campaign/read-campaigns.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { CardType } from '../card/card.type.ts';

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

@ObjectType('Board', {
  implements: Node,
  description: 'The cards of one campaign, and the log of their changes.',
})
export class BoardType extends Node {
  campaignRow!: Pick<CampaignRow, 'id' | 'boardId' | 'organizationId'>;
}

/** The board of a campaign as outsiders see it. */
export function toBoard(campaignRow: BoardType['campaignRow']): BoardType {
  return Object.assign(new BoardType(), { id: toGlobalId('Board', campaignRow.boardId), campaignRow });
}
