import schema from '../../../../../schema/schema.graphql?raw';
import type { RequestHandler } from './$types';

/** The contract as a file, for generators of code that read no introspection. Anybody may read it, from any site. */
export const GET: RequestHandler = () =>
  new Response(schema, {
    headers: {
      'content-type': 'application/graphql; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
    },
  });
