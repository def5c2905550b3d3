import { personName, personNameFirst } from '#web/person/person-name.ts';
import type { EventLineFragment } from '#web/gql/graphql.ts';
import type { Translate } from '#web/words/words.ts';

/** What nobody who is signed in did: the local said it by a link. */
const decidedByLink: ReadonlySet<string> = new Set(['CARD_APPROVED', 'CHANGES_REQUESTED']);

/** What is done to many cards at once. */
const ofMany: ReadonlySet<string> = new Set([
  ...['CARD_CREATED', 'CARD_UPDATED', 'CARD_OPENED', 'CARD_RETURNED_TO_DRAFT'],
  ...['CARD_CANCELLED', 'CARD_CANCEL_UNDONE', 'CARD_TAKEN_BACK'],
]);

/**
 * One event of the board as a sentence: "redbarn took “Picket map”." One's own are told with "you". Empty for
 * what is not worth a sentence (a card put higher in its column).
 */
export function tellEvent(event: EventLineFragment, myId: string | undefined, t: Translate): string {
  const told = tellFirst(event, myId, t);
  if (!told) return told;
  const others = event.cardCount - 1;
  return [
    told,
    ...(others > 0 && ofMany.has(event.kind) ? [t('board:event.others', { count: others })] : []),
    ...(event.tool ? [tellTool(event.tool, t)] : []),
  ].join(' ');
}

/** What did it for them: nobody takes a tool’s work for a person’s. */
function tellTool({ name, organization }: NonNullable<EventLineFragment['tool']>, t: Translate): string {
  if (name === null) return t('board:event.toolGone');
  return organization
    ? t('board:event.toolOf', { tool: name, organization: organization.name })
    : t('board:event.tool', { tool: name });
}

function tellFirst(event: EventLineFragment, myId: string | undefined, t: Translate): string {
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
