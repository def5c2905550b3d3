/** Smaller numbers of people are said as "fewer than five": they would tell of somebody. */
export const FEW = 5;

/** A number of people as everybody may read it; null for fewer than five. */
export const saidOf = (number: number): number | null => (number < FEW ? null : number);

/** Whether a number tells of somebody; that there was nobody tells of nobody. */
export const isSmall = (number: number): boolean => number > 0 && number < FEW;
