import { personName, personNameFirst } from '#web/person/person-name.ts';
import type { EventLineFragment } from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';

/** What nobody who is signed in did: the local said it by a link. */
const decidedByLink: ReadonlySet<string> = new Set(['CARD_APPROVED', 'CHANGES_REQUESTED']);

/**
 * One event of the board as a sentence: "redbarn took “Picket map”." One's own are told with "you". Empty for
 * what is not worth a sentence (a card put higher in its column).
 */
export function tellEvent(event: EventLineFragment, myId: string | undefined, t: Translate): string {
  if (event.kind === 'CARD_MOVED') return '';
  const own = event.actor !== null && event.actor.id === myId;
  const title = event.cardTitle ?? t('board:event.unseen');
  if (own) return t(`board:ownEvent.${event.kind}`, { title });
  const who = event.actor ? personNameFirst(t, event.actor) : localOf(event, t);
  return t(`board:event.${event.kind}`, { who, title });
}

/** The local, or a clock. The team reads whom the link was made for and whose link it was. */
function localOf({ kind, byLink }: EventLineFragment, t: Translate): string {
  if (byLink) return t('trust:byLink', { who: byLink.label, maker: personName(t, byLink.madeBy) });
  return t(decidedByLink.has(kind) ? 'trust:theLocal' : 'board:event.somebody');
}
