import { Refusal, RefusalCode } from '../../platform/refusal/refusal.ts';

/** Why a link for approving without an account leads nowhere. */
export const LinkProblem = {
  WRONG: 'WRONG',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
  DECIDED: 'DECIDED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type LinkProblem = keyof typeof LinkProblem;

const LINK_WORDS: Record<LinkProblem, string> = {
  WRONG: 'This link is not complete, or not ours. Open it again from the message it came in.',
  EXPIRED: 'This link has run out. Ask whoever sent it for a new one.',
  REVOKED: 'This link was taken back. Ask whoever sent it if you are still needed.',
  DECIDED: 'This work has been decided on already. There is nothing more to do.',
  WITHDRAWN:
    'Whoever made this work took it back to go on with it. You will be asked again when it is there.',
};

/** The link was wrong, has run out, was revoked, or its work was decided on. */
export class ApprovalLinkInvalid extends Refusal {
  readonly problem: LinkProblem;
  constructor(problem: LinkProblem) {
    super(RefusalCode.LINK_INVALID, LINK_WORDS[problem]);
    this.problem = problem;
  }
}

/** The work was corrected since somebody looked at it: nobody decides on words they have not read. */
export const staleWork = () =>
  new Refusal(
    RefusalCode.STALE_WORK,
    'This work was corrected while you looked at it. Look at what is new, then decide.',
  );
export const ownWork = () =>
  new Refusal(RefusalCode.OWN_WORK, 'This is your own work. Somebody else has to look at it.');
export const otherGate = () =>
  new Refusal(
    RefusalCode.OTHER_GATE,
    'Two people look at each piece of work. Whoever made this link or looked at the craft, or somebody on their phone or computer, cannot give the yes of the local too.',
  );
export const craftSeen = () =>
  new Refusal(
    RefusalCode.OTHER_GATE,
    'Two people look at each piece of work. You looked at its craft: the yes of the local comes from somebody else.',
    'CRAFT_SEEN',
  );
