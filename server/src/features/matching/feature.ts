import { sql } from 'kysely';
import { Skill } from '../../core/access/skill.ts';
import type { Feature } from '../../platform/feature.ts';
import { CUT } from '../../platform/graphql/list-bounds.ts';
import { Availability } from './availability.entity.ts';
import { ViewerAvailability } from './availability.resolver.ts';
import { Invitation } from './invitation.entity.ts';
import { CardInvitations, InvitationResolver, ViewerInvitations } from './invitation.resolver.ts';
import { CardMatches, PersonMatchResolver, ViewerMatches } from './match.resolver.ts';

/** What may be asked with `first`, and stands here for what comes when it is not said. */
const MATCHES = { most: 10, look: 200 };
const SKILLS = Object.keys(Skill).length;

export const matching: Feature = {
  name: 'matching',
  entities: [Availability, Invitation],
  resolvers: [
    CardInvitations,
    InvitationResolver,
    ViewerInvitations,
    CardMatches,
    PersonMatchResolver,
    ViewerAvailability,
    ViewerMatches,
  ],
  lists: {
    'Availability.notKinds': 5,
    'Availability.notSkills': SKILLS,
    'Card.invitations': CUT,
    'Card.peopleForThis': MATCHES,
    'CardMatch.reasons': 12,
    'PersonMatch.reasons': 12,
    'Viewer.cardsForYou': MATCHES,
    'Viewer.invitations': CUT,
  },
  hearsBoards: () => ({
    inUse: async ({ db }, cards) => {
      const { rows } = await sql<{ id: string }>`select card_id as id from invitation
        where card_id = any(${cards}::uuid[])`.execute(db);
      return rows.map(({ id }) => id);
    },
    erased: ({ db, id }) =>
      sql`delete from invitation where card_id in (select id from card where board_id = ${id})`.execute(db),
  }),
  erasesPerson: {
    gone: { availability: 'person_id', invitation: 'person_id' },
    forgotten: { invitation: ['invited_by_id'] },
  },
};
