import type { Api } from '#web/api/api.ts';
import {
  DeskCancelDocument,
  DeskSetStandingDocument,
  DeskTakeBackDocument,
  type ErrorWordsFragment,
  InvitePersonDocument,
  ReleaseAskDocument,
  TakeAskDocument,
} from '#web/gql/graphql.ts';
import { cardHref, type DeskRow } from './desk-lines.ts';

type Refusals = readonly ErrorWordsFragment[];

/** One thing a coordinator does with a row. Its label is `coordinate:action.<key>`. */
interface Doing {
  readonly key: 'takeAsk' | 'releaseAsk' | 'invite' | 'vet' | 'takeBack' | 'cancel';
  readonly when: (entry: DeskRow) => boolean;
  /** Whether it goes with words: a reason for who it concerns. The question is `coordinate:action.<key>_words`. */
  readonly words?: 'must' | 'may';
  readonly run: (entry: DeskRow, api: Api, words: string) => Promise<Refusals>;
}

/** One page where something is done with a row, one after the other. */
interface Going {
  readonly key: 'review';
  readonly when: (entry: DeskRow) => boolean;
  readonly href: (entry: DeskRow) => string;
}

export type DeskAction = Doing | Going;

/** All there is to do on the desk. A new action is one entry here, and its words. */
export const actions: readonly DeskAction[] = [
  {
    key: 'takeAsk',
    when: (entry) => entry.section === 'asks' && entry.row.takenBy === null,
    run: async (entry, api) =>
      (await api.ask(TakeAskDocument, { input: { askId: entry.key } })).takeAsk.errors,
  },
  {
    key: 'releaseAsk',
    when: ({ section }) => section === 'heldAsks',
    run: async (entry, api) =>
      (await api.ask(ReleaseAskDocument, { input: { askId: entry.key } })).releaseAsk.errors,
  },
  {
    key: 'vet',
    when: ({ section }) => section === 'newcomers',
    words: 'may',
    run: async (entry, api, note) =>
      entry.section !== 'newcomers'
        ? []
        : (
            await api.ask(DeskSetStandingDocument, {
              input: { handle: entry.row.person.handle, standing: 'VETTED', note },
            })
          ).setStanding.errors,
  },
  {
    key: 'review',
    when: (entry) =>
      entry.section === 'handIns' || (entry.section === 'quietCards' && entry.row.why === 'NO_CRAFT_REVIEW'),
    href: (entry) => cardHref(cardOf(entry)),
  },
  {
    key: 'invite',
    when: (entry) => proposed(entry) !== null,
    run: async (entry, api) => {
      const input = { cardId: cardOf(entry).id, personId: proposed(entry)?.id ?? '' };
      return (await api.ask(InvitePersonDocument, { input })).invitePerson.errors;
    },
  },
  {
    key: 'takeBack',
    when: (entry) =>
      entry.section === 'quietPeople' || (entry.section === 'quietCards' && entry.row.why === 'NO_SIGN'),
    words: 'must',
    run: async (entry, api, reason) =>
      (await api.ask(DeskTakeBackDocument, { input: { cardId: cardOf(entry).id, reason } })).takeBackCard
        .errors,
  },
  {
    key: 'cancel',
    when: (entry) => entry.section === 'quietCards' && entry.row.why === 'UNCLAIMED',
    words: 'must',
    run: async (entry, api, reason) =>
      (await api.ask(DeskCancelDocument, { input: { cardId: cardOf(entry).id, reason } })).cancelCard.errors,
  },
];

/** Who fits an open card best and has not been asked for it. */
function proposed(entry: DeskRow): { id: string; handle: string } | null {
  if (entry.section !== 'quietCards') return null;
  const { match } = entry.row;
  return match?.isGood && !match.invitation ? match.person : null;
}

/** The open card that waits for somebody, if that is what the row is about. */
export function unclaimedCard(entry: DeskRow | undefined) {
  return entry?.section === 'quietCards' && entry.row.why === 'UNCLAIMED' ? entry.row.card : null;
}

function cardOf(entry: DeskRow) {
  if (entry.section === 'handIns') return entry.row;
  if ('card' in entry.row) return entry.row.card;
  throw new Error(`A row of ${entry.section} has no card.`);
}
