import { sql } from 'kysely';
import { type Feature, jobKind } from '../../platform/feature.ts';
import { RETENTION } from '../../platform/jobs/retention-queue.ts';
import { Board, BoardEvent } from './board.entity.ts';
import { BoardEventResolver, BoardResolver, findBoard, findBoardEvent } from './board.resolver.ts';
import { CampaignBoard, CampaignMutations } from './campaign.mutations.ts';
import { Card } from './card.entity.ts';
import { History } from './history.entity.ts';
import { keepHistory } from './history.ts';
import { forgetRequests, scheduleForgetting } from './request-mark.ts';
import { Turns } from './turns.ts';
import { BoardUndo } from './undo.entity.ts';
import { forgetHolder, forgetUndos, UNDO_OVER, type UndoOverJob } from './undo.ts';

export const board: Feature = {
  name: 'board',
  entities: [Board, BoardEvent, BoardUndo, History, Card],
  resolvers: [CampaignMutations, CampaignBoard, BoardEventResolver, BoardResolver],
  nodes: { Board: findBoard },
  parts: { BoardEvent: findBoardEvent },
  services: (services, features) => ({
    turns: new Turns(services.orm),
    boardListeners: features.flatMap(({ hearsBoards }) => hearsBoards?.(services) ?? []),
  }),
  jobs: [
    jobKind({ ...RETENTION, of: 'forget', run: (services) => forgetRequests(services) }),
    jobKind<UndoOverJob>({ ...RETENTION, of: 'undoOver', run: forgetUndos }),
  ],
  starts: async (services) => {
    await keepHistory(services, { restored: services.config.restored });
    await scheduleForgetting(services);
  },
  agesOut: [UNDO_OVER],
  hearsBoards: () => ({
    erased: ({ db, id }) => sql`delete from board_undo where board_id = ${id}`.execute(db),
  }),
  erasesPerson: { gone: { board_undo: 'person_id' }, also: forgetHolder },
};
