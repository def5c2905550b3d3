import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { inHandsOf } from '../board/hands.ts';
import type { Link } from '../../platform/input/links.ts';
import { takeFilesBack } from '../file/attach-files.ts';
import { takeWork, type WorkInput } from './hand-in-card.ts';

export interface SavedDraft {
  personId: string;
  note: string;
  links: Link[];
  savedAt: Date;
  keptAt: Date | null;
}

/** The draft as whoever writes had read it, perhaps on another device of theirs. */
export interface DraftAsRead {
  note?: string | null;
  links?: { url: string }[] | null;
}

/**
 * Saves the unfinished work of one who holds the card. It is their own until the card leaves their hands, so it is no
 * change of the board and raises no revision; the lock on the card puts it in order with the end of the claim.
 * A draft they left here before is theirs alone again. Refuses what is not as `asRead` says any more: two devices of
 * one person do not undo each other.
 */
export async function saveDraft(
  services: Services,
  actorId: string,
  input: WorkInput & { asRead?: DraftAsRead | null | undefined },
): Promise<SavedDraft> {
  const { note, links } = takeWork(input);
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const { rows: held } = await sql`
      select 1 from card where id = ${input.cardId} and ${inHandsOf(actorId)} and status = 'CLAIMED'
      for no key update`.execute(db);
    if (!held[0])
      throw notAllowed(
        'DRAFT_NOT_HELD',
        'You do not hold this card any more. Your text stays on this device.',
      );
    if (input.asRead) await requireDraftAsRead(db, actorId, { ...input, note, links }, input.asRead);
    const { rows } = await sql<Omit<SavedDraft, 'personId'>>`
      insert into draft (card_id, person_id, note, links, saved_at)
      values (${input.cardId}, ${actorId}, ${note}, ${JSON.stringify(links)}::jsonb, clock_timestamp())
      on conflict (card_id, person_id) do update set note = excluded.note, links = excluded.links,
        saved_at = excluded.saved_at, kept_at = null
      returning note, links, saved_at as "savedAt", kept_at as "keptAt"`.execute(db);
    await takeFilesBack(db, { cardId: input.cardId, personId: actorId });
    return { personId: actorId, ...rows[0]! };
  });
}

/** Looks only now that the card is locked: what another device saved while we waited is there. */
async function requireDraftAsRead(
  db: Kysely,
  personId: string,
  { cardId, note, links }: { cardId: string; note: string; links: Link[] },
  asRead: DraftAsRead,
): Promise<void> {
  const saved = await db
    .selectFrom('draft')
    .select(['note', 'links'])
    .where('card_id', '=', cardId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const read = {
    note: asRead.note ?? undefined,
    links: asRead.links ? addressesOf(asRead.links) : undefined,
  };
  const now = { note: saved?.note ?? '', links: addressesOf(saved?.links as Link[] | undefined) };
  requireAsRead(read, now, { note, links: addressesOf(links) });
}

/** Addresses alone: what a link is called is made of its address where nobody named it. */
const addressesOf = (links: readonly { url: string }[] | undefined) =>
  (links ?? []).map(({ url }) => ({ url }));
