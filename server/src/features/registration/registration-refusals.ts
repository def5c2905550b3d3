import { Refusal } from '../../platform/refusal/refusal.ts';

/** Somebody else was first at the door. Both can be told: who it was, and when. */
export class AlreadyCheckedIn extends Refusal {
  /** Row ids; null where whoever it was has left. */
  readonly registrationId: string;
  readonly checkedInById: string | null;
  readonly at: Date;
  constructor({ registrationId, byId, at }: { registrationId: string; byId: string | null; at: Date }) {
    super('ALREADY_CHECKED_IN', 'They are checked in already.');
    this.registrationId = registrationId;
    this.checkedInById = byId;
    this.at = at;
  }
}
