import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import { defineCounts, definePages } from '../../core/access/page-loader.ts';
import type { Em } from '../../platform/db/orm.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import type { QuestionState } from './question.entity.ts';

/** What comes first. */
export const QuestionOrder = { VOTES: 'VOTES', NEW: 'NEW' } as const;
export type QuestionOrder = keyof typeof QuestionOrder;

export interface QuestionRow {
  id: string;
  subjectKind: string;
  subjectId: string;
  text: string;
  state: QuestionState;
  votes: number;
  asker: string;
  personId: string | null;
  handleShown: boolean;
  askedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
  answeredById: string | null;
  mergedIntoId: string | null;
}

/** What a `QuestionRow` has, of `question`. */
export const questionColumns = sql`question.id, subject_kind as "subjectKind", subject_id as "subjectId", text, state, votes, asker,
  person_id as "personId", handle_shown as "handleShown", asked_at as "askedAt", answer,
  answered_at as "answeredAt", answered_by_id as "answeredById", merged_into_id as "mergedIntoId"`;

/** Reads questions by row id, all of one moment in one query, whoever may read them; null where there is none. */
export const questionRowLoader = defineLoader<string, QuestionRow | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const rows = await readQuestions(em, sql`question.id = any(${ids}::uuid[])`);
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    }),
);

export async function readQuestions(em: Em, which: RawBuilder<unknown>): Promise<QuestionRow[]> {
  const { rows } = await sql<QuestionRow>`select ${questionColumns} from question where ${which}`.execute(
    em.getKysely(),
  );
  return rows;
}

/** Which of the questions about a thing. */
export interface QuestionFilter {
  kind: string;
  states: readonly QuestionState[];
  /** Only those of this asker. */
  asker: string | null;
}

/** All that decides which of them a list has, but for the thing itself. */
const isListed = ({ kind, states, asker }: QuestionFilter): RawBuilder<boolean> =>
  sql<boolean>`(question.subject_kind = ${kind} and question.state = any(${states}::text[])
    and (${asker}::text is null or question.asker = ${asker}))`;

const id = { of: sql`question.id`, type: 'uuid' } as const;
const ORDERS: Record<QuestionOrder, Order> = {
  VOTES: { keys: [{ of: sql`-question.votes`, type: 'int' }, id] },
  NEW: { keys: [id], falls: true },
};
export const placeOf = (by: QuestionOrder) => (row: QuestionRow) =>
  by === 'VOTES' ? [-row.votes, row.id] : [row.id];

/** The questions about things, a page each. */
export const questionPageLoader = definePages<QuestionRow, QuestionFilter & { by: QuestionOrder }>(
  async ({ em }, subjectIds, { span, by, ...filter }) => {
    const order = orderedBy(ORDERS[by], span.backwards);
    const { rows } = await sql<QuestionRow>`
      select ${questionColumns} from unnest(${subjectIds}::uuid[]) as asked(about)
      cross join lateral (select * from question where subject_id = asked.about
        and ${isListed(filter)} and ${within(ORDERS[by], span)}
        order by ${order} limit ${span.limit}) question
      order by ${order}`.execute(em.getKysely());
    return rows;
  },
  ({ subjectId }) => subjectId,
);

/** How many such questions there are about things. */
export const questionCountLoader = defineCounts<QuestionFilter>(async ({ em }, subjectIds, filter) => {
  const { rows } = await sql<{ id: string; count: number }>`
    select subject_id as id, count(*)::int as count from question
    where subject_id = any(${subjectIds}::uuid[]) and ${isListed(filter)} group by 1`.execute(em.getKysely());
  return rows;
});

/** Which of these questions somebody voted for: keys are question and voter, with a blank between. */
export const votedLoader = defineLoader<string, boolean>(
  ({ em }) =>
    new DataLoader(async (keys) => {
      const asked = keys.map((key) => key.split(' ', 2) as [string, string]);
      const { rows } = await sql<{ key: string }>`
        select question_id || ' ' || voter as key from question_vote where (question_id, voter) in
          (select * from unnest(${asked.map(([id]) => id)}::uuid[], ${asked.map(([, voter]) => voter)}::text[]))`.execute(
        em.getKysely(),
      );
      const found = new Set(rows.map(({ key }) => key));
      return keys.map((key) => found.has(key));
    }),
);

/** How many wait for a moderator, by subject. */
export const waitingLoader = defineLoader<string, number>(
  ({ em }) =>
    new DataLoader(async (subjectIds) => {
      const { rows } = await sql<{ id: string; count: number }>`
        select subject_id as id, count(*)::int as count from question
        where state = 'WAITING' and subject_id = any(${subjectIds}::uuid[]) group by 1`.execute(
        em.getKysely(),
      );
      const found = new Map(rows.map(({ id, count }) => [id, count]));
      return subjectIds.map((id) => found.get(id) ?? 0);
    }),
);
