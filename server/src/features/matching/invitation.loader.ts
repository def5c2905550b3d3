import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { type InvitationRow, readInvitations } from './read-invitations.ts';

/** Who was asked to take cards. Whether one may see it is asked before. */
export const invitationsLoader = defineLoader<string, InvitationRow[]>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const invitations = await readInvitations(em, ids);
      return ids.map((id) => invitations.get(id) ?? []);
    }),
);
