import { sql } from 'kysely';
import type { Skill } from '../../core/access/skill.ts';
import type { Standing } from '../../core/access/standing.ts';
import { hands } from '../../core/board/hands.ts';
import type { Em } from '../../platform/db/orm.ts';
import { readGiven } from '../difference/given.ts';
import { countLearnt } from '../record/read-record.ts';

/** What somebody may give of themselves, each by itself. */
export const RecordField = {
  HANDLE: 'HANDLE',
  SKILLS: 'SKILLS',
  LANGUAGES: 'LANGUAGES',
  STANDING: 'STANDING',
  HOURS: 'HOURS',
  CARDS: 'CARDS',
  FIGHTS: 'FIGHTS',
  THANKS: 'THANKS',
  REVIEWED: 'REVIEWED',
  TRAINED: 'TRAINED',
  PRACTISED: 'PRACTISED',
} as const;
export type RecordField = keyof typeof RecordField;

/** A record: of all that one did, in numbers, since it is one's own. */
export interface OwnRecord {
  handle: string;
  skills: Skill[];
  languages: string[];
  standing: Standing;
  hours: number;
  cards: number;
  fights: number;
  /** Cards for which a local said thank you. */
  thanks: number;
  /** Hand-ins of others whose craft they looked at. */
  reviewed: number;
  /** Trainings they came to. */
  trained: number;
  /** Practices they finished. */
  practised: number;
}

/** The whole record of somebody; undefined for who is not there. */
export async function readOwnRecord(em: Em, personId: string): Promise<OwnRecord | undefined> {
  const given = (await readGiven(em, [personId])).get(personId)!;
  const { rows } = await sql<Omit<OwnRecord, 'hours' | 'cards' | 'fights' | 'trained' | 'practised'>>`
    select handle, skills, languages, standing,
      (select count(*)::int from card cross join ${hands} where card.status = 'DONE' and card.thanks <> ''
        and hand.person_id = person.id) as thanks,
      (select count(*)::int from hand_in where craft_reviewer_id = person.id) as reviewed
    from person where id = ${personId}`.execute(em.getKysely());
  const [row] = rows;
  const learnt = await countLearnt(em.getKysely(), personId);
  return row && { ...row, ...learnt, hours: Number(given.hours), cards: given.cards, fights: given.fights };
}

/** As much of a record as was chosen. */
export function chosenOf(record: OwnRecord, fields: readonly RecordField[]): Partial<OwnRecord> {
  const names = new Set(fields.map((field) => field.toLowerCase()));
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.has(name)));
}
