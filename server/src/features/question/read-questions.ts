import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import type { Em } from '../../platform/db/orm.ts';
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

/** A page of the questions about one thing. */
export interface QuestionPage {
  kind: string;
  id: string;
  states: readonly QuestionState[];
  /** Only those of this asker. */
  asker: string | null;
  order: QuestionOrder;
  limit: number;
  after: readonly string[] | null;
}

/** The same page of many things in one query. */
export const questionPageLoader = defineLoader<QuestionPage, QuestionRow[], string>(
  ({ em }) =>
    new DataLoader(
      async (pages) => {
        const found = new Map<string, QuestionRow[]>();
        for (const alike of Map.groupBy(pages, ({ id: _, ...page }) => JSON.stringify(page)).values()) {
          const rows = await readPages(em, alike);
          for (const page of alike)
            found.set(
              JSON.stringify(page),
              rows.filter(({ subjectId }) => subjectId === page.id),
            );
        }
        return pages.map((page) => found.get(JSON.stringify(page)) ?? []);
      },
      { cacheKeyFn: (page) => JSON.stringify(page) },
    ),
);

async function readPages(em: Em, pages: readonly QuestionPage[]): Promise<QuestionRow[]> {
  const { kind, states, asker, order, limit, after } = pages[0]!;
  const byVotes = order === 'VOTES';
  const sorting = byVotes ? sql`votes desc, id` : sql`id desc`;
  const going = !after
    ? sql`true`
    : byVotes
      ? sql`(votes < ${after[0]}::int or (votes = ${after[0]}::int and id > ${after[1]}::uuid))`
      : sql`id < ${after[0]}::uuid`;
  const { rows } = await sql<QuestionRow>`
    select ${questionColumns} from unnest(${pages.map(({ id }) => id)}::uuid[]) as asked(about)
    cross join lateral (select * from question where subject_kind = ${kind} and subject_id = asked.about
      and state = any(${states}::text[]) and (${asker}::text is null or asker = ${asker}) and ${going}
      order by ${sorting} limit ${limit}) question
    order by ${sorting}`.execute(em.getKysely());
  return rows;
}

export const keysOf = (order: QuestionOrder) => (row: QuestionRow) =>
  order === 'VOTES' ? [row.votes, row.id] : [row.id];

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
