import type { Vault } from '../../platform/vault/vault.ts';

/** The first byte of a key says what it is of, so that one of a name never equals one of a contact. */
export const LikenessOf = { ORGANIZATION: 1, CONTACT: 2 } as const;
type LikenessOf = (typeof LikenessOf)[keyof typeof LikenessOf];

/** Ways to reach somebody that are looked at; more stand in no contact of real life. */
const MAX_WAYS = 6;
/** Letters and digits below which a text is not one's own. */
const MIN_LENGTH = 4;

/**
 * Keyed hashes by which an ask that was made twice is found; nothing is learned from them without the secret.
 * Each line of a contact counts by itself. Give what changed: the keys of the rest stay.
 */
export function likenessKeys(
  vault: Vault,
  before: readonly Buffer[],
  change: { organizationName?: string | null | undefined; contact?: string | null | undefined },
): Buffer[] {
  const keys = (of: LikenessOf, texts: string[] | undefined) =>
    texts ? keysOf(vault, of, texts) : before.filter((key) => key[0] === of);
  const { organizationName: name, contact } = change;
  const ways = contact === undefined ? undefined : (contact ?? '').split(/[\n,;]/).slice(0, MAX_WAYS);
  return [
    ...keys(LikenessOf.ORGANIZATION, name === undefined ? undefined : [name ?? '']),
    ...keys(LikenessOf.CONTACT, ways),
  ];
}

function keysOf(vault: Vault, of: LikenessOf, texts: string[]): Buffer[] {
  const folded = new Set(texts.map(fold).filter((text) => text.length >= MIN_LENGTH));
  return [...folded].map((text) =>
    Buffer.concat([Buffer.of(of), vault.keyedHash(text, `ask.likeness.${of}`)]),
  );
}

/** Upper and lower case, accents, spaces and dashes do not make another name or another number. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
