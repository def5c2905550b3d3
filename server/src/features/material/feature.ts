import type { Feature } from '../../platform/feature.ts';
import { cutAt } from '../../platform/graphql/list-bounds.ts';
import { Material } from './material.entity.ts';
import { materialPlace } from './material-place.ts';
import { EventFileMutations, EventFiles, EventSessionFiles, FileShown } from './material.resolver.ts';
import { MOST_OF_EVENT, MOST_OF_SESSION } from './read-material.ts';

export const material: Feature = {
  name: 'material',
  entities: [Material],
  resolvers: [EventFiles, EventSessionFiles, FileShown, EventFileMutations],
  lists: {
    'Event.files': MOST_OF_EVENT,
    'EventSession.files': MOST_OF_SESSION,
    'Event.uploads': cutAt(2 * MOST_OF_EVENT),
  },
  filePlaces: [materialPlace],
};
