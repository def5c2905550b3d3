import unhomoglyph from 'unhomoglyph';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import { plainText } from '../../platform/input/text.ts';
import { zeroOf } from '../../platform/input/typed-code.ts';

const MIN = 3;
const MAX = 24;
/** Longer than any handle before folding; keeps the folding from being fed a book. */
const MAX_TYPED = 200;

/**
 * Scripts in use today: the recommended and limited-use ones of Unicode's UAX #31, tables 5 and 7, which leave
 * out what only scholars write.
 */
const SCRIPTS = (
  'Latn Cyrl Grek Arab Armn Beng Deva Ethi Geor Gujr Guru Hebr Khmr Knda Laoo Mlym Mymr Orya Sinh Taml Telu ' +
  'Thaa Thai Tibt Adlm Bali Bamu Batk Cakm Cans Cham Cher Hmnp Java Kali Lana Lepc Limb Lisu Mand Mtei Newa ' +
  'Nkoo Olck Osge Plrd Rohg Saur Sund Sylo Syrc Tale Talu Tavt Tfng Vaii Wcho Yiii'
).split(' ');

/**
 * What may stand together in one handle: one script, or those that Chinese, Japanese and Korean mix with
 * Latin. This is "highly restrictive" of Unicode's UTS #39, section 5.2.
 */
const FAMILIES = [
  ...SCRIPTS.map((script) => [script]),
  ['Latn', 'Hani', 'Hira', 'Kana'],
  ['Latn', 'Hani', 'Hang'],
  ['Latn', 'Hani', 'Bopo'],
].map((scripts) => {
  const letters = scripts.map((script) => `\\p{scx=${script}}`).join('');
  return new RegExp(`^[${letters}\\p{Nd}\\p{scx=Zyyy}\\p{scx=Zinh}]+$`, 'u');
});

/**
 * Letters with their marks, digits, and single - _ . between them. Myanmar and Khmer write up to five marks on a letter;
 * of the marks that fit every script a stack of more than two is no writing.
 */
const SHAPE = /^(?:\p{L}\p{M}{0,5}|\p{Nd})+(?:[-_.](?:\p{L}\p{M}{0,5}|\p{Nd})+)*$/u;
const STACK = /\p{Script=Inherited}{3}/u;

const JOINERS_AND_SIGNS = /[-_.\u200C\u200D]/g;
/** Marks that take away the vowel of the consonant before them, and so may be followed by a joiner. */
const VIRAMA =
  '\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0F84\u1039\u103A\u1714\u1734' +
  '\u17D2\u1A60\u1B44\u1BAA\u1BAB\uA806\uA8C4\uA953\uA9C0\uAAF6\uABED';
/** Arabic letters that join what follows them: all but those of the shape of alef, dal, reh, waw and a few more. */
const JOINS_ON =
  '[^\\P{scx=Arab}\\P{L}\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06C0-\u06CB\u06CF\u06D2-\u06D5\u06EE\u06EF]';
/**
 * Where one writes a joiner or a non-joiner (UAX #31, section 2.3): between Arabic letters that would join, and behind
 * a virama. Elsewhere they only hide.
 */
const RIGHT_JOINERS = new RegExp(
  `(?<=${JOINS_ON}\\p{M}*)\u200C(?=\\p{scx=Arab})|(?<=\\p{L}\\p{M}*[${VIRAMA}]\\p{M}*)[\u200C\u200D](?=\\p{L})`,
  'gu',
);

const withoutJoiners = (handle: string) => handle.replace(RIGHT_JOINERS, '');

/** Who might be taken for us, for everybody, or for nobody. In English and Spanish. */
const RESERVED_WORDS =
  'admin admins administrator administrador administradora root system sistema server servidor bot api ' +
  'strikeboard strike.board huelga official oficial organizer organiser organizador organizadora organizers ' +
  'coordinator coordinador coordinadora approver aprobador aprobadora member miembro moderator moderador ' +
  'moderadora mod support soporte help ayuda staff equipo team owner security seguridad union sindicato local ' +
  'volunteer voluntario voluntaria everyone everybody todos todas all here aqui channel canal group grupo ' +
  'anonymous anonimo anonima guest invitado invitada unknown desconocido desconocida nobody nadie someone alguien ' +
  'null undefined nan true false none ninguno me you yo mi tu usted vos ustedes nosotros nosotras us we they ' +
  'viewer person persona user usuario usuaria handle deleted borrado removed eliminado test prueba gone erased ' +
  'the.local el.local el.sindicato la.union the.union strike.office coordination coordinacion desk';

/**
 * Takes a handle as typed; returns it as it will be shown, in NFKC. Refuses, as InvalidInput on `handle`,
 * fewer than 3 or more than 24 characters, anything but letters and digits with single - _ . between them,
 * scripts that do not stand together, letters that only pretend to be Latin, and reserved words.
 */
