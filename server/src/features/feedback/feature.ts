import { sql } from 'kysely';
import { Skill } from '../../core/access/skill.ts';
import { older } from '../../platform/db/older.ts';
import { type Feature, jobKind } from '../../platform/feature.ts';
import { cutAt } from '../../platform/graphql/list-bounds.ts';
import { createCatalogue } from '../../platform/mail/mail-words.ts';
import { askForFeedback, askLater, FEEDBACK_QUEUE, type FeedbackJob } from './ask-for-feedback.ts';
import { Feedback, FeedbackBalance, FeedbackEdition, FeedbackSum } from './feedback.entity.ts';
import { EventFeedback, FeedbackFormResolver } from './feedback.resolver.ts';
import { FEEDBACK_DAYS } from './feedback-time.ts';
import { MOST_TEXTS } from './read-feedback.ts';
import { sayDoor } from './say-door.ts';

/** What people wrote goes so long after the event; its figures stay with the event. */
export const ANSWER_DAYS = 180;

const SKILLS = Object.keys(Skill).length;

export const feedback: Feature = {
  name: 'feedback',
  entities: [FeedbackEdition, Feedback, FeedbackSum],
  resolvers: [EventFeedback, FeedbackFormResolver],
  lists: {
    'Event.feedbackTexts': cutAt(MOST_TEXTS),
    'Event.wishes': SKILLS,
    'Feedback.nextSkills': SKILLS,
    'FeedbackSum.balance': Object.keys(FeedbackBalance).length,
    'FeedbackSum.wishes': SKILLS,
  },
  services: ({ languages }) => ({ feedbackWords: createCatalogue('feedback', languages) }),
  jobs: [
    jobKind<FeedbackJob>({
      queue: FEEDBACK_QUEUE,
      retries: { retryLimit: 10, retryDelay: 5, retryBackoff: true },
      run: askForFeedback,
    }),
  ],
  doors: (services) => [sayDoor(services)],
  hearsEvents: askLater,
  agesOut: [
    // When an answer can be changed no more, nobody has to know whose it is.
    sql`update feedback set person_id = null, registration_id = null from event where event.id = event_id
      and ${older('event.ends_at', FEEDBACK_DAYS + 1)} and (person_id is not null or registration_id is not null)`,
    sql`delete from feedback using event where event.id = event_id and ${older('event.ends_at', ANSWER_DAYS)}`,
  ],
  erasesPerson: { gone: { feedback: 'person_id' } },
};
