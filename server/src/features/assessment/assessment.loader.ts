import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import {
  readRoundsById,
  readRoundsOf,
  readSheets,
  type RoundRow,
  type SheetsOfRound,
} from './read-assessments.ts';

/** Rounds by row id; null for an id that none has. Whether one may read it is asked before. */
export const roundLoader = defineLoader<string, RoundRow | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const rounds = new Map((await readRoundsById(em, ids)).map((round) => [round.id, round]));
      return ids.map((id) => rounds.get(id) ?? null);
    }),
);

/** The last rounds of organizations, by row id. Whether one may read them is asked before. */
export const roundsOfLoader = defineLoader<string, RoundRow[]>(
  ({ em }) =>
    new DataLoader(async (organizationIds) => {
      const rounds = Map.groupBy(await readRoundsOf(em, organizationIds), (round) => round.organizationId);
      return organizationIds.map((id) => rounds.get(id) ?? []);
    }),
);

/** Sheets of rounds, by row id, as the signed-in person needs them. */
export const sheetsLoader = defineLoader<string, SheetsOfRound>(
  ({ em, viewerId }) =>
    new DataLoader(async (ids) => {
      const sheets = await readSheets(em, ids, viewerId);
      return ids.map((id) => sheets.get(id)!);
    }),
);
