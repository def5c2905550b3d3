import { RemoveFileDocument, UploadsDocument } from '#web/gql/graphql.ts';
import type { FilePlace } from './file-place.ts';

/** A card, for its organizers, or the work on it, for whoever holds it. */
export const cardPlace = (cardId: string, use: 'WORK' | 'CARD'): FilePlace => ({
  sentFor: { card: cardId, use },
  isThereAtOnce: use === 'CARD',
  uploads: async (api) => {
    const { node } = await api.ask(UploadsDocument, { cardId });
    const all = (node && 'uploads' in node && node.uploads) || [];
    return all.filter((file) => file.use === use);
  },
  remove: async (api, fileId) => (await api.ask(RemoveFileDocument, { input: { fileId } })).removeFile.errors,
});
