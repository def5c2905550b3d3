import { namesOf } from '#web/person/names-of.ts';
import { personName, personNameFirst } from '#web/person/person-name.ts';
import type {
  DeskAskFragment,
  DeskCampaignFragment,
  DeskCardFragment,
  DeskNewcomerFragment,
  DeskQuery,
  DeskQuietCardFragment,
  DeskQuietPersonFragment,
  DeskSuggestionFragment,
} from '#web/gql/graphql.ts';
import type { MomentWriter } from '#web/time/moments.svelte.ts';
import { isolate } from '#web/words/isolate.ts';
import type { Translate } from '#web/words/words.ts';
import type { Section } from './desk-view.ts';

/** A row as the server gave it, with the list it is in. */
export type DeskRow =
  | { readonly section: 'asks'; readonly key: string; readonly row: DeskAskFragment }
  | { readonly section: 'heldAsks'; readonly key: string; readonly row: DeskAskFragment }
  | { readonly section: 'handIns'; readonly key: string; readonly row: DeskCardFragment }
  | { readonly section: 'newcomers'; readonly key: string; readonly row: DeskNewcomerFragment }
  | { readonly section: 'quietCards'; readonly key: string; readonly row: DeskQuietCardFragment }
  | { readonly section: 'quietPeople'; readonly key: string; readonly row: DeskQuietPersonFragment }
  | { readonly section: 'suggestions'; readonly key: string; readonly row: DeskSuggestionFragment }
  | { readonly section: 'campaigns'; readonly key: string; readonly row: DeskCampaignFragment };

/** A row in words. */
export interface DeskLine {
  readonly title: string;
  /** Where Enter leads. */
  readonly href: string;
  /** Whose it is: campaign, organization, or the kind of fight. */
  readonly place: string;
  /** What else there is to know, each a few words. */
  readonly facts: readonly string[];
  /** Who waits, and how long. */
  readonly clock: string;
  /** Later than promised, in words; null while it is not. */
  readonly late: string | null;
}

type Desk = NonNullable<DeskQuery['desk']>;

/** The rows of the list that an answer holds, and the cursor of the page behind them. */
export function rowsOf(desk: Desk, section: Section): { rows: readonly DeskRow[]; next: string | null } {
  const list = desk[section];
  if (!list) return { rows: [], next: null };
  const rows = list.edges.map(({ node }) => ({ section, key: keyOf(node), row: node }) as DeskRow);
  return { rows, next: list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null };
}

function keyOf(node: DeskRow['row']): string {
  if ('person' in node) return node.person.id;
  if ('card' in node) return node.card.id;
  if ('askId' in node) return node.askId;
  if ('number' in node || 'votes' in node) return node.id;
  return node.campaign.id;
}

/** The address of a card, open on its board. */
export const cardHref = ({ campaign, number }: DeskCardFragment) =>
  `/c/${campaign.slug}/board?card=${number}`;

/** What a row is called, also where nothing else of it is shown. */
export function titleOf(entry: DeskRow, t: Translate): string {
  switch (entry.section) {
    case 'asks':
    case 'heldAsks':
      return entry.row.organizationName ?? t('coordinate:ask.noName');
    case 'handIns':
      return entry.row.title;
    case 'quietCards':
      return entry.row.card.title;
    case 'newcomers':
    case 'quietPeople':
      return personNameFirst(t, entry.row.person);
    case 'suggestions':
      return entry.row.text;
    case 'campaigns':
      return entry.row.campaign.title;
  }
}

/** Who is proposed for a card that nobody took, or was asked for it already. */
function matchWords({ match }: DeskQuietCardFragment, t: Translate): string[] {
  if (!match) return [];
  const { handle } = match.person;
  if (match.invitation) return [t('coordinate:match.asked', { handle })];
  return match.isGood ? [t('coordinate:match.fits', { handle })] : [];
}

