/** First parts of addresses that mean something by themselves. What follows them holds slugs, handles and tokens. */
const FIRST_PARTS: ReadonlySet<string> = new Set([
  // Answered by the server itself.
  'boards',
  'calendar',
  'export',
  'feeds',
  'graphql',
  'healthz',
  'imports',
  'metrics',
  'readyz',
  'unsubscribe',
  'widget',
  // Pages.
  '_app',
  'approve',
  'ask',
  'c',
  'campaigns',
  'conduct',
  'desk',
  'join',
  'me',
  'need-help',
  'new-campaign',
  'p',
  'sign-in',
  'suggestions',
]);

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/**
 * Where a request goes, as logs, figures and traces name it: one of a fixed few, whatever the address holds. A path
 * as it came would tell who signs in where, and what is in their links.
 */
export function routeClassOf(url: string | undefined): string {
  const path = (url ?? '/').split(/[?#]/, 1)[0] ?? '';
  if (path === '/') return path;
  const [before, first = '', ...rest] = path.split('/');
  if (before !== '' || !FIRST_PARTS.has(first)) return 'other';
  return rest.length > 0 ? `/${first}/…` : `/${first}`;
}

/** The method, or `OTHER`: a client may make up as many as it likes. */
export function methodClassOf(method: string | undefined): string {
  return method !== undefined && METHODS.has(method) ? method : 'OTHER';
}
