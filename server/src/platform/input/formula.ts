/*
 * What a spreadsheet takes for a formula, it carries out: whoever opens a file must not run what a stranger typed (OWASP,
 * "CSV Injection"). An apostrophe before it makes it a text. Which sign ends a cell depends on the language of the
 * spreadsheet, and a quotation mark counts only where a cell begins there, so a text is guarded wherever any of them could
 * begin a cell: after commas, semicolons, tabs, bars and line breaks too.
 */

/** What is read as the beginning of a formula, also behind spaces and unseen marks, and in full width. */
const FORMULA = String.raw`'*(?:(?![\t\r\n])[\s\p{Cf}])*[=+\-@＝＋－＠|%]`;
/** Where a cell can begin. */
const BEGIN = String.raw`(?<=^|[,;|\t\r\n])`;

const UNGUARDED = new RegExp(String.raw`${BEGIN}(?=${FORMULA})|^(?='*[\t\r\n])`, 'gu');
const GUARDED = new RegExp(String.raw`${BEGIN}'(?=${FORMULA})|^'(?='*[\t\r\n])`, 'gu');

/** The text as cells that are texts in every spreadsheet. */
export const guardFormulas = (text: string): string => text.replace(UNGUARDED, "'");

/** Exactly what a guarded text was. */
export const unguardFormulas = (text: string): string => text.replace(GUARDED, '');
