import { Field, Float, ID, InputType } from 'type-graphql';
import { rowId } from '../../platform/graphql/global-id.ts';
import { languageTags } from '../../platform/input/text.ts';
import { Skill } from '../access/skill.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { Phase } from '../board/card.entity.ts';
import type { OpenCardsFilter } from './list-open-cards.ts';

/** No card is estimated at less. */
const LEAST_HOURS = 0.25;

@InputType('OpenCardsFilter', { description: 'Which open cards; what is left out does not matter.' })
export class OpenCardsFilterInput {
  @Field(() => [Skill], { nullable: true, description: 'One of these skills; not an empty list.' })
  skills?: Skill[] | null;

  @Field(() => Float, { nullable: true, description: `At most so many hours, from ${LEAST_HOURS}.` })
  maxHours?: number | null;

  @Field(() => [Phase], { nullable: true, description: 'One of these phases; not an empty list.' })
  phases?: Phase[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'At least one of these languages (BCP 47); not an empty list.',
  })
  languages?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this campaign.' })
  campaignId?: string | null;
}

/** The filter with row ids. Refuses what no card can fit: somebody else's mistake would look like no work. */
export function toFilter(filter: OpenCardsFilterInput | null | undefined): OpenCardsFilter {
  if (!filter) return {};
  const { skills, phases, languages, maxHours, campaignId } = filter;
  notEmpty(skills, 'skills');
  notEmpty(phases, 'phases');
  const tags = languages && languageTags(languages, 'filter.languages');
  notEmpty(tags, 'languages');
  if (maxHours != null && maxHours < LEAST_HOURS) {
    throw new InvalidInput('filter.maxHours', 'OUT_OF_RANGE', `Cards are of ${LEAST_HOURS} hours or more.`);
  }
  return {
    ...{ skills, phases, maxHours },
    languages: tags,
    campaignId: campaignId == null ? null : rowId('Campaign', campaignId),
  };
}

function notEmpty(list: readonly unknown[] | null | undefined, field: string): void {
  if (list?.length === 0) throw emptyFilter(`filter.${field}`);
}

/** An empty list fits nothing; who wants everything leaves it out. */
export const emptyFilter = (field: string) =>
  new InvalidInput(field, 'EMPTY', 'Name at least one, or leave it out.');
