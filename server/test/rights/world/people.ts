import { agreeToConduct } from '../../../src/core/trust/agree-to-conduct.ts';
import { CONDUCT_VERSION } from '../../../src/core/person/conduct.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import type { Role } from '../../../src/core/access/role.ts';
import { setRole } from '../../../src/core/trust/set-role.ts';
import type { Standing } from '../../../src/core/access/standing.ts';
import { setStanding } from '../../../src/core/trust/set-standing.ts';
import type { Viewer } from '../../../src/core/access/viewer.ts';
import { vouchForPerson } from '../../../src/core/trust/vouch-for-person.ts';
import { asNow, joinAs } from '../../support/people.ts';
import type { TestServices } from '../../support/services.ts';

/** Every kind of viewer. `ours` is the organization most of the world belongs to. */
export const KINDS = {
  nobody: 'signed out',
  newcomer: 'NEW',
  vetted: 'VETTED',
  lead: 'LEAD',
  vouched: 'NEW, for whom a member of ours vouches',
  suspended: 'SUSPENDED, though a member of ours',
  member: 'MEMBER of ours',
  approver: 'APPROVER of ours',
  organizer: 'ORGANIZER of ours',
  foreigner: 'ORGANIZER of another organization',
  coordinator: 'coordinator',
  blocked: 'VETTED by work, blocked from the campaigns of ours',
  holder: 'NEW, holds the public cards',
  partner: 'NEW, holds the public cards with their holder',
  vettedHolder: 'VETTED, holds the cards for vetted people',
  teamHolder: 'ORGANIZER of ours, holds the cards of the team',
} as const;
export type Kind = keyof typeof KINDS;

/** A kind of viewer as a person; `viewer` is null for nobody. */
export interface Somebody {
  kind: Kind;
  viewer: Viewer | null;
  /** Of the session; '' for nobody. */
  token: string;
}

export type CampaignName = 'open' | 'vetted' | 'team' | 'ended' | 'foreign';

export interface World {
  services: TestServices;
  people: Record<Kind, Somebody>;
  ours: string;
  theirs: string;
  campaigns: Record<CampaignName, { id: string; boardId: string }>;
}

export const SENSITIVITIES: Sensitivity[] = ['PUBLIC', 'VETTED', 'TEAM'];
const HOLDERS = { PUBLIC: 'holder', VETTED: 'vettedHolder', TEAM: 'teamHolder' } as const;

/** Who holds the cards of a sensitivity. */
export const holderOf = (sensitivity: Sensitivity): Kind => HOLDERS[sensitivity];

/** The row id of somebody who is signed in. */
export function idOf({ people }: Pick<World, 'people'>, kind: Kind): string {
  const { viewer } = people[kind];
  if (!viewer) throw new Error('Nobody has no id.');
  return viewer.personId;
}

/** Somebody of every kind, with the rights of that kind. */
export async function makePeople(
  services: TestServices,
  cora: Viewer,
  { ours, theirs }: { ours: string; theirs: string },
): Promise<World['people']> {
  const make = async (
    kind: Kind,
    handle: string,
    rights: { standing?: Standing; role?: Role; of?: string } = {},
  ): Promise<Somebody> => {
    const { viewer, token } = await joinAs(services, handle);
    if (rights.role) {
      await setRole(services, cora, { organizationId: rights.of ?? ours, handle, role: rights.role });
    }
    if (rights.standing)
      await setStanding(services, cora, { handle, standing: rights.standing, note: 'Known' });
    if (rights.standing && rights.standing !== 'SUSPENDED')
      await agreeToConduct(services, viewer, { version: CONDUCT_VERSION });
    return { kind, viewer: await asNow(services, viewer), token };
  };
  const member = await make('member', 'Mila', { role: 'MEMBER' });
  const vouched = await make('vouched', 'Vida');
  await vouchForPerson(services, member.viewer!, { handle: 'Vida', note: 'We met' });
  await agreeToConduct(services, vouched.viewer!, { version: CONDUCT_VERSION });
  vouched.viewer = await asNow(services, vouched.viewer!);
  return {
    nobody: { kind: 'nobody', viewer: null, token: '' },
    newcomer: await make('newcomer', 'Newt'),
    vetted: await make('vetted', 'Vera', { standing: 'VETTED' }),
    lead: await make('lead', 'Lena', { standing: 'LEAD' }),
    suspended: await make('suspended', 'Sven', { role: 'MEMBER', standing: 'SUSPENDED' }),
    vouched,
    member,
    approver: await make('approver', 'Alba', { role: 'APPROVER' }),
    organizer: await make('organizer', 'Olga', { role: 'ORGANIZER' }),
    foreigner: await make('foreigner', 'Fred', { role: 'ORGANIZER', of: theirs }),
    coordinator: { kind: 'coordinator', viewer: cora, token: '' },
    blocked: await make('blocked', 'Bela'),
    holder: await make('holder', 'Hugo'),
    partner: await make('partner', 'Pia'),
    vettedHolder: await make('vettedHolder', 'Hedda', { standing: 'VETTED' }),
    teamHolder: await make('teamHolder', 'Otto', { role: 'ORGANIZER' }),
  };
}