/** Puts a row into words; `now` is the server's time in milliseconds. */
export function toLine(entry: DeskRow, t: Translate, write: MomentWriter, now: number): DeskLine {
  const title = titleOf(entry, t);
  const past = (at: string) => write.between(at, now);
  switch (entry.section) {
    case 'asks': {
      const { askId, kind, submittedAt, answerBy, takenBy, takenAt, startsAt } = entry.row;
      const over = Date.parse(answerBy) <= now;
      return {
        title,
        href: `/desk/asks/${askId}`,
        place: kind ? t(`site:campaignKind.${kind}`) : t('coordinate:ask.noKind'),
        facts: [
          takenBy && takenAt
            ? t('coordinate:ask.taken', { handle: personName(t, takenBy), time: past(takenAt) })
            : t('coordinate:ask.nobody'),
          ...(startsAt ? [t('coordinate:ask.starts', { when: write.moment(startsAt, now) })] : []),
        ],
        clock: over
          ? t('coordinate:ask.waiting', { time: past(submittedAt) })
          : t('coordinate:ask.waitingDue', { time: past(submittedAt), due: past(answerBy) }),
        late: over ? t('coordinate:ask.over', { time: past(answerBy) }) : null,
      };
    }
    case 'heldAsks': {
      const { askId, kind, submittedAt, answerBy } = entry.row;
      const over = Date.parse(answerBy) <= now;
      return {
        title,
        href: `/desk/asks/${askId}`,
        place: kind ? t(`site:campaignKind.${kind}`) : t('coordinate:ask.noKind'),
        facts: [],
        clock: t('coordinate:ask.held', { time: past(submittedAt) }),
        late: over ? t('coordinate:ask.heldOver') : null,
      };
    }
    case 'handIns': {
      const card = entry.row;
      const since = card.handedInAt ?? new Date(now).toISOString();
      return {
        title,
        href: cardHref(card),
        place: isolate(card.campaign.title),
        facts: [
          t('coordinate:card.by', { handle: namesOf(t, write.language, card) }),
          t(`site:skill.${card.skill}`),
          write.hours(card.hours),
        ],
        clock: t('coordinate:card.handedIn', { time: past(since) }),
        late: now - Date.parse(since) > day ? t('coordinate:card.reviewLate') : null,
      };
    }
    case 'newcomers': {
      const { card, finished, inReview, held, since, late, person } = entry.row;
      return {
        title,
        href: cardHref(card),
        place: `${isolate(card.title)} · ${isolate(card.campaign.title)}`,
        facts: [
          ...(finished ? [t('coordinate:person.finished', { count: finished })] : []),
          ...(inReview ? [t('coordinate:person.inReview', { count: inReview })] : []),
          ...(held ? [t('coordinate:person.held', { count: held })] : []),
          ...(person.joinedAt ? [t('coordinate:person.joined', { time: past(person.joinedAt) })] : []),
        ],
        clock: t('coordinate:person.vet', { time: past(since) }),
        late: late ? t('coordinate:person.vetLate') : null,
      };
    }
    case 'quietCards': {
      const { card, why, since, late } = entry.row;
      return {
        title,
        href: cardHref(card),
        place: isolate(card.campaign.title),
        facts: [
          ...(card.holder ? [t('coordinate:card.with', { handle: namesOf(t, write.language, card) })] : []),
          ...(card.claim ? [t('coordinate:card.lease', { time: past(card.claim.expiresAt) })] : []),
          ...(card.waiting ? [t('coordinate:card.waiting', { time: past(card.waiting.since) })] : []),
          t(`site:skill.${card.skill}`),
          ...matchWords(entry.row, t),
        ],
        clock: t(`coordinate:quiet.${why}`, { time: past(since) }),
        late: late && card.dueAt ? t('coordinate:card.late', { time: past(card.dueAt) }) : null,
      };
    }
    case 'quietPeople': {
      const { card, held, lastSeenAt, since, late } = entry.row;
      return {
        title,
        href: cardHref(card),
        place: `${isolate(card.title)} · ${isolate(card.campaign.title)}`,
        facts: [
          t('coordinate:person.held', { count: held }),
          ...(card.claim ? [t('coordinate:card.lease', { time: past(card.claim.expiresAt) })] : []),
        ],
        clock: lastSeenAt
          ? t('coordinate:person.seen', { time: past(lastSeenAt) })
          : t('coordinate:person.unseen', { time: past(since) }),
        late: late ? t('coordinate:person.late') : null,
      };
    }
    case 'suggestions': {
      const { id, kind, state, votes, madeAt, answerBy } = entry.row;
      const over = Date.parse(answerBy) <= now;
      return {
        title,
        href: `/suggestions?show=${state === 'WAITING' ? 'waiting' : 'open'}#${id}`,
        place: t(`coordinate:suggestion.${kind}`),
        facts: [
          t('coordinate:suggestion.votes', { count: votes }),
          ...(state === 'WAITING' ? [t('coordinate:suggestion.unseen')] : []),
        ],
        clock: over
          ? t('coordinate:ask.waiting', { time: past(madeAt) })
          : t('coordinate:ask.waitingDue', { time: past(madeAt), due: past(answerBy) }),
        late: over ? t('coordinate:ask.over', { time: past(answerBy) }) : null,
      };
    }
    case 'campaigns': {
      const { campaign, open, held, inReview, waiting, waitingSince, late, quiet } = entry.row;
      return {
        title,
        href: `/c/${campaign.slug}/board`,
        place: `${isolate(campaign.organization.name)} · ${t(`site:campaignKind.${campaign.kind}`)}`,
        facts: [
          t('coordinate:pulse.open', { count: open }),
          t('coordinate:pulse.held', { count: held }),
          t('coordinate:pulse.inReview', { count: inReview }),
          ...(quiet ? [t('coordinate:pulse.quiet', { count: quiet })] : []),
        ],
        clock: waitingSince
          ? t('coordinate:pulse.waiting', { count: waiting, time: past(waitingSince) })
          : t('coordinate:pulse.noWait'),
        late: late ? t('coordinate:pulse.late', { count: late }) : null,
      };
    }
  }
}

const day = 24 * 3_600_000;