export function checkHandle(typed: string): string {
  const field = 'handle';
  const handle = plainText(typed, { field, max: MAX_TYPED }).normalize('NFKC').trim();
  const length = [...handle].length;
  if (length < MIN) {
    throw new InvalidInput(field, 'TOO_SHORT', `Use at least ${MIN} letters or digits.`, { limit: MIN });
  }
  if (length > MAX) {
    throw new InvalidInput(field, 'TOO_LONG', `Keep it to ${MAX} letters or digits.`, { limit: MAX });
  }
  const joined = withoutJoiners(handle);
  if (!SHAPE.test(joined) || STACK.test(joined) || /\p{Default_Ignorable_Code_Point}/u.test(joined)) {
    throw new InvalidInput(
      field,
      'BAD_CHARACTERS',
      'Use letters and digits. A dash, a dot or an underscore may stand between two of them.',
    );
  }
  if (mixes(joined)) {
    throw new InvalidInput(
      field,
      'CONFUSABLE',
      'Use letters and digits of one alphabet, so that nobody is taken for another.',
    );
  }
  const latin = latinTwin(joined);
  if (latin !== null) {
    throw new InvalidInput(
      field,
      'CONFUSABLE',
      `Others would read this as “${latin}”. Add a letter that only your alphabet has, or write it in Latin letters.`,
      { about: latin },
    );
  }
  if (isReserved(handle)) {
    throw new InvalidInput(
      field,
      'RESERVED',
      'This handle could be taken for us or for everybody. Choose another.',
    );
  }
  return handle;
}

/** Whether letters or digits of several alphabets stand side by side that nobody writes together. */
function mixes(handle: string): boolean {
  if (!FAMILIES.some((family) => family.test(handle))) return true;
  return new Set(handle.match(/\p{Nd}/gu)?.map(zeroOf)).size > 1;
}

/** What a handle of another alphabet is read as when all of its letters look like Latin ones; else null. */
function latinTwin(handle: string): string | null {
  const foreign = !/\p{Script=Latin}/u.test(handle) && /\p{L}/u.test(handle);
  const twin = unhomoglyph(handle);
  return foreign && /^[\x21-\x7e]+$/.test(twin) ? twin : null;
}

/**
 * The handle folded so that two that look alike are equal: without case, accents and punctuation, and with
 * each letter replaced by what it looks like in small and in capital letters (UTS #39, section 4).
 */
export function handleKey(handle: string): string {
  const folded = handle.normalize('NFKD').replace(JOINERS_AND_SIGNS, '').toUpperCase().toLowerCase();
  // Small, capital, small again: 1 and I look like l only as a capital, and ɑ like a only as a small letter.
  return lookAlike(lookAlike(lookAlike(folded).toUpperCase()).toLowerCase());
}

/** Letters that several others look like side by side, in the letters that keys are made of. */
const LOOK_ALIKE_SEQUENCES = [
  ['vv', 'w'],
  ['rn', 'm'],
  ['cl', 'd'],
  ['cj', 'g'],
] as const;

/** The key of a handle in which also several letters that look like one are that one: `vvetx` is `wetx`. */
export function shapeKey(handle: string): string {
  return LOOK_ALIKE_SEQUENCES.reduce(
    (key, [several, one]) => key.replaceAll(several, one),
    handleKey(handle),
  );
}

/** `shapeKey` of the column `handle_key`, in SQL: what the index `person_shape` is over. */
export const SHAPE_OF_KEY = LOOK_ALIKE_SEQUENCES.reduce(
  (sql, [several, one]) => `replace(${sql}, '${several}', '${one}')`,
  'handle_key',
);

/**
 * The key of a handle that somebody typed to name a person; it may have a space or @ around it. What no handle
 * can hold, and PostgreSQL would not even compare, names nobody.
 */
export function typedHandleKey(typed: string): string {
  const bare = typed
    .slice(0, MAX_TYPED)
    .replace(/[^\P{Cf}\u200C\u200D]/gu, '')
    .trim()
    .replace(/^@/, '');
  return handleKey(bare.replace(/[^\P{C}\u200C\u200D]/gu, '\uFFFD'));
}

/** The text in the letters it looks like, without accents and apostrophes. */
function lookAlike(text: string): string {
  return unhomoglyph(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f']/g, '');
}

function isReserved(handle: string): boolean {
  const key = shapeKey(handle);
  return (
    key.includes(shapeKey('strikeboard')) ||
    isNameOfGone(handle) ||
    RESERVED_WORDS.split(' ').some((word) => shapeKey(word) === key)
  );
}

/** Whoever erases themselves goes by `gone-` and ten digits and letters; nobody else does, nor begins like it. */
function isNameOfGone(handle: string): boolean {
  const [first = '', ...rest] = handle.split(/[-_.]/);
  const gone = shapeKey('gone');
  return shapeKey(first) === gone
    ? rest.length > 0
    : new RegExp(`^${gone}[0-9a-fol]{5,10}$`).test(shapeKey(handle));
}

/** Handles near one that is taken, nearest first, each within the rules. Leaves out 0 and 1, which look like letters. */
export function handlesNear(handle: string): string[] {
  return [2, 3, 4, 5, 6, 7, 8, 9, 22, 33, 44, 55, 66, 77, 88, 99].map((number) => {
    const stem = [...handle]
      .slice(0, MAX - 3)
      .join('')
      .replace(/[-_.]+$/, '');
    return `${stem}-${number}`;
  });
}
