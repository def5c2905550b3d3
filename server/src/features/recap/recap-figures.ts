import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import type { EventRow } from '../event/read-events.ts';
import { FEW, saidOf } from '../registration/small-numbers.ts';
import type { RecapPage } from './recap.entity.ts';

export interface Turned {
  registered: number;
  came: number;
  online: number;
  /** How long the event lasted (ms). */
  lasted: number;
}

/**
 * What a recap says in numbers; null stands for fewer than five. Where nobody was let in at a door nobody knows who
 * came; and a number is left out where another one would give a small one away.
 */
export function sayFigures({ registered, came, online, lasted }: Turned): RecapPage['figures'] {
  const gaveAway = registered >= FEW && registered - online > 0 && registered - online < FEW;
  const hours = Math.round((came * lasted) / 3_600_000);
  return [
    { what: 'REGISTERED', number: saidOf(registered) },
    ...(came > 0 ? [{ what: 'CAME', number: saidOf(came) } as const] : []),
    ...(online > 0 && !gaveAway ? [{ what: 'ONLINE', number: saidOf(online) } as const] : []),
    ...(came >= FEW && hours > 0 ? [{ what: 'HOURS', number: hours } as const] : []),
  ];
}

/** The figures of an event. Where names have gone since, what was counted at its end counts. */
export async function figuresOf(db: Kysely, event: EventRow): Promise<RecapPage['figures']> {
  const { rows } = await sql<Omit<Turned, 'lasted'>>`
    select greatest(coalesce(sum(people) filter (where state in ('REGISTERED', 'CONFIRMED', 'ATTENDED', 'MISSED')), 0),
        coalesce(max(turnout.came + turnout.missed), 0))::int as registered,
      greatest(coalesce(sum(people) filter (where state = 'ATTENDED'), 0), coalesce(max(turnout.came), 0))::int as came,
      coalesce(sum(people) filter (where seat = 'ONLINE'
        and state in ('REGISTERED', 'CONFIRMED', 'ATTENDED', 'MISSED')), 0)::int as online
    from event left join registration on registration.event_id = event.id
      left join turnout on turnout.event_id = event.id and counted_at is not null
    where event.id = ${event.id}`.execute(db);
  return sayFigures({ ...rows[0]!, lasted: event.endsAt.getTime() - event.startsAt.getTime() });
}
