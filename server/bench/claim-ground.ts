import type pg from 'pg';
import type { ClaimsOrder } from './claims-process.ts';

/** Boards with open cards, and people who can claim them; for measurements alone, written past the use cases. */
export async function makeClaimGround(
  db: pg.Client,
  { boards, cards, people }: { boards: number; cards: number; people: number },
): Promise<{ order: ClaimsOrder; reset(): Promise<void> }> {
  const mark = `ground${boards}`;
  await db.query(
    `insert into person (id, handle, handle_key, skills, languages, standing)
    select uuidv7(), $1 || '-' || n, $1 || '-' || n, '{WRITING}', '{en}', 'NEW' from generate_series(1, $2::int) n`,
    [mark, people],
  );
  await db.query(
    `insert into organization (id, name, kind)
    select uuidv7(), $1 || '-' || n, 'UNION_LOCAL' from generate_series(1, $2::int) n`,
    [mark, boards],
  );
  await db.query(
    `insert into campaign (id, organization_id, slug, title, kind, sensitivity, languages, newcomer_claim_limit,
      claim_limit)
    select uuidv7(), id, name, 'The fight of ' || name, 'STRIKE', 'PUBLIC', '{en}', 10, 10
    from organization where name like $1 || '-%'`,
    [mark],
  );
  await db.query(
    `insert into board (id, campaign_id, epoch, revision, next_number)
    select uuidv7(), id, gen_random_uuid(), 0, $2::int + 1 from campaign where slug like $1 || '-%'`,
    [mark, cards],
  );
  await db.query(
    `insert into card (id, board_id, number, title, deliverable, skill, hours, phase, sensitivity, languages, status,
      position, opened_at)
    select uuidv7(), board.id, n, 'Card ' || n, 'One page for the site', 'WRITING', 2, 'ONGOING', 'PUBLIC', '{en}',
      'OPEN', lpad(n::text, 6, '0'), now()
    from board join campaign on campaign.id = campaign_id and slug like $1 || '-%', generate_series(1, $2::int) n`,
    [mark, cards],
  );
  await db.query('analyze');
  const { rows } = await db.query<{ card: string; board: string }>(
    `select card.id as card, board_id as board from card join board on board.id = board_id
    join campaign on campaign.id = campaign_id where slug like $1 || '-%' order by card.number, board_id`,
    [mark],
  );
  const persons = await db.query<{ id: string }>(`select id from person where handle_key like $1 || '-%'`, [
    mark,
  ]);
  const lanes = persons.rows.map(({ id: person }, lane) => ({
    person,
    cards: rows.filter((_, index) => index % people === lane),
  }));
  return {
    order: lanes,
    reset: async () => {
      await db.query(
        `update card set status = 'OPEN', holder_id = null, claim = null, claimed_at = null, lease_expires_at = null
        where status = 'CLAIMED'`,
      );
      await db.query(`delete from claim`);
      await db.query(`delete from pgboss.job where name = 'lease'`);
      for (const table of ['card', 'claim', 'board', 'person', 'pgboss.job'])
        await db.query(`vacuum ${table}`);
      await db.query('checkpoint');
    },
  };
}
