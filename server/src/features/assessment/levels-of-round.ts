import { type AreaLevel, comparedWith, LEAST_GROUP, levelsOf, type RoundState } from './comparison.ts';
import { choicesOf } from './questions.ts';
import type { SheetsOfRound } from './read-assessments.ts';

/**
 * How the areas stand in one round, as one person of the organization sees it: over three and more answers the mean, below
 * that their own alone, since the mean of two tells each what the other said. While the round is open, only to whoever has
 * sent theirs.
 */
export function levelsOfRound(
  round: RoundState,
  { own, others }: SheetsOfRound,
): { of: number; areas: AreaLevel[] } | null {
  const mine = own?.sentAt ? [{ choices: choicesOf(round.edition, own.answers) }] : [];
  if (mine.length === 0 && !round.closedAt) return null;
  const all = [...mine, ...comparedWith(others, round)];
  const counted = all.length >= LEAST_GROUP ? all : mine;
  if (counted.length === 0) return null;
  return { of: counted.length, areas: levelsOf(round.edition, counted) };
}
