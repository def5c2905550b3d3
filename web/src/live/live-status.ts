/** What the screen may claim to know: that it is up to date, an older state being mended, or a state since when. */
export type LiveStatus =
  | { readonly is: 'live' }
  | { readonly is: 'catchingUp' }
  | { readonly is: 'offline'; readonly since: Date }
  | { readonly is: 'signedOut' };
