import { type Reader, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';

/** Whether somebody reads asks that are not their own. Coordinators do; suspended ones do not. */
export function readsAsks(reader: Reader): boolean {
  return reader.teamOf === 'EVERY';
}

/** The viewer, who decides about asks; a refusal for everybody else. */
export function requireTriage(viewer: Viewer | null): Viewer {
  const now = requireViewer(viewer);
  if (!now.coordinator) throw notAllowed('COORDINATORS_ONLY', 'Only coordinators answer requests for help.');
  return now;
}
