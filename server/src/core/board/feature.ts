import { findBoard } from './board.resolver.ts';
import { keepHistory } from './history.ts';
import { forgetRequests, scheduleForgetting } from './request-mark.ts';
import { RETENTION } from '../../platform/jobs/retention-queue.ts';
import { CampaignBoard } from './campaign.mutations.ts';
import { CampaignMutations } from './campaign.mutations.ts';
import { jobKind, type Feature } from '../../platform/feature.ts';
import { Turns } from './turns.ts';
import { Board, BoardEvent } from './board.entity.ts';
import { BoardEventResolver, BoardResolver } from './board.resolver.ts';
import { Card } from './card.entity.ts';
import { History } from './history.entity.ts';

export const board: Feature = {
  name: 'board',
  nodes: { Board: findBoard },
  jobs: [jobKind({ ...RETENTION, of: 'forget', run: (services) => forgetRequests(services) })],
  starts: async (services) => {
    await keepHistory(services, { restored: services.config.restored });
    await scheduleForgetting(services);
  },
  services: (services, features) => ({
    turns: new Turns(services.orm),
    boardListeners: features.flatMap(({ hearsBoards }) => hearsBoards?.(services) ?? []),
  }),
  entities: [Board, BoardEvent, History, Card],
  resolvers: [CampaignMutations, CampaignBoard, BoardEventResolver, BoardResolver],
};
