/** What a board is filled from. */
export const ImportFormat = {
  TRELLO: 'TRELLO',
  STRIKEBOARD: 'STRIKEBOARD',
  CSV: 'CSV',
  LIST: 'LIST',
} as const;
export type ImportFormat = keyof typeof ImportFormat;

/** What becomes of the cards of a list. None comes held, in review or done: that is by somebody here alone. */
export const ImportStatus = {
  DRAFT: 'DRAFT',
  OPEN: 'OPEN',
  CANCELLED: 'CANCELLED',
  LEAVE_OUT: 'LEAVE_OUT',
} as const;
export type ImportStatus = keyof typeof ImportStatus;

/** What a column of a table is. */
export const ImportField = {
  TITLE: 'TITLE',
  DELIVERABLE: 'DELIVERABLE',
  LIST: 'LIST',
  LABELS: 'LABELS',
  SKILL: 'SKILL',
  HOURS: 'HOURS',
  PHASE: 'PHASE',
  SENSITIVITY: 'SENSITIVITY',
  DUE: 'DUE',
  FINISHED: 'FINISHED',
  PEOPLE: 'PEOPLE',
  LOCAL_SUPPLIES: 'LOCAL_SUPPLIES',
  OUT_OF_SCOPE: 'OUT_OF_SCOPE',
  CAUTION: 'CAUTION',
  LANGUAGE: 'LANGUAGE',
  CHECKLIST: 'CHECKLIST',
  LINKS: 'LINKS',
  NOTE: 'NOTE',
  LEAVE_OUT: 'LEAVE_OUT',
} as const;
export type ImportField = keyof typeof ImportField;

/** In which order a table writes a date such as 5/6/2026. */
export const DateOrder = { DAY_FIRST: 'DAY_FIRST', MONTH_FIRST: 'MONTH_FIRST' } as const;
export type DateOrder = keyof typeof DateOrder;

/** What did not come along as it was, and what each kind means to outsiders. */
export const importNoteKinds = {
  LISTS_LEFT_OUT: 'Cards of lists that are left out.',
  ARCHIVED_LEFT_OUT: 'Cards that are archived there, or in an archived list.',
  FINISHED_LEFT_OUT: 'Cards that are finished there.',
  HELD_AS_OPEN: 'Cards that somebody held there: nobody holds them here.',
  CAUTIONS_AS_DRAFTS: 'Cards with a caution that nobody ticked: they start as drafts.',
  DUE_PASSED: 'Due moments that have passed: left out.',
  DUE_UNREADABLE: 'Due moments that we cannot read: they stand as words in a comment.',
  DUE_AMBIGUOUS: 'Dates such as 5/6/2026 without `dateOrder`: they stand as words in a comment.',
  WORDS_IN_COMMENT: 'Cards whose words are longer than a card holds: all of them stand in a comment.',
  STEPS_IN_COMMENT: 'Cards with more steps than a card holds: the others stand in a comment.',
  LINKS_IN_COMMENT:
    'Cards with more links than a card holds, or ones that are no web address: they stand in a comment.',
  LABELS_AS_WORDS: 'Labels that name no skill: they stand as words in a comment.',
  PEOPLE_AS_NAMES:
    'Cards that belonged to people there: their names stand in a comment, and nobody holds the card.',
  FIELDS_AS_WORDS: 'Fields of their own: they stand as words in a comment.',
  FILES_BEHIND_SIGN_IN: 'Files that only somebody who is signed in there can open: the link alone comes.',
  COMMENTS_MISSING: 'Comments that are not in the file: Trello writes the newest 1,000 actions.',
  COMMENTS_WITHOUT_CARD: 'Comments on cards that are not in the file.',
  COMMENTS_WITHOUT_NAME: 'Comments of people whom the file does not name.',
  COLUMNS_LEFT_OUT: 'Columns that are left out.',
  VALUES_UNKNOWN:
    'Skills, hours, phases and the like that we do not know: what you chose for all stands instead.',
  WITHOUT_TITLE: 'Rows and cards without a title: left out.',
  SIGNS_TAKEN_OUT: 'Texts with invisible control characters, which were taken out.',
} as const;
export type ImportNoteKind = keyof typeof importNoteKinds;
export const ImportNoteKind = Object.fromEntries(
  Object.keys(importNoteKinds).map((kind) => [kind, kind]),
) as { [Kind in ImportNoteKind]: Kind };
