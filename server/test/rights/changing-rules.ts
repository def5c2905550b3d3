import type { RefusalCode } from '../../src/platform/refusal/refusal.ts';
import type { Sensitivity } from '../../src/core/access/sensitivity.ts';
import type { ChangingRule } from './decisions.ts';
import { isOf } from './facts.ts';
import { holderOf, type Somebody } from './world.ts';

/** What a change is about, as far as it decides who may do it. */
export interface About {
  /** Row id. */
  organizationId: string;
  /** Row id; of changes within one campaign. */
  campaignId?: string;
  /** Of the card; its holder follows from it. */
  sensitivity?: Sensitivity;
}

const NO: RefusalCode = 'NOT_ALLOWED';

/** Why somebody who may read what it is about is refused; null where they are not. */
export function refusalFor(rule: ChangingRule, who: Somebody, about: About): RefusalCode | null {
  const { viewer } = who;
  if (rule === 'anyone' || rule === 'whoever has the link' || rule === 'link holder') return null;
  if (rule === 'anyone not on hold') {
    if (viewer?.standing === 'SUSPENDED') return 'SUSPENDED';
    return viewer?.blocks.has(about.campaignId ?? '') ? 'BLOCKED' : null;
  }
  // With the receipt there is no account that it is of.
  if (rule === 'author, or whoever has the link')
    return about.sensitivity && !viewer ? 'NOT_SIGNED_IN' : null;
  if (rule === 'signed out') return viewer && who.kind !== 'newcomer' ? NO : null;
  const wrote = about.sensitivity !== undefined && who.kind === holderOf(about.sensitivity);
  if (rule === 'whoever has the link, not author') {
    // The organizer makes each link of this world, and the member looks at the craft.
    const otherGate = who.kind === 'organizer' || who.kind === 'member';
    return wrote ? 'OWN_WORK' : otherGate ? 'OTHER_GATE' : null;
  }
  if (!viewer) return 'NOT_SIGNED_IN';
  if (rule === 'signed in') return null;
  if (viewer.standing === 'SUSPENDED') return 'SUSPENDED';

  if (about.campaignId !== undefined && viewer.blocks.has(about.campaignId)) return 'BLOCKED';

  const role = viewer.roles.get(about.organizationId);
  const holds = wrote;
  const manages = viewer.coordinator || role === 'ORGANIZER';
  const unless = (allowed: boolean) => (allowed ? null : NO);
  switch (rule) {
    case 'who may advise':
      return unless(viewer.coordinator || viewer.standing !== 'NEW');
    case 'its adviser':
      return unless(who.kind === 'lead');
    case 'who booked it':
      return unless(who.kind === 'vetted');
    case 'one of its two':
      return unless(who.kind === 'lead' || who.kind === 'vetted');
    case 'whose it is':
      return unless(who.kind === 'vetted');
    case 'who answers practice, not whoever practised':
      return who.kind === 'vetted'
        ? 'OWN_WORK'
        : unless(
            manages || (['VETTED', 'LEAD'].includes(viewer.standing) && viewer.skills.includes('WRITING')),
          );
    case 'volunteer':
    case 'first by the link':
      return null;
    case 'whoever took it away':
    case 'whoever did it':
      return unless(who.kind === 'organizer');
    case 'an organizer, not whoever asked':
      return unless(role === 'ORGANIZER');
    case 'manager':
      return unless(manages);
    case 'coordinator':
      return unless(viewer.coordinator);
    case 'voucher':
      return unless(viewer.coordinator || role !== undefined);
    case 'holder':
      return unless(holds);
    case 'holder or team':
      return unless(holds || viewer.coordinator || role !== undefined);
    case 'sender':
    case 'author':
      return unless(holds);
    case 'holder or manager':
    case 'author or manager':
      return unless(holds || manages);
    case 'craft reviewer, not author':
      return holds
        ? 'OWN_WORK'
        : unless(
            isOf(who, about.organizationId) ||
              viewer.standing !== 'NEW' ||
              viewer.vouches.has(about.organizationId),
          );
    case 'the local, not author':
      return holds ? 'OWN_WORK' : unless(role === 'ORGANIZER' || role === 'APPROVER');
    case 'the local or a coordinator, not author':
      return holds ? 'OWN_WORK' : unless(manages || role === 'APPROVER');
    case 'the local or a coordinator':
      return unless(manages || role === 'APPROVER');
    case 'an organizer':
      return unless(role === 'ORGANIZER');
    case 'own person':
      return unless(role !== undefined);
    case 'the local':
      return unless(role === 'ORGANIZER' || role === 'APPROVER');
    default:
      throw new Error(`The rule ${String(rule satisfies never)} is not carried out.`);
  }
}
