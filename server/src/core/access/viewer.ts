import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Role } from './role.ts';
import { Sensitivity } from './sensitivity.ts';
import { notSignedIn, suspended } from '../../platform/refusal/refusal.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Standing } from './standing.ts';
import type { Skill } from './skill.ts';

/** The signed-in person behind a request, with what decides their rights. */
export interface Viewer {
  sessionId: string;
  personId: string;
  handle: string;
  skills: Skill[];
  languages: string[];
  standing: Standing;
  coordinator: boolean;
  createdAt: Date;
  /** Roles by organization id. */
  roles: ReadonlyMap<string, Role>;
  /** Ids of the organizations one of whose people vouches for them. */
  vouches: ReadonlySet<string>;
  /** Ids of the campaigns whose local does not want them. */
  blocks: ReadonlySet<string>;
}

/** What of a person decides what they may read. */
export type Rights = Pick<Viewer, 'standing' | 'coordinator' | 'roles' | 'vouches' | 'blocks'>;

/** A viewer as loaded from a session. */
export interface LoadedViewer extends Viewer {
  /** Whether the session was last seen within five minutes, by the database's clock. */
  seenLately: boolean;
  tokenHash: Buffer;
}

/** Loads the viewers behind sessions in one query, by whichever of the two keys is given. Ended sessions are left out. */
export async function loadViewers(
  em: Em,
  by: { tokenHashes: Buffer[] } | { sessionIds: string[] },
): Promise<LoadedViewer[]> {
  const rows = await em
    .getKysely()
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([
      'session.id as sessionId',
      'session.token_hash as tokenHash',
      'person.id as personId',
      'person.handle',
      'person.skills',
      'person.languages',
      'person.standing',
      'person.coordinator',
      'person.created_at as createdAt',
      sql<boolean>`session.last_seen_at > now() - interval '5 minutes'`.as('seenLately'),
      sql<Record<string, Role>>`coalesce((select json_object_agg(organization_id, role) from membership
        where membership.person_id = person.id), '{}')`.as('roles'),
      vouchesFor(sql.ref('person.id')).as('vouches'),
      sql<
        string[]
      >`array(select campaign_id from campaign_block where campaign_block.person_id = person.id)`.as(
        'blocks',
      ),
    ])
    .where('session.expires_at', '>', sql<Date>`now()`)
    .$if('tokenHashes' in by, (query) =>
      query.where(
        sql<boolean>`session.token_hash = any(${(by as { tokenHashes: Buffer[] }).tokenHashes}::bytea[])`,
      ),
    )
    .$if('sessionIds' in by, (query) =>
      query.where(sql<boolean>`session.id = any(${(by as { sessionIds: string[] }).sessionIds}::uuid[])`),
    )
    .execute();
  return rows.map((row) => ({
    ...row,
    roles: new Map(Object.entries(row.roles)),
    vouches: new Set(row.vouches),
    blocks: new Set(row.blocks),
  }));
}

/**
 * The viewer as they are now, in the transaction of `em`: rights may have changed since the request came in.
 * Refuses one whose session has ended.
 */
export async function refreshViewer(em: Em, viewer: Viewer): Promise<Viewer> {
  const [now] = await loadViewers(em, { sessionIds: [viewer.sessionId] });
  if (!now) throw notSignedIn();
  return now;
}

/** The viewer, or a refusal for nobody and for the suspended. */
export function requireViewer(viewer: Viewer | null): Viewer {
  if (!viewer) throw notSignedIn();
  if (viewer.standing === 'SUSPENDED') throw suspended();
  return viewer;
}

/**
 * Who reads, reduced to what decides what they may read. The live stream reads once for a whole class of
 * viewers, so nothing else of the viewer may enter a read that goes to a stream.
 */
export interface Reader {
  /** What they may read where they have no role and nobody vouches for them. */
  base: Sensitivity;
  /** Organizations whose campaigns they read as the vetted do, because one of its people vouches for them. */
  vettedOf: ReadonlySet<string>;
  /** Organizations whose campaigns they read as team; EVERY for coordinators. */
  teamOf: ReadonlySet<string> | 'EVERY';
  /** Campaigns that they read as a stranger would, whatever else they are. */
  strangerTo: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The reader that a viewer is. Suspension takes every right beyond the public's; a block takes them for one campaign. */
export function readerOf(viewer: Rights | null): Reader {
  if (!viewer || viewer.standing === 'SUSPENDED') {
    return { base: Sensitivity.PUBLIC, vettedOf: NONE, teamOf: NONE, strangerTo: NONE };
  }
  const base = viewer.standing === 'NEW' ? Sensitivity.PUBLIC : Sensitivity.VETTED;
  const teamOf = viewer.coordinator ? 'EVERY' : new Set(viewer.roles.keys());
  return { base, vettedOf: viewer.vouches, teamOf, strangerTo: viewer.blocks };
}

/**
 * The reader that stands for everybody who reads campaigns of `organizationId` up to `level`, and who is a stranger to
 * the same ones: from a board one comes to its neighbours. Elsewhere it reads what anyone may: of those who share a
 * level here, some have it from a role or a vouch that counts nowhere else.
 */
export function readerAt(
  level: Sensitivity,
  organizationId: string,
  strangerTo: ReadonlySet<string> = NONE,
): Reader {
  const here = new Set([organizationId]);
  return {
    base: Sensitivity.PUBLIC,
    vettedOf: level === Sensitivity.VETTED ? here : NONE,
    teamOf: level === Sensitivity.TEAM ? here : NONE,
    strangerTo,
  };
}

/** Whether somebody reads what an organization keeps to itself. */
export function isTeamOf({ teamOf }: Reader, organizationId: string): boolean {
  return teamOf === 'EVERY' || teamOf.has(organizationId);
}

/** What somebody may read of a campaign. */
export function levelFor(
  reader: Reader,
  { organizationId, campaignId }: { organizationId: string; campaignId: string },
): Sensitivity {
  if (reader.strangerTo.has(campaignId)) return Sensitivity.PUBLIC;
  if (isTeamOf(reader, organizationId)) return Sensitivity.TEAM;
  return reader.vettedOf.has(organizationId) ? Sensitivity.VETTED : reader.base;
}

/** Somebody's standing on the campaigns of one organization: a vouch of its people makes the new vetted there. */
export function standingHere({
  standing,
  vouched,
}: {
  standing: Standing;
  /** Whether one of the organization's people vouches for them. */
  vouched: boolean;
}): Standing {
  return standing === 'NEW' && vouched ? 'VETTED' : standing;
}

/** Ids of the organizations one of whose people vouches for `person`, a row id. */
export function vouchesFor(person: Expression<string>): RawBuilder<string[]> {
  return sql<string[]>`array(select organization_id from vouch
    where vouch.person_id = ${person} and vouch.ended_at is null)`;
}

/** What decides a person's rights, whether or not they are signed in. */
export async function loadRights(em: Em, personId: string): Promise<Rights | null> {
  const db = em.getKysely();
  const person = await db
    .selectFrom('person')
    .select([
      'standing',
      'coordinator',
      vouchesFor(sql.ref('person.id')).as('vouches'),
      sql<string[]>`array(select campaign_id from campaign_block where person_id = person.id)`.as('blocks'),
    ])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) return null;
  const memberships = await db
    .selectFrom('membership')
    .select(['organization_id', 'role'])
    .where('person_id', '=', personId)
    .execute();
  return {
    ...person,
    roles: new Map(memberships.map((row) => [row.organization_id, row.role])),
    vouches: new Set(person.vouches),
    blocks: new Set(person.blocks),
  };
}
