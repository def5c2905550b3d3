import { error } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import type { RequestHandler } from './$types';

/** What fits into a code that a camera still reads from some steps away. */
const LONGEST = 200;

/** `/qr/<path>.svg`: the address of a page of ours as a code. Of ours alone: nobody lends it to another site. */
export const GET: RequestHandler = ({ params, setHeaders, url }) => {
  if (!params.to.endsWith('.svg')) error(404, 'Not found');
  const address = new URL(
    `/${params.to.slice(0, -'.svg'.length)}${url.search}`.replace(/^\/+/, '/'),
    url.origin,
  );
  if (address.origin !== url.origin || address.href.length > LONGEST) error(404, 'Not found');
  setHeaders({ 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'public, max-age=86400' });
  return new Response(renderSVG(address.href, { ecc: 'M', border: 2 }));
};
