import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { readSessions } from '../event/event-sessions.ts';
import type { EventRow } from '../event/read-events.ts';
import { readAllMaterial } from '../material/read-material.ts';
import { readTakeaways, type RecapRow } from './read-recap.ts';
import { MOST_ITEMS } from './recap-parts.ts';
import type { RecapPage } from './recap.entity.ts';
import { figuresOf } from './recap-figures.ts';

/** Names under one thanks. */
export const MOST_NAMES = 40;
/** Lines that a recap shows. */
export const MOST_PICKED = 40;

type Thanks = Pick<RecapPage, 'presenters' | 'hosts' | 'sponsors'>;

const distinct = (names: readonly string[]) =>
  [...new Set(names.filter((name) => name !== ''))].slice(0, MOST_NAMES);

/** Who is thanked, as it follows from the event: nobody has to write it again. */
export async function thanksOf(db: Kysely, event: EventRow): Promise<Thanks> {
  const sessions = await readSessions(db, [event.id]);
  const { rows } = await sql<{ name: string }>`select name from organization
    where id = ${event.organizationId}`.execute(db);
  const named = (part: string) =>
    event.parties.filter((party) => party.part === part).map(({ name }) => name);
  return {
    presenters: distinct([
      ...event.speakers.map(({ name }) => name),
      ...sessions.map(({ presenter }) => presenter),
    ]),
    hosts: distinct([...rows.map(({ name }) => name), ...named('CO_HOST'), event.chair]),
    sponsors: distinct([...named('SPONSOR'), ...named('SUPPORTER')]),
  };
}

/** The whole recap as it is at this moment, from what happened and what hosts corrected. */
export async function composeRecap(
  { recapParts }: Pick<Services, 'recapParts'>,
  em: Em,
  event: EventRow,
  row: RecapRow,
): Promise<RecapPage> {
  const db = em.getKysely();
  const made = await thanksOf(db, event);
  const parts: RecapPage['parts'] = [];
  for (const source of recapParts) {
    if (row.leftOut.includes(source.kind)) continue;
    const items = await source.read(em, event.id);
    if (items.length > 0)
      parts.push({
        kind: source.kind,
        items: items.slice(0, MOST_ITEMS).map(({ text, answer }) => ({ text, answer })),
      });
  }
  const takeaways = await readTakeaways(db, event.id);
  const eventFiles = await readAllMaterial(db, event.id);
  return {
    ...{ words: row.words, recordingUrl: row.recordingUrl, files: row.files },
    ...(eventFiles.length > 0 && { eventFiles }),
    takeaways: takeaways
      .filter(({ state }) => state === 'PICKED')
      .slice(0, MOST_PICKED)
      .map(({ text }) => text),
    presenters: row.presenters ?? made.presenters,
    hosts: row.hosts ?? made.hosts,
    sponsors: row.sponsors ?? made.sponsors,
    volunteers: row.volunteers,
    parts,
    figures: await figuresOf(db, event),
    withFeedback: row.withFeedback,
  };
}
