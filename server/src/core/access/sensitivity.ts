/** Who may read: anyone; people whose standing is VETTED or LEAD; people of the campaign. In rising order. */
export const Sensitivity = { PUBLIC: 'PUBLIC', VETTED: 'VETTED', TEAM: 'TEAM' } as const;
export type Sensitivity = keyof typeof Sensitivity;

const rank: Record<Sensitivity, number> = { PUBLIC: 0, VETTED: 1, TEAM: 2 };

/** Whether somebody who reads up to `level` may read what is marked `sensitivity`. */
export function mayReadAt(level: Sensitivity, sensitivity: Sensitivity): boolean {
  return rank[sensitivity] <= rank[level];
}

/** The sensitivities that `level` may read. */
export function readableAt(level: Sensitivity): Sensitivity[] {
  return Object.values(Sensitivity).filter((sensitivity) => mayReadAt(level, sensitivity));
}
