import { InvalidInput } from '../refusal/refusal.ts';
import { plainText } from './text.ts';

const MAX_LINKS = 12;
const MAX_URL = 2000;

/**
 * Takes links as typed; returns them as absolute http(s) addresses with a label. Refuses other schemes,
 * addresses with a user name or password in them, and more than twelve.
 */
export function webLinks(
  links: { label?: string | null; url: string }[] | null | undefined,
  field = 'links',
): Link[] {
  const list = links ?? [];
  if (list.length > MAX_LINKS) {
    throw new InvalidInput(field, 'TOO_MANY', `Keep it to ${MAX_LINKS} links.`, { limit: MAX_LINKS });
  }
  return list.map(({ label, url }) => {
    const address = webAddress(plainText(url, { field, max: MAX_URL }), field);
    return {
      url: address.href,
      label: plainText(label, { field, max: 120, optional: true }) || address.host,
    };
  });
}

function webAddress(text: string, field: string): URL {
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  if (!address || !/^https?:$/.test(address.protocol) || !address.hostname.includes('.')) {
    throw new InvalidInput(field, 'BAD_URL', 'Use a web address that starts with https://');
  }
  if (address.username || address.password) {
    throw new InvalidInput(field, 'BAD_URL', 'Take the user name and password out of this address.');
  }
  return address;
}

export interface Link {
  label: string;
  url: string;
}
