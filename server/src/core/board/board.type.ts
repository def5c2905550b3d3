import { ObjectType } from 'type-graphql';
import type { CampaignRow } from '../campaign/read-campaigns.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';

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

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Board: true;
  }
}
