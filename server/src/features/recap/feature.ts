import { sql } from 'kysely';
import { older, TRACE_DAYS } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { cutAt, WORDS } from '../../platform/graphql/list-bounds.ts';
import { MOST_OF_EVENT } from '../material/read-material.ts';
import { FEEDBACK_DAYS } from '../feedback/feedback-time.ts';
import { MOST_NAMES, MOST_PICKED } from './compose-recap.ts';
import { findTakeaway } from './find-takeaway.ts';
import { MOST_TAKEAWAYS } from './read-recap.ts';
import { MOST_ITEMS, RecapPartKind } from './recap-parts.ts';
import { pictureOfRecap } from './recap-picture.ts';
import { RecapLink } from './recap-link.entity.ts';
import { RecapDeskLinks, RecapLinkMutations } from './recap-link.resolver.ts';
import { MOST_LINKS } from './recap-link.ts';
import { recapFileDoor } from './recap-file-door.ts';
import { Recap, RecapFigureKind, Takeaway } from './recap.entity.ts';
import { RecapMutations } from './recap.mutations.ts';
import { EventRecap, FeedbackFormTakeaways, RecapDeskResolver, RecapResolver } from './recap.resolver.ts';
import { MOST_OWN } from './takeaways.ts';

/** Lines that nobody picked go so long after the event. */
const UNPICKED_DAYS = 60;
const PARTS = Object.keys(RecapPartKind).length;

export const recap: Feature = {
  name: 'recap',
  entities: [Recap, RecapLink, Takeaway],
  resolvers: [
    ...[RecapMutations, EventRecap, RecapResolver, RecapDeskResolver, FeedbackFormTakeaways],
    ...[RecapLinkMutations, RecapDeskLinks],
  ],
  nodes: { Takeaway: findTakeaway },
  lists: {
    'FeedbackForm.takeaways': MOST_OWN,
    'Recap.figures': Object.keys(RecapFigureKind).length,
    'Recap.eventFiles': MOST_OF_EVENT,
    'Recap.files': WORDS.links,
    'Recap.hosts': MOST_NAMES,
    'Recap.parts': PARTS,
    'Recap.presenters': MOST_NAMES,
    'Recap.sponsors': MOST_NAMES,
    'Recap.takeaways': MOST_PICKED,
    'Recap.volunteers': MOST_NAMES,
    'RecapDesk.changesAsked': cutAt(MOST_LINKS),
    'RecapDesk.helpers': cutAt(50),
    'RecapDesk.leftOut': PARTS,
    'RecapDesk.links': cutAt(MOST_LINKS),
    'RecapDesk.takeaways': cutAt(MOST_TAKEAWAYS),
    'RecapPart.items': MOST_ITEMS,
  },
  services: (_services, features) => ({ recapParts: features.flatMap(({ recapParts }) => recapParts ?? []) }),
  doors: (services) => [recapFileDoor(services)],
  pictures: { recap: pictureOfRecap },
  agesOut: [
    // One that was used stays with the recap that it let through.
    sql`delete from recap_link where used_at is null and ${older('expires_at', TRACE_DAYS)}`,
    // When nothing can be added any more, nobody has to know whose a line is.
    sql`update takeaway set person_id = null, registration_id = null from event where event.id = event_id
      and ${older('event.ends_at', FEEDBACK_DAYS + 1)} and (person_id is not null or registration_id is not null)`,
    sql`delete from takeaway using event where event.id = event_id and ${older('event.ends_at', UNPICKED_DAYS)}
      and state <> 'PICKED'`,
  ],
  erasesPerson: {
    gone: { takeaway: 'person_id' },
    forgotten: {
      recap: ['prepared_by_id', 'published_by_id'],
      takeaway: ['decided_by_id'],
      recap_link: ['created_by_id'],
    },
    // Whoever is thanked by the handle of their account is thanked no more, also where it was said yes to.
    also: async (db, personId) => {
      const without = (page: string, path: string) => sql`case when ${sql.ref(page)} is null then null
        else jsonb_set(${sql.ref(page)}, '{volunteers}', jsonb_path_query_array(${sql.ref(page)},
          ${path}::jsonpath, jsonb_build_object('id', ${personId}::text))) end`;
      const others = '$.volunteers[*] ? (!(@.personId == $id))';
      await sql`update recap set prepared = ${without('prepared', others)}, published = ${without('published', others)},
          volunteers = jsonb_path_query_array(volunteers, '$[*] ? (!(@.personId == $id))',
            jsonb_build_object('id', ${personId}::text))
        where volunteers @> jsonb_build_array(jsonb_build_object('personId', ${personId}::text))
          or prepared @> jsonb_build_object('volunteers', jsonb_build_array(jsonb_build_object('personId', ${personId}::text)))
          or published @> jsonb_build_object('volunteers', jsonb_build_array(jsonb_build_object('personId', ${personId}::text)))`.execute(
        db,
      );
    },
  },
};
