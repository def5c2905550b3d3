import { sql } from 'kysely';
import { notAllowed } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { Link } from './card.entity.ts';
import { takeWork, type WorkInput } from './hand-in-card.ts';

export interface SavedDraft {
  personId: string;
  note: string;
  links: Link[];
  savedAt: Date;
  keptAt: Date | null;
}

/**
 * Saves the holder's unfinished work. It is the holder's own until the card leaves their hands, so it is no
 * change of the board and raises no revision; the lock on the card puts it in order with the end of the claim.
 * A draft they left here before is theirs alone again.
 */
export async function saveDraft(services: Services, actorId: string, input: WorkInput): Promise<SavedDraft> {
  const { note, links } = takeWork(input);
  const { rows } = await sql<Omit<SavedDraft, 'personId'>>`
    insert into draft (card_id, person_id, note, links, saved_at)
    select id, holder_id, ${note}, ${JSON.stringify(links)}::jsonb, clock_timestamp() from card
    where id = ${input.cardId} and holder_id = ${actorId} and status = 'CLAIMED' for share
    on conflict (card_id, person_id) do update set note = excluded.note, links = excluded.links,
      saved_at = excluded.saved_at, kept_at = null
    returning note, links, saved_at as "savedAt", kept_at as "keptAt"`.execute(
    services.orm.em.fork().getKysely(),
  );
  const saved = rows[0];
  if (!saved) throw notAllowed('You do not hold this card any more. Your text stays on this device.');
  return { personId: actorId, ...saved };
}
