import { type RawBuilder, sql } from 'kysely';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, InputType } from 'type-graphql';
import { speaks, speaksOneOf } from '../../platform/input/language-match.ts';
import { languageTags } from '../../platform/input/text.ts';
import { holdsEachOf, holdsWords, searchedWords } from '../../platform/input/text-search.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { Skill } from '../access/skill.ts';
import type { Reader } from '../access/viewer.ts';
import { CardStatus, Phase } from '../board/card.entity.ts';
import { type CardOnBoard, dueAsSeenBy, dueSeenBy } from '../board/read-cards.ts';

/** No card is estimated at less. */
const LEAST_HOURS = 0.25;

/** Which cards, by what they ask for. Hours, skills and phases are of whoever may read the card; a due moment is not. */
export interface CardFilter {
  words?: readonly string[];
  skills?: readonly Skill[] | null;
  minHours?: number | null;
  maxHours?: number | null;
  phases?: readonly Phase[] | null;
  languages?: readonly string[] | null;
  dueAfter?: Date | null;
  dueBefore?: Date | null;
  statuses?: readonly CardStatus[] | null;
  isWaiting?: boolean | null;
}

@InputType('CardFilter', { description: 'Which cards, by what they ask for.' })
export abstract class CardFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'With each of these words in title or deliverable; 100 characters at most.',
  })
  text?: string | null;

  @Field(() => [Skill], { nullable: true, description: 'One of these skills; not an empty list.' })
  skills?: Skill[] | null;

  @Field(() => Float, { nullable: true, description: 'At least so many hours.' })
  minHours?: number | null;

  @Field(() => Float, { nullable: true, description: `At most so many hours, from ${LEAST_HOURS}.` })
  maxHours?: number | null;

  @Field(() => [Phase], { nullable: true, description: 'One of these phases; not an empty list.' })
  phases?: Phase[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'At least one of these languages (BCP 47); `es` finds `es-MX` too. Not an empty list.',
  })
  languages?: string[] | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Due at this moment or later, as far as you may know when it is due.',
  })
  dueAfter?: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Due before this moment, as far as you may know when it is due.',
  })
  dueBefore?: Date | null;
}

@InputType('BoardCardsFilter', { description: 'Which cards of a board; what is left out does not matter.' })
export class BoardCardsFilterInput extends CardFilterInput {
  @Field(() => [CardStatus], { nullable: true, description: 'In one of these columns; not an empty list.' })
  statuses?: CardStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that wait on the local, or do not.' })
  isWaiting?: boolean | null;
}

/** The filter, checked. Refuses what no card can fit: somebody else's mistake would look like no work. */
export function toCardFilter(filter: CardFilterInput & Partial<BoardCardsFilterInput>): CardFilter {
  const { text, languages, skills, phases, statuses, minHours, maxHours, dueAfter, dueBefore } = filter;
  for (const [field, list] of Object.entries({ skills, phases, statuses })) notEmpty(list, field);
  const tags = languages && languageTags(languages, 'filter.languages');
  notEmpty(tags, 'languages');
  if (maxHours != null && maxHours < LEAST_HOURS)
    throw new InvalidInput('filter.maxHours', 'OUT_OF_RANGE', `Cards are of ${LEAST_HOURS} hours or more.`);
  if (minHours != null && maxHours != null && minHours > maxHours)
    throw new InvalidInput('filter.minHours', 'OUT_OF_RANGE', 'Take the smaller number here.');
  if (dueAfter && dueBefore && dueAfter >= dueBefore)
    throw new InvalidInput('filter.dueBefore', 'OUT_OF_RANGE', 'It has to end after it begins.');
  return {
    words: searchedWords(text, 'filter.text'),
    languages: tags,
    ...{ skills, phases, statuses, minHours, maxHours, dueAfter, dueBefore },
    isWaiting: filter.isWaiting,
  };
}

function notEmpty(list: readonly unknown[] | null | undefined, field: string): void {
  if (list?.length === 0) throw emptyFilter(`filter.${field}`);
}

/** An empty list fits nothing; who wants everything leaves it out. */
export const emptyFilter = (field: string) =>
  new InvalidInput(field, 'EMPTY', 'Name at least one, or leave it out.');

/** Whether a card fits, over `card` and `campaign`, for who reads it. */
export function fitsFilter(reader: Reader, filter: CardFilter): RawBuilder<boolean> {
  const { words = [], skills, minHours, maxHours, phases, languages, statuses, isWaiting } = filter;
  const { dueAfter, dueBefore } = filter;
  const conditions = [
    words.length > 0 && holdsEachOf([sql`card.title`, sql`card.deliverable`], words),
    skills && sql`card.skill = any(${skills}::text[])`,
    minHours != null && sql`card.hours >= ${minHours}`,
    maxHours != null && sql`card.hours <= ${maxHours}`,
    phases && sql`card.phase = any(${phases}::text[])`,
    languages && speaksOneOf(sql`card.languages`, languages),
    dueAfter && sql`${dueSeenBy(reader)} >= ${dueAfter}`,
    dueBefore && sql`${dueSeenBy(reader)} < ${dueBefore}`,
    statuses && sql`card.status = any(${statuses}::text[])`,
    isWaiting != null && sql`(card.waiting_since is not null) = ${isWaiting}`,
  ].filter((condition) => !!condition);
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`;
}

/** The same for a card at hand: for those that come by the live stream. */
export function fits(reader: Reader, card: CardOnBoard, filter: CardFilter): boolean {
  const { words = [], skills, minHours, maxHours, phases, languages, dueAfter, dueBefore } = filter;
  const due = dueAfter || dueBefore ? dueAsSeenBy(reader, card) : null;
  return (
    holdsWords([card.title, card.deliverable], words) &&
    (!skills || skills.includes(card.skill)) &&
    (minHours == null || card.hours >= minHours) &&
    (maxHours == null || card.hours <= maxHours) &&
    (!phases || phases.includes(card.phase)) &&
    (!languages || speaks(card.languages, languages)) &&
    (!dueAfter || (due !== null && due >= dueAfter)) &&
    (!dueBefore || (due !== null && due < dueBefore))
  );
}
