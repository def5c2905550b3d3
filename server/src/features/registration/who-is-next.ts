/** Somebody in line, with as many as come along. */
export interface InLine {
  id: string;
  people: number;
}

/**
 * Who of a line gets places that are free: all places of a group or none, in the order of the line. A group for which
 * there is not room enough keeps its place in line, and whoever behind it fits does not wait for it: else places would
 * stay empty. `free` is null where there is no limit, and may be less than nothing where more have places than fit.
 */
export function whoIsNext<Waiting extends InLine>(line: readonly Waiting[], free: number | null): Waiting[] {
  let left = free ?? Infinity;
  return line.filter(({ people }) => {
    if (people > left) return false;
    left -= people;
    return true;
  });
}
