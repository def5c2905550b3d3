/** A secret at the end of a link: 256 bits as base64url. The server reads links in the same way (`typed-code.ts`). */
const secret = /[\w-]{43}/;
/** Spaces, ends of lines and marks that a message put into a long link. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * The secret behind the # of an address, without what a mail program or a full stop hung on it. Of a fragment without
 * one, all of it, which opens nothing; '' for none.
 */
export function secretInFragment(hash: string): string {
  const fragment = hash.replace(/^#/, '');
  return secret.exec(decoded(fragment).replace(unseen, ''))?.[0] ?? fragment;
}

/**
 * The secret in a link that somebody pasted whole, or in what stands behind its #; null where there is none. As the
 * server reads links.
 */
export function secretInLink(pasted: string): string | null {
  const parts = pasted
    .slice(0, 4_000)
    .replace(unseen, '')
    .split(/#|%(?:25)*23/i);
  return (
    parts
      .reverse()
      .map((part) => secret.exec(part)?.[0])
      .find(Boolean) ?? null
  );
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
/**
 * Where an address leads whose # came as %23, as some programs that make links of texts write it: the same page with
 * its fragment back. Null for every other address.
 */
export function withFragmentBack(pathname: string): string | null {
  const [, page, rest] = /^(\/[^%]*)%(?:25)*23(.*)$/i.exec(pathname) ?? [];
  const found = rest && secret.exec(rest)?.[0];
  return found ? `/${page!.replace(/^\/+/, '')}#${found}` : null;
}
