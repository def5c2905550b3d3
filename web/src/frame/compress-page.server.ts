/**
 * A page, compressed where the reader takes it: a board is sent with its cards twice (as text and for the
 * script), which shrinks to a quarter. Scripts and styles are compressed when they are built.
 */
export function compressPage(request: Request, response: Response): Response {
  const type = response.headers.get('content-type') ?? '';
  const takes = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (
    !takes ||
    !response.body ||
    response.headers.has('content-encoding') ||
    !/^(text\/html|application\/json)/.test(type)
  ) {
    return response;
  }
  const headers = new Headers(response.headers);
  headers.set('content-encoding', 'gzip');
  headers.append('vary', 'accept-encoding');
  headers.delete('content-length');
  // The tag names the bytes of the page, which are others now.
  const tag = headers.get('etag');
  if (tag && !tag.startsWith('W/')) headers.set('etag', `W/${tag}`);
  return new Response(response.body.pipeThrough(new CompressionStream('gzip')), {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}
