import { sql } from 'kysely';
import { Skill } from '../../core/access/skill.ts';
import type { Feature } from '../../platform/feature.ts';
import { WORDS } from '../../platform/graphql/list-bounds.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { eventFileDoor } from './event-calendar.ts';
import { listedEvents, pictureOfEvent } from './event-picture.ts';
import { MOST } from './event-words.ts';
import { Event, EventSession } from './event.entity.ts';
import { eventLoader } from './event.loader.ts';
import { EventMutations } from './event.mutations.ts';
import { EventPartyResolver, EventResolver, NotificationEvent } from './event.resolver.ts';
import { findSession } from './find-session.ts';
import { MOST_REPEATS } from './repeat-event.ts';

export const event: Feature = {
  name: 'event',
  entities: [Event, EventSession],
  resolvers: [EventMutations, EventResolver, EventPartyResolver, NotificationEvent],
  nodes: {
    Event: ({ loaders }, uuid) => loaders.of(eventLoader).load(uuid).catch(nullIfRefused),
    EventSession: findSession,
  },
  lists: {
    'Event.languages': WORDS.languages,
    'Event.parties': MOST.parties,
    'Event.sessions': MOST.sessions,
    'Event.speakers': MOST.speakers,
    'EventSession.materials': WORDS.links,
    'EventSession.skills': Object.keys(Skill).length,
    'RepeatEventPayload.events': MOST_REPEATS,
  },
  services: (services, features) => ({
    eventListeners: features.flatMap(({ hearsEvents }) => hearsEvents?.(services) ?? []),
    eventHelpers: features.flatMap(({ helpsAtEvents }) => helpsAtEvents ?? []),
  }),
  doors: (services) => [eventFileDoor(services)],
  pictures: { event: pictureOfEvent },
  listedPages: listedEvents,
  hearsBoards: () => ({
    erased: async ({ db, campaignId }) => {
      await sql`delete from notification where event_id in (select id from event where campaign_id = ${campaignId})`.execute(
        db,
      );
      await sql`delete from event where campaign_id = ${campaignId}`.execute(db);
    },
  }),
  erasesPerson: { forgotten: { event: ['created_by_id'] } },
};
