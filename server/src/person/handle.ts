import unhomoglyph from 'unhomoglyph';
import { InvalidInput } from '../refusal.ts';
import { plainText } from '../input/text.ts';

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

/** Letters with their marks (a taller stack is no writing), digits, and single - _ . between them. */
const SHAPE = /^(?:\p{L}\p{M}{0,2}|\p{Nd})+(?:[-_.](?:\p{L}\p{M}{0,2}|\p{Nd})+)*$/u;

/** Who might be taken for us, for everybody, or for nobody. In English and Spanish. */
const RESERVED_WORDS =
  'admin admins administrator administrador administradora root system sistema server servidor bot api ' +
  'strikeboard strike.board huelga official oficial organizer organiser organizador organizadora organizers ' +
  'coordinator coordinador coordinadora approver aprobador aprobadora member miembro moderator moderador ' +
  'moderadora mod support soporte help ayuda staff equipo team owner security seguridad union sindicato local ' +
  'volunteer voluntario voluntaria everyone everybody todos todas all here aqui channel canal group grupo ' +
  'anonymous anonimo anonima guest invitado invitada unknown desconocido desconocida nobody nadie someone alguien ' +
  'null undefined nan true false none ninguno me you yo mi tu usted vos ustedes nosotros nosotras us we they ' +
  'viewer person persona user usuario usuaria handle deleted borrado removed eliminado test prueba';

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
  if (!SHAPE.test(handle) || /\p{Default_Ignorable_Code_Point}/u.test(handle)) {
    throw new InvalidInput(
      field,
      'BAD_CHARACTERS',
      'Use letters and digits. A dash, a dot or an underscore may stand between two of them.',
    );
  }
  if (deceives(handle)) {
    throw new InvalidInput(
      field,
      'CONFUSABLE',
      'Use letters of one alphabet, so that nobody is taken for another.',
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

/** Whether letters of one script are dressed as another's: mixed, or all of them look-alikes of Latin. */
function deceives(handle: string): boolean {
  if (!FAMILIES.some((family) => family.test(handle))) return true;
  if (systemsOfDigits(handle) > 1) return true;
  const foreign = !/\p{Script=Latin}/u.test(handle) && /\p{L}/u.test(handle);
  return foreign && /^[\x21-\x7e]+$/.test(unhomoglyph(handle));
}

/** The digits of a system stand in a run of their own, which its zero begins. */
function systemsOfDigits(handle: string): number {
  const zeros = (handle.match(/\p{Nd}/gu) ?? []).map((digit) => {
    let zero = digit.codePointAt(0)!;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return zero;
  });
  return new Set(zeros).size;
}

/**
 * The handle folded so that two that look alike are equal: without case, accents and punctuation, and with
 * each letter replaced by what it looks like in small and in capital letters (UTS #39, section 4).
 */
export function handleKey(handle: string): string {
  const folded = handle.normalize('NFKD').replace(/[-_.]/g, '').toUpperCase().toLowerCase();
  // Small, capital, small again: 1 and I look like l only as a capital, and ɑ like a only as a small letter.
  return lookAlike(lookAlike(lookAlike(folded).toUpperCase()).toLowerCase());
}

/**
 * The key of a handle that somebody typed to name a person; it may have a space or @ around it. What no handle
 * can hold, and PostgreSQL would not even compare, names nobody.
 */
export function typedHandleKey(typed: string): string {
  return handleKey(typed.slice(0, MAX_TYPED).trim().replace(/^@/, '').replace(/\p{C}/gu, '\uFFFD'));
}

/** The text in the letters it looks like, without accents and apostrophes. */
function lookAlike(text: string): string {
  return unhomoglyph(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f']/g, '');
}

function isReserved(handle: string): boolean {
  const key = handleKey(handle);
  return (
    key.includes(handleKey('strikeboard')) ||
    RESERVED_WORDS.split(' ').some((word) => handleKey(word) === key)
  );
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
