import { sql } from 'kysely';
import { hashOf, newSessionToken } from '../../core/access/secret.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { plainText, textOrNull } from '../../platform/input/text.ts';
import { InvalidInput, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { Notice } from '../notification/notify.ts';
import { VISIBLE } from './read-suggestions.ts';
import { sameHashOf } from './same-words.ts';
import { changeSuggestions, type InHand } from './change-suggestions.ts';
import type { SuggestionKind } from './suggestion.entity.ts';
import { type About, campaignOf } from './suggestion-rights.ts';
import { addVote } from './vote-for-suggestion.ts';

export const MIN_TEXT = 5;
export const MAX_TEXT = 1_000;
const MAX_NAME = 40;
const MAX_PAGE_ADDRESS = 200;
/** Of one person or browser about one thing: those that nobody looked at yet, and those of one day. */
export const MAX_WAITING = 5;
export const MAX_TODAY = 10;
/** Whoever sends a form sooner may be a program: nobody is refused for it. */
const FASTEST_SECONDS = 3;

export interface SuggestionGiven {
  /** Whose it is; see `question/voter.ts`. */
  voter: string;
  kind: SuggestionKind;
  text: string;
  language?: string | null | undefined;
  anonymous: boolean;
  thankAs?: string | null | undefined;
  page?: string | null | undefined;
  /** What stands in a field that people do not see. */
  trap?: string | null | undefined;
  /** For how many seconds the form was open. */
  seconds?: number | null | undefined;
}

export interface SuggestionMade {
  id: string;
  /** Of its receipt; null for who has an account, and where the same words stood there already. */
  secret: string | null;
}

/**
 * Asks or suggests. What strangers and newcomers write waits until somebody looked at it, and so does all with a web
 * address in it. Words that are shown, or one's own, again are one vote more. Refuses more than five of one that wait, or ten in a day.
 */
export async function makeSuggestion(
  services: Services,
  viewer: Viewer | null,
  about: About,
  { voter, ...given }: SuggestionGiven,
): Promise<SuggestionMade> {
  const text = plainText(given.text, { field: 'text', max: MAX_TEXT, multiline: true });
  if ([...text].length < MIN_TEXT)
    throw new InvalidInput('text', 'TOO_SHORT', `Write at least ${MIN_TEXT} characters.`, {
      limit: MIN_TEXT,
    });
  const thankAs = textOrNull(given.thankAs, { field: 'thankAs', max: MAX_NAME });
  const language = services.languages.tags.find((tag) => tag === given.language) ?? 'en';
  const sameHash = sameHashOf(text);
  return changeSuggestions<SuggestionMade>(services, viewer, about, async (at) => {
    const { db, viewer: actor, rights } = at;
    if (rights.refusal) throw rights.refusal;
    const personId = actor?.personId ?? null;
    // What somebody else wrote and nobody shows is not there: the same words are as new as any, receipt and all.
    const { rows: same } = await sql<{ id: string }>`select id from suggestion
      where about = ${about} and same_hash = ${sameHash} and (state = any(${VISIBLE}::text[]) or asker = ${voter})
      order by state = any(${VISIBLE}::text[]) desc, votes desc, id limit 1`.execute(db);
    if (same[0]) {
      await addVote(db, { suggestionId: same[0].id, voter, personId });
      return { result: { id: same[0].id, secret: null } };
    }
    await requireRoom(at, about, voter);
    const isShown = rights.moderates || (actor !== null && actor.standing !== 'NEW' && !hasAddress(text));
    const secret = actor ? null : newSessionToken();
    const doubtful = Boolean(given.trap?.trim()) || (given.seconds ?? FASTEST_SECONDS) < FASTEST_SECONDS;
    const { rows } = await sql<{ id: string }>`
      insert into suggestion (id, about, campaign_id, kind, text, language, same_hash, state, asker, person_id,
        handle_shown, thank_as, link_hash, page, doubtful)
      values (uuidv7(), ${about}, ${campaignOf(about)}, ${given.kind}, ${text}, ${language}, ${sameHash},
        ${isShown ? 'SHOWN' : 'WAITING'}, ${voter}, ${personId}, ${actor !== null && !given.anonymous},
        ${actor ? null : thankAs}, ${secret && hashOf(secret)},
        ${campaignOf(about) === null ? pageOf(given.page) : null}, ${actor ? false : doubtful})
      returning id`.execute(db);
    const { id } = rows[0]!;
    await addVote(db, { suggestionId: id, voter, personId });
    return { result: { id, secret }, notices: await noticesOfNew(at, about) };
  });
}

/** Whether somebody should look before others follow it. What only looks like an address waits too, which harms nobody. */
export const hasAddress = (text: string): boolean =>
  /https?:|www\.|@|[\p{L}\p{N}-]\.\p{L}{2,}/iu.test(text.normalize('NFKC'));

/** The path of a page of ours, without what stands behind ? and #; none where a part of it may be a secret. */
function pageOf(given: string | null | undefined): string | null {
  const [path = ''] = (given ?? '').split(/[?#]/);
  const isPath = /^\/[\w\-/.]*$/.test(path) && path.length <= MAX_PAGE_ADDRESS;
  return isPath && !/[\w-]{40}/.test(path) ? path : null;
}

async function requireRoom({ db }: InHand, about: About, asker: string): Promise<void> {
  const { rows } = await sql<{ waiting: number; today: number }>`
    select count(*) filter (where state = 'WAITING')::int as waiting,
      count(*) filter (where made_at > clock_timestamp() - interval '1 day')::int as today
    from suggestion where about = ${about} and asker = ${asker}`.execute(db);
  const { waiting, today } = rows[0]!;
  if (waiting >= MAX_WAITING)
    throw new Refusal(
      'TOO_MANY_REQUESTS',
      `${MAX_WAITING} of yours wait here. Once somebody has looked at them there is room for the next.`,
      'SUGGESTIONS_WAITING',
    );
  if (today >= MAX_TODAY)
    throw new Refusal(
      'TOO_MANY_REQUESTS',
      `You sent ${MAX_TODAY} within a day. Tomorrow there is room for more.`,
      'SUGGESTIONS_TODAY',
    );
}

/** Whoever answers and does not know yet that something came: forty of them are one thing to know. */
async function noticesOfNew({ db, viewer, rights }: InHand, about: About): Promise<Notice[]> {
  const campaignId = campaignOf(about);
  const joint = about === 'programme' ? '?' : '&';
  const path = `${rights.path}${joint}show=waiting`;
  const { rows } = await sql<{ personId: string }>`
    select person.id as "personId" from person
    where erased_at is null and standing <> 'SUSPENDED' and id is distinct from ${viewer?.personId ?? null}
      and ${
        campaignId === null
          ? sql`coordinator`
          : sql`id in (select person_id from membership join campaign using (organization_id)
              where campaign.id = ${campaignId} and role = 'ORGANIZER')
            and id not in (select person_id from campaign_block where campaign_id = ${campaignId})`
      }
      and not exists (select from notification notice where notice.person_id = person.id
        and notice.kind = 'SUGGESTION_WAITS' and notice.path = ${path} and notice.read_at is null)
    order by person.id limit 50`.execute(db);
  return rows.map(({ personId }): Notice => ({ personId, kind: 'SUGGESTION_WAITS', campaignId, path }));
}
