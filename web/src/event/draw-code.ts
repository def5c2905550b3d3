/** A code for the door as one path in a square of so many units. */
export interface DrawnCode {
  path: string;
  size: number;
}

/** Draws it. */
export async function drawCode(ticket: string): Promise<DrawnCode> {
  const { encode } = await import('uqr');
  const { data, size } = encode(ticket, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { path, size };
}
