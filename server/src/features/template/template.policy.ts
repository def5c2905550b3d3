import { requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';

/** Templates are for all campaigns: those who look after all of them write them. */
export function requireTemplateWriter(viewer: Viewer): Viewer {
  const now = requireViewer(viewer);
  if (!now.coordinator) throw notAllowed('COORDINATORS_ONLY', 'Only a coordinator can change templates.');
  return now;
}
