import type { FilePlace } from '#web/file/file-place.ts';
import { EventUploadsDocument, RemoveEventFileDocument } from '#web/gql/graphql.ts';

/** An event, for its hosts. */
export const eventPlace = (eventId: string): FilePlace => ({
  sentFor: { event: eventId, use: 'EVENT' },
  isThereAtOnce: true,
  uploads: async (api) => {
    const { node } = await api.ask(EventUploadsDocument, { eventId });
    return (node && 'uploads' in node && node.uploads) || [];
  },
  remove: async (api, fileId) =>
    (await api.ask(RemoveEventFileDocument, { input: { fileId } })).removeEventFile.errors,
});
