import { sql } from 'kysely';
import type { Services } from '../../src/platform/services.ts';

/** Copies of a board's open cards until it has so many, past the use cases: they would take minutes. */
export async function makeManyCards(
  services: Pick<Services, 'orm'>,
  { boardId }: { boardId: string },
  cards: number,
): Promise<void> {
  const db = services.orm.em.fork().getKysely();
  const { rows } = await sql<{ column_name: string }>`
    select column_name from information_schema.columns where table_name = 'card'`.execute(db);
  const own = new Map([
    ['id', sql`gen_random_uuid()`],
    ['number', sql`head.next_number - 1 + row_number() over (order by copy, card.number)`],
    ['position', sql`card.position || lpad(copy::text, 4, '0') || 'V'`],
    ['title', sql`card.title || ' ' || copy`],
  ]);
  const names = rows.map(({ column_name }) => column_name);
  await sql`
    with head as (select next_number from board where id = ${boardId}),
    missing as (select ${cards} - count(*) as count from card where board_id = ${boardId})
    insert into card (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(names.map((name) => own.get(name) ?? sql.ref(`card.${name}`)))}
    from card cross join head cross join generate_series(1, ${cards}) copy
    where card.board_id = ${boardId} and card.status = 'OPEN'
    order by copy, card.number limit (select count from missing)`.execute(db);
  await sql`update board set next_number = (select max(number) + 1 from card where board_id = board.id)
    where id = ${boardId}`.execute(db);
}
