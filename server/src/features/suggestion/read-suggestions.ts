import DataLoader from 'dataloader';
import { type RawBuilder, sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import type { SuggestionKind, SuggestionState } from './suggestion.entity.ts';
import type { About } from './suggestion-rights.ts';

/** An answer is promised within so many days. */
export const ANSWER_DAYS = 3;

export interface SuggestionRow {
  id: string;
  about: About;
  campaignId: string | null;
  kind: SuggestionKind;
  text: string;
  language: string;
  state: SuggestionState;
  votes: number;
  asker: string;
  personId: string | null;
  handleShown: boolean;
  thankAs: string | null;
  page: string | null;
  doubtful: boolean;
  madeAt: Date;
  answerBy: Date;
  late: boolean;
  answer: string | null;
  answeredAt: Date | null;
  answeredById: string | null;
  cardId: string | null;
  doneAt: Date | null;
  /** Where it stands in the order of a list. */
  place: number;
}

/** When an answer was promised, as SQL over `suggestion`. */
export const answerBy = sql`(made_at + make_interval(days => ${sql.lit(ANSWER_DAYS)}))`;
/** Those to which nobody said anything yet. */
export const isUnanswered = sql<boolean>`suggestion.state in ('WAITING', 'SHOWN')`;

const columns = sql`id, about, campaign_id as "campaignId", kind, text, language, state, votes, asker,
  person_id as "personId", handle_shown as "handleShown", thank_as as "thankAs", page, doubtful, made_at as "madeAt",
  ${answerBy} as "answerBy", ${isUnanswered} and ${answerBy} < clock_timestamp() as late, answer,
  answered_at as "answeredAt", answered_by_id as "answeredById", card_id as "cardId", done_at as "doneAt"`;

export async function readSuggestions(db: Kysely, which: RawBuilder<unknown>): Promise<SuggestionRow[]> {
  const { rows } =
    await sql<SuggestionRow>`select ${columns}, 0 as place from suggestion where ${which}`.execute(db);
  return rows;
}

/** By row id, all of one moment in one query, whoever may read them; null where there is none. */
export const suggestionRowLoader = defineLoader<string, SuggestionRow | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const rows = await readSuggestions(em.getKysely(), sql`id = any(${ids}::uuid[])`);
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    }),
);

/** Which of a list. */
export const SuggestionShow = {
  OPEN: 'OPEN',
  ANSWERED: 'ANSWERED',
  ACCEPTED: 'ACCEPTED',
  DONE: 'DONE',
  DECLINED: 'DECLINED',
  WAITING: 'WAITING',
  HIDDEN: 'HIDDEN',
  MINE: 'MINE',
} as const;
export type SuggestionShow = keyof typeof SuggestionShow;

export const VISIBLE: readonly SuggestionState[] = ['SHOWN', 'ANSWERED', 'ACCEPTED', 'DECLINED'];
export const isVisible = (state: SuggestionState) => VISIBLE.includes(state);

/** What each part of the list holds, as SQL over `suggestion`. */
const PARTS: Record<SuggestionShow, RawBuilder<unknown>> = {
  OPEN: sql`state = 'SHOWN'`,
  ANSWERED: sql`state = 'ANSWERED'`,
  ACCEPTED: sql`state = 'ACCEPTED' and done_at is null`,
  DONE: sql`state = 'ACCEPTED' and done_at is not null`,
  DECLINED: sql`state = 'DECLINED'`,
  WAITING: sql`state = 'WAITING'`,
  HIDDEN: sql`state = 'HIDDEN'`,
  MINE: sql`true`,
};

export interface SuggestionsAsked {
  about: About;
  show: SuggestionShow | null;
  /** Whose alone are shown, where not everybody's are. */
  own: string | null;
}

/** All that decides which of them a list has, over `suggestion`. */
const listed = ({ about, show, own }: SuggestionsAsked): RawBuilder<boolean> =>
  sql<boolean>`(about = ${about} and ${show ? PARTS[show] : sql`state = any(${VISIBLE}::text[])`}
    and (${own}::text is null or asker = ${own}))`;

/**
 * A page of what is asked and suggested about one thing: what most want first; of what waits, what came first, and what
 * looks like a program's behind the rest.
 */
export async function readPage(
  em: Em,
  { limit, after, before = null, backwards = false, ...asked }: SuggestionsAsked & SuggestionPage,
): Promise<SuggestionRow[]> {
  const { show } = asked;
  const place = show === 'WAITING' ? sql`doubtful::int` : show === 'MINE' ? sql`0` : sql`-votes`;
  const order: Order = {
    keys: [
      { of: sql`place`, type: 'int' },
      { of: sql`id`, type: 'uuid' },
    ],
    falls: show === 'MINE',
  };
  const { rows } = await sql<SuggestionRow>`
    select ${columns}, place from (select suggestion.*, ${place} as place from suggestion
      where ${listed(asked)}) suggestion
    where ${within(order, { after, before })}
    order by ${orderedBy(order, backwards)} limit ${limit}`.execute(em.getKysely());
  return rows;
}

type SuggestionPage = Pick<Span, 'limit' | 'after'> & Partial<Span>;

/** How many such a list has. */
export async function countSuggestions(em: Em, asked: SuggestionsAsked): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from suggestion
    where ${listed(asked)}`.execute(em.getKysely());
  return rows[0]!.count;
}

/** Which somebody voted for: keys are suggestion and voter, with a blank between. */
export const votedLoader = defineLoader<string, boolean>(
  ({ em }) =>
    new DataLoader(async (keys) => {
      const asked = keys.map((key) => key.split(' ', 2) as [string, string]);
      const { rows } = await sql<{ key: string }>`
        select suggestion_id || ' ' || voter as key from suggestion_vote where (suggestion_id, voter) in
          (select * from unnest(${asked.map(([id]) => id)}::uuid[], ${asked.map(([, voter]) => voter)}::text[]))`.execute(
        em.getKysely(),
      );
      const found = new Set(rows.map(({ key }) => key));
      return keys.map((key) => found.has(key));
    }),
);

/** How many wait to be looked at about one thing, and how many of all without an answer are late. */
export async function countOpen(em: Em, about: About): Promise<{ waiting: number; late: number }> {
  const { rows } = await sql<{ waiting: number; late: number }>`
    select count(*) filter (where state = 'WAITING')::int as waiting,
      count(*) filter (where ${answerBy} < clock_timestamp())::int as late
    from suggestion where about = ${about} and ${isUnanswered}`.execute(em.getKysely());
  return rows[0]!;
}
