import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { readsAsks } from './ask.policy.ts';
import { type AskType, toAsk } from './ask.type.ts';
import { readAlike, readAskedBefore, readAsksById } from './read-asks.ts';

/** Finds asks that were sent, for coordinators, all ids of one moment in one query. */
export const askLoader = defineLoader<string, AskType>(({ em, reader }) => {
  return new DataLoader<string, AskType>(async (ids) => {
    const rows = readsAsks(reader) ? await readAsksById(em, ids) : [];
    const asks = new Map(rows.map((row) => [row.id, toAsk(row)]));
    return ids.map((id) => asks.get(id) ?? notFound('ask'));
  });
});

/** Finds the asks that are like others, for coordinators, for all of one moment in two queries. */
export const alikeAsksLoader = defineLoader<string, AskType[]>(({ em, reader }) => {
  return new DataLoader(async (ids) => {
    const pairs = readsAsks(reader) ? await readAlike(em, ids) : [];
    const rows = await readAsksById(em, [...new Set(pairs.map(({ likeId }) => likeId))]);
    const asks = new Map(rows.map((row) => [row.id, toAsk(row, { listed: true })]));
    const alike = Map.groupBy(pairs, ({ askId }) => askId);
    return ids.map((id) => (alike.get(id) ?? []).flatMap(({ likeId }) => asks.get(likeId) ?? []));
  });
});

/** Whether the same contact had asked shortly before, for all asks of one moment in one query. */
export const askedBeforeLoader = defineLoader<string, boolean>(({ em }) => {
  return new DataLoader(async (ids) => {
    const before = await readAskedBefore(em, ids);
    return ids.map((id) => before.has(id));
  });
});
