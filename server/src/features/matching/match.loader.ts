import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { type MatchedPerson, matchPeople } from './read-matches.ts';

/** Who fits cards. Whether one may see it is asked before. */
export const peopleForCardLoader = defineLoader<string, MatchedPerson[]>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const people = await matchPeople(em, ids);
      return ids.map((id) => people.get(id) ?? []);
    }),
);
