import type { Skill } from '../../core/access/skill.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { mayManageEvent } from '../event/event.policy.ts';

/** What of a training decides who does what with its practice. */
type Held = Parameters<typeof mayManageEvent>[1];

/** Lays practice cards out: whoever runs the training. */
export const mayLayOut = (viewer: Viewer | null, event: Held): boolean =>
  viewer !== null && viewer.standing !== 'SUSPENDED' && mayManageEvent(viewer, event);

/**
 * Reads what others hand in and answers it: whoever runs the training, and people of standing with the skill of the
 * card, who read the training. One gate, since nothing goes public. Nobody answers what they did themselves.
 */
export const mayAnswer = (viewer: Viewer | null, event: Held, { skill }: { skill: Skill }): boolean =>
  mayLayOut(viewer, event) ||
  (viewer !== null &&
    (viewer.standing === 'VETTED' || viewer.standing === 'LEAD') &&
    !(event.campaignId !== null && viewer.blocks.has(event.campaignId)) &&
    viewer.skills.includes(skill));
