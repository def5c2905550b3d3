import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { plainText, textList } from '../../platform/input/text.ts';
import { InvalidInput, notFound, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeRoom, requireToModerate } from './change-room.ts';
import { MOST_POLLS } from './read-room.ts';
import type { PollState } from './room.entity.ts';

export const POLL_TEXT = 200;
export const OPTION_TEXT = 80;
export const MIN_OPTIONS = 2;
export const MAX_OPTIONS = 8;
/**
 * Open in one room at once. Who voted in some of them and not in others is a cohort of their own in the stream, so their
 * number is the power of two of this one.
 */
export const MAX_OPEN = 3;

/** What a change of a poll answers. */
export interface PollChanged {
  pollId: string;
  revision: number;
}

/** Writes a poll down; with `open` it can be voted in at once. For who moderates. */
export async function createPoll(
  services: Services,
  viewer: Viewer,
  input: { eventId: string; text: string; options: string[]; open: boolean },
): Promise<PollChanged> {
  const text = plainText(input.text, { field: 'text', max: POLL_TEXT });
  const options = takeOptions(input.options);
  const { revision, result } = await changeRoom(
    services,
    { eventId: input.eventId, viewer },
    async (room) => {
      requireToModerate(room);
      const { id: eventId } = room.place;
      const { rows } = await sql<{ all: number }>`select count(*)::int as "all" from poll
      where event_id = ${eventId}`.execute(room.db);
      if (rows[0]!.all >= MOST_POLLS) {
        throw new InvalidInput('text', 'TOO_MANY', `An event has ${MOST_POLLS} polls at most.`, {
          limit: MOST_POLLS,
        });
      }
      if (input.open) await requireFewOpen(room.db, eventId);
      const made = await sql<{ id: string }>`
      insert into poll (id, event_id, text, options, counts, state, opened_at)
      values (gen_random_uuid(), ${eventId}, ${text}, ${options}::text[], ${options.map(() => 0)}::int[],
        ${input.open ? 'OPEN' : 'DRAFT'}, case when ${input.open}::bool then clock_timestamp() end)
      returning id`.execute(room.db);
      const { id } = made.rows[0]!;
      return { kind: 'POLL_CREATED', polls: [id], result: id };
    },
  );
  return { pollId: result, revision };
}

/** Lets people vote, also again in a poll that was closed. For who moderates. */
export const openPoll = (services: Services, viewer: Viewer, poll: WhichPoll): Promise<PollChanged> =>
  setState(services, viewer, poll, 'OPEN');

/** Ends the voting; everybody sees how it went. For who moderates. */
export const closePoll = (services: Services, viewer: Viewer, poll: WhichPoll): Promise<PollChanged> =>
  setState(services, viewer, poll, 'CLOSED');

export interface WhichPoll {
  eventId: string;
  pollId: string;
}

async function setState(
  services: Services,
  viewer: Viewer,
  { eventId, pollId }: WhichPoll,
  state: Exclude<PollState, 'DRAFT'>,
): Promise<PollChanged> {
  const { revision } = await changeRoom(
    services,
    { eventId, viewer, evenWhenClosed: state === 'CLOSED' },
    async (room) => {
      const poll = await pollOf(room.db, eventId, pollId);
      if (!poll || (poll.state === 'DRAFT' && !room.moderates)) throw notFound('poll');
      requireToModerate(room);
      if (poll.state === state) return { kind: null, result: undefined };
      if (state === 'CLOSED' && poll.state === 'DRAFT')
        throw wrongStage('POLL_NOT_OPEN', 'This poll is not open: nobody can vote in it yet.');
      if (state === 'OPEN') await requireFewOpen(room.db, eventId);
      await sql`update poll set state = ${state},
        opened_at = case when ${state} = 'OPEN' then clock_timestamp() else opened_at end,
        closed_at = case when ${state} = 'CLOSED' then clock_timestamp() end where id = ${pollId}`.execute(
        room.db,
      );
      return {
        kind: state === 'OPEN' ? 'POLL_OPENED' : 'POLL_CLOSED',
        polls: [pollId],
        result: undefined,
      };
    },
  );
  return { pollId, revision };
}

/**
 * Votes in a poll, or votes anew: one vote for each voter (see `question/voter.ts`). `choice` counts from 0. The row of
 * the vote and the numbers in the poll change in one statement.
 */
export async function voteInPoll(
  services: Services,
  viewer: Viewer | null,
  { eventId, pollId, choice, voter }: WhichPoll & { choice: number; voter: string },
): Promise<PollChanged> {
  const { revision } = await changeRoom(services, { eventId, viewer }, async ({ db, moderates, actor }) => {
    const poll = await pollOf(db, eventId, pollId);
    if (!poll || (poll.state === 'DRAFT' && !moderates)) throw notFound('poll');
    if (poll.state !== 'OPEN')
      throw wrongStage(
        poll.state === 'CLOSED' ? 'POLL_CLOSED' : 'POLL_NOT_OPEN',
        poll.state === 'CLOSED' ? 'This poll is closed.' : 'This poll is not open yet.',
      );
    if (choice < 0 || choice >= poll.options)
      throw new InvalidInput('choice', 'OUT_OF_RANGE', 'Choose one of the answers.');
    const { rows } = await sql`
      with cast_vote as (
        insert into poll_vote (poll_id, voter, person_id, choice)
        values (${pollId}, ${voter}, ${actor?.personId ?? null}, ${choice + 1})
        on conflict (poll_id, voter) do update set choice = excluded.choice, at = clock_timestamp()
          where poll_vote.choice <> excluded.choice
        returning old.choice as before, new.choice as now)
      update poll set counts = array(
        select count + (option = cast_vote.now)::int - coalesce((option = cast_vote.before)::int, 0)
        from unnest(poll.counts) with ordinality as counted (count, option) order by option)
      from cast_vote where poll.id = ${pollId} returning 1`.execute(db);
    return { kind: rows.length > 0 ? 'POLL_VOTED' : null, polls: [pollId], result: undefined };
  });
  return { pollId, revision };
}

async function pollOf(
  db: Kysely,
  eventId: string,
  pollId: string,
): Promise<{ state: PollState; options: number } | undefined> {
  const { rows } = await sql<{ state: PollState; options: number }>`
    select state, cardinality(options) as options from poll
    where id = ${pollId} and event_id = ${eventId}`.execute(db);
  return rows[0];
}

async function requireFewOpen(db: Kysely, eventId: string): Promise<void> {
  const { rows } = await sql<{ open: number }>`select count(*)::int as open from poll
    where event_id = ${eventId} and state = 'OPEN'`.execute(db);
  if (rows[0]!.open >= MAX_OPEN)
    throw wrongStage('POLLS_OPEN', `${MAX_OPEN} polls are open. Close one, then open the next.`);
}

function takeOptions(given: string[]): string[] {
  const options = textList(given, { field: 'options', max: OPTION_TEXT, maxItems: MAX_OPTIONS });
  if (new Set(options).size < MIN_OPTIONS)
    throw new InvalidInput('options', 'TOO_SHORT', `Give at least ${MIN_OPTIONS} answers to choose from.`, {
      limit: MIN_OPTIONS,
    });
  return [...new Set(options)];
}
