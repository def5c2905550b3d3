import { sql } from 'kysely';
import { refreshViewer, type Viewer } from '../../core/access/viewer.ts';
import { notFound, notSignedIn, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { requireAhead } from '../event/change-event.ts';
import { type Places, withPlaces } from './places.ts';
import { readBySecret, readRegistration, type RegistrationRow } from './read-registrations.ts';
import type { RegistrationEnd } from './registration.entity.ts';

/** Whose place it is: of the viewer by its id, or of whoever has the receipt. */
export type Own = { viewer: Viewer | null; registrationId: string } | { secret: string };

/** Does something about a place of one's own, with the places of its event in hand. Returns its row id. */
async function withOwn(
  services: Services,
  own: Own,
  act: (places: Places, mine: RegistrationRow) => Promise<void>,
): Promise<string> {
  const { id, eventId } = await find(services, own);
  return withPlaces(services, eventId, async (places) => {
    if ('viewer' in own && own.viewer) await refreshViewer(places.em, own.viewer);
    const mine = await readRegistration(places.db, id);
    if (!mine) throw notFound('registration');
    await act(places, mine);
    return id;
  });
}

async function find({ orm }: Services, own: Own): Promise<RegistrationRow> {
  const db = orm.em.fork().getKysely();
  if ('secret' in own) return readBySecret(db, own.secret);
  if (!own.viewer) throw notSignedIn();
  const found = await readRegistration(db, own.registrationId);
  if (found?.personId !== own.viewer.personId) throw notFound('registration');
  return found;
}

/** Gives a place, or one in line, up: whoever is next gets it at once. Twice is as once. Refuses one that was used. */
export const cancelRegistration = (services: Services, own: Own): Promise<string> =>
  withOwn(services, own, (places, mine) => end(places, mine, 'OWN'));

/** Says no to places that were kept for one; they go to who is next. */
export const declinePlace = (services: Services, own: Own): Promise<string> =>
  withOwn(services, own, (places, mine) => end(places, mine, mine.state === 'INVITED' ? 'DECLINED' : 'OWN'));

async function end({ db, event }: Places, mine: RegistrationRow, by: RegistrationEnd): Promise<void> {
  if (mine.state === 'CANCELLED') return;
  if (mine.state === 'ATTENDED' || mine.state === 'MISSED' || event.phase === 'OVER')
    throw wrongStage('EVENT_OVER', 'This event is over: there is no place to give up any more.');
  // Without an account there is nobody left to whom the name could be of use.
  await sql`update registration set state = 'CANCELLED', ended_at = clock_timestamp(), ended_by = ${by},
    invited_until = null, name = '' where id = ${mine.id}`.execute(db);
}

/** Says yes to places that were kept for one, or once more that one comes. Twice is as once. Refuses what is not theirs. */
export const confirmRegistration = (services: Services, own: Own): Promise<string> =>
  withOwn(services, own, async ({ db, event }, mine) => {
    requireAhead(event);
    if (mine.state === 'CONFIRMED' || mine.state === 'ATTENDED') return;
    const { numAffectedRows } = await sql`update registration
      set state = 'CONFIRMED', confirmed_at = clock_timestamp(), invited_until = null
      where id = ${mine.id} and (state = 'REGISTERED'
        or (state = 'INVITED' and invited_until > clock_timestamp()))`.execute(db);
    if (numAffectedRows === 1n) return;
    throw mine.state === 'WAITING'
      ? wrongStage('PLACE_GONE', 'You stand in line. We tell you when a place is yours.')
      : wrongStage('PLACE_GONE', 'The time to answer is over, and somebody else was asked.');
  });
