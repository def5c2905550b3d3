import type pg from 'pg';

/** Somebody and the cards that they take, one after the other. By row ids. */
export interface Claimer {
  person: string;
  cards: { card: string; board: string }[];
}

/** Boards where claims are measured. Rows written straight into the tables: what is here passed no use case. */
export interface ClaimGround {
  /** Forgets the cards of before and makes as many new ones, all open, shared out among the people. */
  freshCards(): Promise<Claimer[]>;
}

export async function makeClaimGround(
  db: pg.Client,
  { boards, cards, people }: { boards: number; cards: number; people: string[] },
): Promise<ClaimGround> {
  const name = `Ground of ${boards}`;
  await db.query(
    `with local as (
      insert into organization (id, slug, name, kind)
      select uuidv7(), 'ground-' || gen_random_uuid(), $1, 'UNION_LOCAL' from generate_series(1, $2::int) returning id),
    fight as (
      insert into campaign (id, organization_id, slug, title, kind, sensitivity, languages, newcomer_claim_limit,
        claim_limit, first_lease_hours, newcomer_share)
      select uuidv7(), id, 'ground-' || id, $1, 'STRIKE', 'PUBLIC', '{en}', 10, 10, 0, 100 from local returning id)
    insert into board (id, campaign_id, epoch) select uuidv7(), id, gen_random_uuid() from fight`,
    [name, boards],
  );
  return {
    freshCards: async () => {
      await db.query('delete from card');
      await db.query(`delete from pgboss.job where name = 'lease'`);
      const { rows } = await db.query<{ card: string; board: string }>(
        `insert into card (id, board_id, number, title, deliverable, skill, hours, phase, sensitivity, languages,
          status, position, opened_at)
        select uuidv7(), board.id, n, 'Card ' || n, 'One page for the site', 'WRITING', 2, 'ONGOING', 'PUBLIC',
          '{en}', 'OPEN', lpad(n::text, 6, '0'), now()
        from generate_series(1, $2::int) n, board join campaign on campaign.id = campaign_id and title = $1
        order by n, board.id returning id as card, board_id as board`,
        [name, cards / boards],
      );
      // So that no round pays for the one before it.
      for (const table of ['card', 'claim', 'board', 'person', 'pgboss.job']) {
        await db.query(`vacuum analyze ${table}`);
      }
      await db.query('checkpoint');
      return people.map((person, lane) => ({
        person,
        cards: rows.filter((_, index) => index % people.length === lane),
      }));
    },
  };
}
