import { FirstSnapshot } from '#web/board/first-snapshot.ts';
import type { Reroute, Transport } from '@sveltejs/kit/hooks';

/** What nothing of ours has in its address, and the database cannot keep. */
const CONTROL_CHARACTER = /%(0[0-9a-f]|1[0-9a-f]|7f)/i;

/** An address with a line break or a NUL in it is the address of nothing: the page that says so, and not a fault. */
export const reroute: Reroute = ({ url }) =>
  CONTROL_CHARACTER.test(url.pathname) ? '/nothing-here' : undefined;

/** What a page is given that is not plain data, and what of it travels. */
export const transport: Transport = {
  FirstSnapshot: {
    encode: (value) => value instanceof FirstSnapshot && [value.inPage],
    decode: ([text]: [string | null]) => new FirstSnapshot(text),
  },
};
