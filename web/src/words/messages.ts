import type approve from '#web/messages/en/approve.json';
import type ask from '#web/messages/en/ask.json';
import type board from '#web/messages/en/board.json';
import type closing from '#web/messages/en/closing.json';
import type coordinate from '#web/messages/en/coordinate.json';
import type desk from '#web/messages/en/desk.json';
import type difference from '#web/messages/en/difference.json';
import type errors from '#web/messages/en/errors.json';
import type file from '#web/messages/en/file.json';
import type match from '#web/messages/en/match.json';
import type notices from '#web/messages/en/notices.json';
import type plan from '#web/messages/en/plan.json';
import type shows from '#web/messages/en/shows.json';
import type privacy from '#web/messages/en/privacy.json';
import type site from '#web/messages/en/site.json';
import type trust from '#web/messages/en/trust.json';
import type wall from '#web/messages/en/wall.json';

/** The English catalogue is the type of all others; a test compares the keys. */
export interface Messages {
  site: typeof site;
  board: typeof board;
  errors: typeof errors;
  /** Pages of organizers and coordinators. */
  desk: typeof desk;
  /** The ten questions, and the receipt. */
  ask: typeof ask;
  /** The first plan, as coordinators and the local read it; templates. */
  plan: typeof plan;
  /** Cards for a person, people for a card, invitations, availability. */
  match: typeof match;
  /** Standing and its reasons, the code of conduct, blocks. */
  trust: typeof trust;
  /** The local's yes by a link. */
  approve: typeof approve;
  /** What this board knows about people, in plain words. */
  privacy: typeof privacy;
  /** Sending files, and showing them. */
  file: typeof file;
  notices: typeof notices;
  /** Who sees what of a campaign, said before the button that makes it so. */
  shows: typeof shows;
  /** What came of it: for a person, a campaign, the programme. */
  difference: typeof difference;
  /** Ending a campaign; taking one's data; leaving. */
  closing: typeof closing;
  /** The coordinators' desk. */
  coordinate: typeof coordinate;
  /** A campaign's wall, and links for its screens. */
  wall: typeof wall;
}

export type Namespace = keyof Messages;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'site';
    resources: Messages;
    enableSelector: false;
  }
}
