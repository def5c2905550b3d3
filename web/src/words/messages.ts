import type approve from '#web/messages/en/approve.json';
import type ask from '#web/messages/en/ask.json';
import type bench from '#web/messages/en/bench.json';
import type assessment from '#web/messages/en/assessment.json';
import type board from '#web/messages/en/board.json';
import type calendar from '#web/messages/en/calendar.json';
import type closing from '#web/messages/en/closing.json';
import type coordinate from '#web/messages/en/coordinate.json';
import type developers from '#web/messages/en/developers.json';
import type desk from '#web/messages/en/desk.json';
import type difference from '#web/messages/en/difference.json';
import type event from '#web/messages/en/event.json';
import type errors from '#web/messages/en/errors.json';
import type feed from '#web/messages/en/feed.json';
import type feedback from '#web/messages/en/feedback.json';
import type file from '#web/messages/en/file.json';
import type importing from '#web/messages/en/import.json';
import type match from '#web/messages/en/match.json';
import type notices from '#web/messages/en/notices.json';
import type opening from '#web/messages/en/opening.json';
import type organization from '#web/messages/en/organization.json';
import type plan from '#web/messages/en/plan.json';
import type practice from '#web/messages/en/practice.json';
import type record from '#web/messages/en/record.json';
import type recap from '#web/messages/en/recap.json';
import type suggestion from '#web/messages/en/suggestion.json';
import type question from '#web/messages/en/question.json';
import type room from '#web/messages/en/room.json';
import type shows from '#web/messages/en/shows.json';
import type privacy from '#web/messages/en/privacy.json';
import type site from '#web/messages/en/site.json';
import type tools from '#web/messages/en/tools.json';
import type trust from '#web/messages/en/trust.json';
import type wall from '#web/messages/en/wall.json';
import type webhook from '#web/messages/en/webhook.json';

/** The English catalogue is the type of all others; a test compares the keys. */
export interface Messages {
  site: typeof site;
  board: typeof board;
  errors: typeof errors;
  /** Advisers, their hours, and talks. */
  bench: typeof bench;
  /** All that has a time, by months, weeks and days. */
  calendar: typeof calendar;
  /** Pages of organizers and coordinators. */
  desk: typeof desk;
  /** The page for developers, and the explorer. */
  developers: typeof developers;
  /** How a local sees its own asking for digital help. */
  assessment: typeof assessment;
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
  /** Roles to be filled, and answering them. */
  opening: typeof opening;
  /** Who runs campaigns, and all that is theirs. */
  organization: typeof organization;
  /** Questions about whatever has a page. */
  question: typeof question;
  /** Practice at trainings, the next step, the first month. */
  practice: typeof practice;
  /** What somebody learnt and did; certificates. */
  record: typeof record;
  /** The live page of an event. */
  room: typeof room;
  suggestion: typeof suggestion;
  /** A board filled from a file, and taken along. */
  import: typeof importing;
  tools: typeof tools;
  webhook: typeof webhook;
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
  /** What the server writes for pages of others: feeds, and the widget. */
  feed: typeof feed;
  /** Events, places at them, and their doors. */
  event: typeof event;
  /** What people say of an event, and what they take along. */
  feedback: typeof feedback;
  /** What is left of an event, and how it is prepared. */
  recap: typeof recap;
}

export type Namespace = keyof Messages;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'site';
    resources: Messages;
    enableSelector: false;
  }
}
