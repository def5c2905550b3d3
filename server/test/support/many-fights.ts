import { sql } from 'kysely';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import type { Joined } from '../../src/core/person/join.ts';
import { appointCoordinator } from '../../src/core/trust/appoint-coordinator.ts';
import type { Services } from '../../src/platform/services.ts';
import { aHandle } from './local-on-strike.ts';
import { joinAs } from './people.ts';

/** Many fights at once, for measurements: rows written straight into the tables, in no story's order. */
export interface ManyFights {
  coordinator: Joined;
  /** As outsiders name it: an open card, to be moved. */
  card: string;
}

/**
 * Campaigns with cards of every status and age, and people with sessions, half of them new; everything that a desk
 * shows. For measurements alone: what it writes passes no use case.
 */
export async function makeManyFights(
  services: Services,
  { campaigns, cards, people, asks }: { campaigns: number; cards: number; people: number; asks: number },
): Promise<ManyFights> {
  const coordinator = await joinAs(services, aHandle());
  await appointCoordinator(services, coordinator.viewer.handle);
  await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    await sql`insert into person (id, handle, handle_key, skills, languages, standing, created_at)
      select uuidv7(), 'Helper ' || n, 'helper' || n, '{WRITING}', '{en}',
        case when n % 2 = 0 then 'NEW' else 'VETTED' end, now() - make_interval(hours => n % 2000)
      from generate_series(1, ${people}) n`.execute(db);
    await sql`insert into session (id, person_id, token_hash, device, last_seen_at, expires_at)
      select uuidv7(), id, sha256(id::text::bytea), 'Desk', now() - make_interval(hours => (random() * 200)::int),
        now() + interval '90 days'
      from person where handle_key like 'helper%'`.execute(db);
    await sql`insert into organization (id, slug, name, kind)
      select uuidv7(), 'local-' || n, 'Local ' || n, 'UNION_LOCAL' from generate_series(1, ${campaigns}) n`.execute(
      db,
    );
    await sql`insert into campaign (id, organization_id, slug, title, kind, sensitivity, starts_at, languages)
      select uuidv7(), id, 'fight-' || row_number() over (), 'The fight of ' || name, 'STRIKE', 'PUBLIC',
        now() - make_interval(hours => (random() * 300)::int), '{en}'
      from organization where name like 'Local %'`.execute(db);
    await sql`insert into board (id, campaign_id, epoch, revision, next_number)
      select uuidv7(), id, gen_random_uuid(), 0, ${cards + 1} from campaign where slug like 'fight-%'`.execute(
      db,
    );
    await sql`
      with folk as (select id, row_number() over () - 1 as n from person where handle_key like 'helper%'),
      made as (
        select board.id as board_id, number, age, (array['DRAFT', 'OPEN', 'OPEN', 'CLAIMED', 'CLAIMED', 'CLAIMED',
            'IN_REVIEW', 'IN_REVIEW', 'DONE', 'DONE'])[number % 10 + 1] as status,
          (row_number() over ())::int % ${people} as n
        from board join campaign on campaign.id = board.campaign_id and campaign.slug like 'fight-%',
          generate_series(1, ${cards}) number, lateral (select (random() * 150 + number * 0)::int as age) ages)
      insert into card (id, board_id, number, title, deliverable, skill, hours, phase, sensitivity, languages, status,
        position, due_offset_hours, holder_id, claim, claimed_at, lease_expires_at, waiting_since, handed_in_at,
        finished_at, created_at, opened_at, updated_at)
      select uuidv7(), board_id, number, 'Card ' || number, 'One page', 'WRITING', 2, 'ONGOING', 'PUBLIC', '{en}',
        status, lpad(number::text, 6, '0'), number * 5,
        case when status in ('CLAIMED', 'IN_REVIEW', 'DONE') then folk.id end,
        case when status = 'CLAIMED' then gen_random_uuid() end,
        case when status in ('CLAIMED', 'IN_REVIEW', 'DONE') then now() - make_interval(hours => age) end,
        case when status = 'CLAIMED' then now() + interval '10 hours' end,
        case when status = 'CLAIMED' and number % 4 = 0 then now() - make_interval(hours => age) end,
        case when status in ('IN_REVIEW', 'DONE') then now() - make_interval(hours => age) end,
        case when status = 'DONE' then now() - make_interval(hours => age) end,
        now() - make_interval(hours => age + 1), now() - make_interval(hours => age),
        now() - make_interval(hours => age)
      from made join folk on folk.n = made.n`.execute(db);
    await sql`insert into comment (id, card_id, person_id, text, at)
      select uuidv7(), card.id, holder_id, 'On it', updated_at from card where holder_id is not null`.execute(
      db,
    );
    await sql`insert into ask (id, token_hash, status, answers, submitted_at)
      select uuidv7(), sha256(n::text::bytea), 'SUBMITTED', jsonb_build_object('organizationName', 'Asking ' || n),
        now() - make_interval(mins => n * 7)
      from generate_series(1, ${asks}) n`.execute(db);
    await sql`insert into delivery (id, channel, failure)
      select uuidv7(), 'EMAIL', 'down' from generate_series(1, 20)`.execute(db);
  });
  const db = services.orm.em.fork().getKysely();
  await sql`analyze`.execute(db);
  const { id } = await db
    .selectFrom('card')
    .select('id')
    .where('status', '=', 'OPEN')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { coordinator, card: toGlobalId('Card', id) };
}
