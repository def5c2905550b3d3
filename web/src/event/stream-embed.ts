/** A stream as its provider lends it to a page of others. */
export interface StreamEmbed {
  /** Whose it is, as people know it. */
  provider: string;
  /** Where the frame comes from: the only origin that its page may frame. */
  origin: string;
  src: string;
}

const ID = /^[\w-]{5,20}$/;

/**
 * The frame for the address of a stream; null for one that is none of the providers whose frames we know. `parent` is
 * our own host name, which some ask for. Nothing of an address but its id goes into a frame.
 */
export function embedOf(address: string, parent: string): StreamEmbed | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/^(www|m)\./, '');
  const path = url.pathname.split('/').filter(Boolean);
  if (host === 'youtube.com' || host === 'youtu.be' || host === 'youtube-nocookie.com') {
    const [first = '', second = ''] = path;
    const id = host === 'youtu.be' ? first : first === 'watch' ? (url.searchParams.get('v') ?? '') : second;
    const isOne = host === 'youtu.be' || ['watch', 'live', 'embed', 'shorts'].includes(first);
    const origin = 'https://www.youtube-nocookie.com';
    return isOne && ID.test(id) ? { provider: 'YouTube', origin, src: `${origin}/embed/${id}` } : null;
  }
  if (host === 'vimeo.com' || host === 'player.vimeo.com') {
    const id = path.find((part) => /^\d{5,12}$/.test(part));
    const origin = 'https://player.vimeo.com';
    return id && path[0] !== 'event'
      ? { provider: 'Vimeo', origin, src: `${origin}/video/${id}?dnt=1` }
      : null;
  }
  if (host === 'twitch.tv') {
    const [channel = ''] = path;
    const origin = 'https://player.twitch.tv';
    if (path.length !== 1 || !/^\w{3,25}$/.test(channel)) return null;
    const query = new URLSearchParams({ channel, parent, autoplay: 'false' });
    return { provider: 'Twitch', origin, src: `${origin}/?${query}` };
  }
  return null;
}
