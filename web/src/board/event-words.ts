import type { EventLineFragment } from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';

/** What nobody who is signed in did: the local said it by a link. */
const byLink: ReadonlySet<string> = new Set(['CARD_APPROVED', 'CHANGES_REQUESTED']);

/**
 * One event of the board as a sentence: "redbarn took “Picket map”." One's own are told with "you". Empty for
 * what is not worth a sentence (a card put higher in its column).
 */
export function tellEvent(event: EventLineFragment, myId: string | undefined, t: Translate): string {
  if (event.kind === 'CARD_MOVED') return '';
  const own = event.actor !== null && event.actor.id === myId;
  const title = event.cardTitle ?? t('board:event.unseen');
  if (own) return t(`board:ownEvent.${event.kind}`, { title });
  const who = event.actor?.handle ?? t(byLink.has(event.kind) ? 'trust:theLocal' : 'board:event.somebody');
  return t(`board:event.${event.kind}`, { who, title });
}
