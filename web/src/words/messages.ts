import type board from '#web/messages/en/board.json';
import type desk from '#web/messages/en/desk.json';
import type errors from '#web/messages/en/errors.json';
import type site from '#web/messages/en/site.json';

/** The English catalogue is the type of all others; a test compares the keys. */
export interface Messages {
  site: typeof site;
  board: typeof board;
  errors: typeof errors;
  /** Pages of organizers and coordinators. */
  desk: typeof desk;
}

export type Namespace = keyof Messages;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'site';
    resources: Messages;
    enableSelector: false;
  }
}
