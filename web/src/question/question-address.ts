/** As much of an address as is read here, so that the one of a page will do. */
interface Address {
  pathname: string;
  search: string;
}

/** Which questions a page shows, as its address says: the newest first with `?sort=new`, and from where on. */
export function questionsInAddress({ search }: Address): { orderBy: 'VOTES' | 'NEW'; after: string | null } {
  const asked = new URLSearchParams(search);
  return {
    orderBy: asked.get('sort') === 'new' ? 'NEW' : 'VOTES',
    after: asked.get('questions'),
  };
}

/** The same page with its questions in another order, or from a cursor on. */
export function addressWith(
  url: Address,
  change: { orderBy?: 'VOTES' | 'NEW'; after?: string | null },
): string {
  const search = new URLSearchParams(url.search);
  for (const gone of ['asked', 'questions']) search.delete(gone);
  if (change.orderBy === 'VOTES') search.delete('sort');
  if (change.orderBy === 'NEW') search.set('sort', 'new');
  if (change.after) search.set('questions', change.after);
  const text = search.toString();
  return `${url.pathname}${text ? `?${text}` : ''}#questions`;
}
