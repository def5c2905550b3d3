import { CampaignBoard } from './campaign.mutations.ts';
import { CampaignMutations } from './campaign.mutations.ts';
import type { Feature } from '../../platform/feature.ts';
import { Turns } from './turns.ts';
import { Board, BoardEvent } from './board.entity.ts';
import { BoardEventResolver, BoardResolver } from './board.resolver.ts';
import { Card } from './card.entity.ts';
import { History } from './history.entity.ts';

export const board: Feature = {
  name: 'board',
  services: (services, features) => ({
    turns: new Turns(services.orm),
    boardListeners: features.flatMap(({ hearsBoards }) => hearsBoards?.(services) ?? []),
  }),
  entities: [Board, BoardEvent, History, Card],
  resolvers: [CampaignMutations, CampaignBoard, BoardEventResolver, BoardResolver],
};
