/** From so many addresses or numbers on, a text may be a list of people and not a way to reach somebody. */
const A_LIST = 6;

/** What holds digits or an @ and reaches nobody: taken out before people are looked for. */
const NO_PEOPLE = [
  // Web addresses, with their numbers of events and tickets.
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}@.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\/\S*/giu,
  // Accounts of the open networks: @name@server.
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]+@[\p{L}\p{N}.-]+/gu,
  // Sums, by their currency or by their groups of three.
  /(?:[$€£¥₹₱]|\b(?:USD|EUR|GBP|CAD|MXN))\s?\d[\d.,'’ \u00a0]*/giu,
  /\d[\d.,'’ \u00a0]*\s?(?:[$€£¥₹₱%]|(?:USD|EUR|GBP|CAD|MXN|dollars?|d[oó]lares|euros?|pesos|pounds)\b)/giu,
  /(?<![\d.,'’])\d{1,3}(?:([.,'’])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?(?![.,'’]?\d)/g,
  // Dates, with the time of day, in any order; and written without anything between.
  /(?<!\d)(?<!\d[-/.])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?![-/.]?\d)/g,
  /(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[T ]?\d{4,6})?(?!\d)/g,
  /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/g,
  // Numbers of cases, files, permits and the like, said to be one, or with letters in them.
  /(?:\b(?:case|docket|file|claim|matter|charge|complaint|permit|policy|invoice|account|acct|order|ticket|meeting|webinar|zoom|ein|fein|id|ref|expediente|caso|causa|folio|demanda|permiso|factura|cuenta|reuni[oó]n)\b[\s.:#]*(?:(?:no|n[uú]m|nr|number|n[uú]mero|id)\b|[nN][º°])?|#)[\s.:#]*[\p{L}\d][\p{L}\d./: -]*\d/giu,
  /(?<![\p{L}\p{N}])(?=[\d-]*\p{L})[\p{L}\d]+(?:[-/:.][\p{L}\d]+)+/gu,
];

/** Looked for where a word begins only, or a long word would be read once for each of its letters. */
const EMAIL = /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Nine digits or more, with what people put between them. */
const PHONE = /(?<!\d)\+?\(?\d(?:[ ()./-]{0,2}\d){8,14}(?!\d)/g;

/**
 * Whether a text looks like a list of people: six e-mail addresses or telephone numbers of different people. It is a
 * guess from shape; whoever typed it is asked.
 */
export function looksLikePeople(text: string): boolean {
  const addresses = withoutAccounts(text).match(EMAIL);
  if (new Set(addresses?.map((one) => one.toLowerCase())).size >= A_LIST) return true;
  const left = NO_PEOPLE.reduce((rest, pattern) => rest.replace(pattern, ' ; '), text);
  return new Set(left.match(PHONE)?.map((number) => number.replace(/\D/g, ''))).size >= A_LIST;
}

const withoutAccounts = (text: string) => text.replace(NO_PEOPLE[0]!, ' ').replace(NO_PEOPLE[1]!, ' ');
