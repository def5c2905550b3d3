import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import type { Facts, PathFacts } from './next-step-rules.ts';
import { readFacts } from './read-facts.ts';

/** What the rules look at of the viewer, read once in an operation. */
export const factsLoader = defineLoader<string, Facts & PathFacts>(
  ({ em, reader }) => new DataLoader((ids) => Promise.all(ids.map((id) => readFacts(em, reader, id)))),
);
