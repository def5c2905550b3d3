import { sql } from 'kysely';
import { older } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { CUT, cutAt, WORDS } from '../../platform/graphql/list-bounds.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { MOST_CARDS } from './create-practice-card.ts';
import { guestsOfTraining } from './keep-card-for-training.ts';
import { EventKeptCards, KeptCards } from './kept.resolver.ts';
import { Practice, PracticeCard } from './practice.entity.ts';
import { practiceCardLoader } from './practice.loader.ts';
import { practiceDoors } from './practice-doors.ts';
import { PracticeMutations } from './practice.mutations.ts';
import {
  EventPractice,
  findPractice,
  MOST_OWN,
  PracticeCardResolver,
  PracticeResolver,
  SessionPractice,
  ViewerPractices,
} from './practice.resolver.ts';
import { toPracticeCard } from './practice.type.ts';

/** A practice that was not finished is forgotten so long after it was begun. */
export const UNFINISHED_DAYS = 365;

export const practice: Feature = {
  name: 'practice',
  entities: [PracticeCard, Practice],
  resolvers: [
    PracticeMutations,
    SessionPractice,
    EventPractice,
    PracticeCardResolver,
    PracticeResolver,
    ViewerPractices,
    KeptCards,
    EventKeptCards,
  ],
  nodes: {
    PracticeCard: async ({ loaders }, uuid) => {
      const row = await loaders.of(practiceCardLoader).load(uuid).catch(nullIfRefused);
      return row && toPracticeCard(row);
    },
    Practice: findPractice,
  },
  doors: practiceDoors,
  guestsOf: guestsOfTraining,
  lists: {
    'Event.practiceCards': CUT,
    'Event.keptCards': CUT,
    'EventSession.practiceCards': MOST_CARDS,
    'PracticeCard.checklist': WORDS.checklist,
    'PracticeCard.links': WORDS.links,
    'Practice.links': WORDS.links,
    'Viewer.practices': cutAt(MOST_OWN),
  },
  agesOut: [sql`delete from practice where state <> 'DONE' and ${older('started_at', UNFINISHED_DAYS)}`],
  erasesPerson: {
    gone: { practice: 'person_id' },
    forgotten: { practice_card: ['created_by_id'] },
    // Words of theirs to others go with them; that somebody said so stays.
    also: (db, personId) =>
      sql`update practice set answered_by_id = null, answer = '' where answered_by_id = ${personId}`.execute(
        db,
      ),
  },
};
