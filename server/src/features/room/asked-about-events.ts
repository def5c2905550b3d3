import { sql } from 'kysely';
import { loadRights } from '../../core/access/viewer.ts';
import { blocked } from '../../core/board/board-refusals.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { AskedAbout, QuestionsChanged, RightsOn } from '../question/asked-about.ts';
import { inRoom } from './change-room.ts';
import { readPlaces } from './read-room.ts';
import type { RoomEventKind } from './room.entity.ts';
import { isBlocked, roomLevelOf, whyClosed } from './room.policy.ts';

const KINDS: Readonly<Record<QuestionsChanged['what'], RoomEventKind>> = {
  ASKED: 'QUESTION_ASKED',
  VOTED: 'QUESTION_VOTED',
  SHOWN: 'QUESTION_SHOWN',
  HIDDEN: 'QUESTION_HIDDEN',
  MERGED: 'QUESTION_MERGED',
  ANSWERED: 'QUESTION_ANSWERED',
};

/** One asks about events, from their announcement until some hours after the end; each change is one of the room. */
export const askedAboutEvents: AskedAbout = {
  table: 'room',
  rights: async ({ em, viewerId }, ids) => {
    const places = await readPlaces(em.getKysely(), ids);
    const loaded = viewerId === null ? null : await loadRights(em, viewerId);
    const rights = loaded && viewerId ? { ...loaded, personId: viewerId } : null;
    const found = places.flatMap((place): [string, RightsOn][] => {
      const level = roomLevelOf(rights, place);
      if (level === null) return [];
      const { shownAtOnce, slug } = place;
      const moderates = level === 'TEAM';
      const askRefusal = isBlocked(rights, place) ? blocked() : whyClosed(place);
      return [[place.id, { askRefusal, moderates, shownAtOnce, path: `/e/${slug}` }]];
    });
    return new Map(found);
  },
  change: async (services, eventId, _viewer, work) => {
    const changed = async (em: Em) => {
      const { what, questions, hidden } = await work(em);
      const kind = questions.length > 0 ? KINDS[what] : null;
      return { kind, questions, hidden: hidden ?? [], result: null };
    };
    // In the words of who may not read it: they do not tell whether it is there.
    await inRoom(services, eventId, changed, 'page');
  },
  told: async (em, eventId) => {
    const [place] = await readPlaces(em.getKysely(), [eventId]);
    if (!place) return [];
    const { rows } = await sql<{ personId: string }>`
      select distinct person_id as "personId" from membership join person on person.id = person_id
      where role = 'ORGANIZER' and standing <> 'SUSPENDED'
        and not exists (select from campaign_block where campaign_block.person_id = person.id
          and campaign_id = ${place.campaignId})
        and (organization_id = ${place.organizationId} or (organization_id = any(${place.coHosts}::uuid[])
          and (${place.sensitivity} = 'PUBLIC' or (${place.sensitivity} = 'VETTED' and standing <> 'NEW'))))`.execute(
      em.getKysely(),
    );
    return rows.map(({ personId }) => personId);
  },
};
