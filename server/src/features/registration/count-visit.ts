import type { Context } from '../../core/access/context.ts';
import { visitorAddress } from '../../platform/http/visits.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';

/** Nobody tries many receipts from one address. */
export async function countLink(context: Context): Promise<void> {
  await context.services.entryLimits.seatLink.count(addressOf(context));
}

/** Whether the network of a visitor has room for one more place. */
export const hasRoom = (context: Context) => () => context.services.seatShare.take(addressOf(context));

function addressOf({ http }: Context): string | undefined {
  if (!http) throw notAllowed('BY_POST', 'Do this by POST.');
  return visitorAddress(http.request);
}
