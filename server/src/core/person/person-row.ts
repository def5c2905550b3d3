import type { Person } from './person.entity.ts';

/** What is read of a person to show them. */
export type PersonRow = Pick<
  Person,
  'id' | 'handle' | 'skills' | 'languages' | 'standing' | 'createdAt' | 'erasedAt'
>;

/** Its columns, of the table `person`. */
export const PERSON_COLUMNS = [
  ...(['id', 'handle', 'skills', 'languages', 'standing'] as const),
  ...(['created_at as createdAt', 'erased_at as erasedAt'] as const),
] as const;
