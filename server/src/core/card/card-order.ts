import { sql } from 'kysely';
import { registerEnumType } from 'type-graphql';
import type { Order } from '../../platform/graphql/keyset.ts';
import type { Reader } from '../access/viewer.ts';
import { dueSeenBy } from '../board/read-cards.ts';

export const CardOrder = {
  NEWEST: 'NEWEST',
  NUMBER: 'NUMBER',
  DUE: 'DUE',
  SHORTEST: 'SHORTEST',
  LONGEST: 'LONGEST',
  CHANGED: 'CHANGED',
} as const;
export type CardOrder = keyof typeof CardOrder;

registerEnumType(CardOrder, {
  name: 'CardOrder',
  description: 'What a list of cards is ordered by. A cursor is of one order.',
  valuesConfig: {
    NEWEST: { description: 'When they were made, the last one first.' },
    NUMBER: { description: 'The number people call them by, from 1.' },
    DUE: { description: 'When they are due, as far as you may know: soonest first, those without last.' },
    SHORTEST: { description: 'Hours, the fewest first.' },
    LONGEST: { description: 'Hours, the most first.' },
    CHANGED: { description: 'When anything on them changed, the last one first.' },
  },
});

const id = { of: sql`card.id`, type: 'uuid' } as const;
const hours = { of: sql`card.hours`, type: 'numeric' } as const;

/** The order as somebody may see it: a due moment that counts from a hidden T-0 must not give it away by its place. */
export function cardOrder(by: CardOrder, reader: Reader): Order {
  switch (by) {
    case 'NEWEST':
      return { keys: [{ of: sql`card.created_at`, type: 'timestamptz' }, id], falls: true };
    case 'NUMBER':
      return { keys: [{ of: sql`card.number`, type: 'int' }, id] };
    case 'DUE':
      return {
        keys: [{ of: sql`coalesce(${dueSeenBy(reader)}, 'infinity')`, type: 'timestamptz' }, id],
      };
    case 'SHORTEST':
      return { keys: [hours, id] };
    case 'LONGEST':
      return { keys: [hours, id], falls: true };
    case 'CHANGED':
      return { keys: [{ of: sql`card.updated_at`, type: 'timestamptz' }, id], falls: true };
  }
}
