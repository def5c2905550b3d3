import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Role } from './role.ts';
import { Sensitivity } from './sensitivity.ts';
import { notSignedIn, suspended, tokenNotValid } from '../../platform/refusal/refusal.ts';
import type { Em } from '../../platform/db/orm.ts';
import { type Blanks, prepared } from '../../platform/db/prepared.ts';
import type { Standing } from './standing.ts';
import type { Skill } from './skill.ts';
import type { TokenPass, TokenScope } from './token-scope.ts';

/** The signed-in person behind a request, with what decides their rights. */
export interface Viewer {
  /** The row id of the session, or of the token that is shown in place of one. */
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
  /** What they read of some campaigns beyond the rights above: of who shows a token that is limited to these. */
  readsOf?: ReadonlyMap<string, Sensitivity>;
  /** The token that is shown in place of a session. The rights above are what it leaves of its person's. */
  token?: TokenPass;
}

/** What of a person decides what they may read. */
export type Rights = Pick<Viewer, 'standing' | 'coordinator' | 'roles' | 'vouches' | 'blocks' | 'readsOf'>;

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
  const db = em.getKysely();
  const [values, one, many] =
    'tokenHashes' in by
      ? [by.tokenHashes, sessionOfHash, sessionsOfHashes]
      : [by.sessionIds, sessionOfId, sessionsOfIds];
  const { rows } = await db.executeQuery(
    values.length === 1 ? one(db, { wanted: values[0] }) : many(db, { wanted: values }),
  );
  return rows.map((row) => ({ ...row, ...withSets(row) }));
}

/** One is asked for as one: for a list PostgreSQL plans anew each time, which takes it longer than to read. */
const isWanted = (column: string, wanted: RawBuilder<unknown>, type: 'bytea' | 'uuid', isOne: boolean) =>
  isOne
    ? sql<boolean>`${sql.ref(column)} = ${wanted}::${sql.raw(type)}`
    : sql<boolean>`${sql.ref(column)} = any(${wanted}::${sql.raw(type)}[])`;

const isAmong = (column: string, values: readonly unknown[], type: 'bytea' | 'uuid') =>
  isWanted(column, sql`${values.length === 1 ? values[0] : values}`, type, values.length === 1);

/** What is read of a person, whatever they show. */
const OF_PERSON = [
  'person.id as personId',
  'person.handle',
  'person.skills',
  'person.languages',
  'person.standing',
  'person.coordinator',
  'person.created_at as createdAt',
  sql<Record<string, Role>>`coalesce((select json_object_agg(organization_id, role) from membership
    where membership.person_id = person.id), '{}')`.as('roles'),
  vouchesFor(sql.ref('person.id')).as('vouches'),
  sql<string[]>`array(select campaign_id from campaign_block where campaign_block.person_id = person.id)`.as(
    'blocks',
  ),
] as const;

const sessionsBy = (column: string, type: 'bytea' | 'uuid', isOne: boolean) =>
  prepared((db, blank: Blanks<{ wanted: unknown }>) =>
    db
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .select([
        'session.id as sessionId',
        'session.token_hash as tokenHash',
        sql<boolean>`session.last_seen_at > now() - interval '5 minutes'`.as('seenLately'),
        ...OF_PERSON,
      ])
      .where('session.expires_at', '>', sql<Date>`now()`)
      .where(isWanted(column, blank('wanted'), type, isOne)),
  );
const sessionOfHash = sessionsBy('session.token_hash', 'bytea', true);
const sessionsOfHashes = sessionsBy('session.token_hash', 'bytea', false);
const sessionOfId = sessionsBy('session.id', 'uuid', true);
const sessionsOfIds = sessionsBy('session.id', 'uuid', false);

function withSets({
  roles,
  vouches,
  blocks,
}: {
  roles: Record<string, Role>;
  vouches: string[];
  blocks: string[];
}) {
  return { roles: new Map(Object.entries(roles)), vouches: new Set(vouches), blocks: new Set(blocks) };
}

/**
 * Whether a token counts, as a condition over `token`: it was not revoked, did not run out, and whoever made it for an
 * organization is an organizer there still.
 */
export const tokenRuns = sql<boolean>`(token.ended_at is null and token.expires_at > clock_timestamp()
  and (token.organization_id is null or exists (select from membership where membership.person_id = token.person_id
    and membership.organization_id = token.organization_id and membership.role = 'ORGANIZER')))`;

/** Loads the viewers behind tokens, in one query; those that do not count (any more) are left out. */
export async function loadTokenViewers(em: Em, tokenIds: readonly string[]): Promise<LoadedViewer[]> {
  const rows = await em
    .getKysely()
    .selectFrom('token')
    .innerJoin('person', 'person.id', 'token.person_id')
    .select([
      'token.id as sessionId',
      'token.token_hash as tokenHash',
      'token.scopes',
      'token.organization_id as organizationId',
      sql<boolean>`token.organization_id is not null or token.campaigns is not null`.as('isLimited'),
      sql<boolean>`coalesce(token.last_used_at > now() - interval '5 minutes', false)`.as('seenLately'),
      ...OF_PERSON,
    ])
    .where(isAmong('token.id', tokenIds, 'uuid'))
    .where(tokenRuns)
    .execute();
  const limited = rows.filter(({ isLimited }) => isLimited).map(({ sessionId }) => sessionId);
  // Most are not: their requests cost what those of a session cost.
  const campaignsOf =
    limited.length === 0 ? new Map<string, Record<string, string>>() : await loadCampaignsOf(em, limited);
  return rows.map(({ scopes, organizationId, isLimited, ...row }) => {
    const campaigns = isLimited ? (campaignsOf.get(row.sessionId) ?? {}) : null;
    const person = { ...row, ...withSets(row) };
    const token: TokenPass = {
      ...{ id: row.sessionId, personId: row.personId, organizationId },
      scopes: new Set(scopes as TokenScope[]),
      campaigns: campaigns && new Set(Object.keys(campaigns)),
    };
    return { ...person, ...leftBy(token, person, campaigns ?? {}), token };
  });
}

/**
 * What a token leaves of the rights of its person: never those of a coordinator; nothing beyond the public's where it
 * may not read campaigns; and where it is limited to some, what the person reads of these and nowhere else anything.
 */
function leftBy(token: TokenPass, person: Rights, campaigns: Record<string, string>): Rights {
  const { standing, blocks } = person;
  if (token.scopes.has('READ_CAMPAIGN') && token.campaigns === null) return { ...person, coordinator: false };
  const left: Rights = {
    ...{ standing: standing === 'SUSPENDED' ? standing : 'NEW', coordinator: false, blocks },
    ...{ roles: new Map(), vouches: new Set<string>() },
  };
  if (!token.scopes.has('READ_CAMPAIGN') || standing === 'SUSPENDED') return left;
  const reader = readerOf({ ...person, coordinator: false });
  const levels = Object.entries(campaigns).map(
    ([campaignId, organizationId]) => [campaignId, levelFor(reader, { organizationId, campaignId })] as const,
  );
  return { ...left, readsOf: new Map(levels) };
}

/**
 * The viewer as they are now, in the transaction of `em`: rights may have changed since the request came in.
 * Refuses one whose session or token has ended. A token is held, so that who takes it back waits for what it does.
 */
export async function refreshViewer(em: Em, viewer: Viewer): Promise<Viewer> {
  if (viewer.token) {
    await sql`select from token where id = ${viewer.token.id} for share`.execute(em.getKysely());
    const [now] = await loadTokenViewers(em, [viewer.token.id]);
    if (!now) throw tokenNotValid();
    return now;
  }
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
  /** Campaigns of which they read up to these levels, though not elsewhere: with a token that is limited to them. */
  readsOf?: ReadonlyMap<string, Sensitivity> | undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** The reader that a viewer is. Suspension takes every right beyond the public's; a block takes them for one campaign. */
export function readerOf(viewer: Rights | null): Reader {
  if (!viewer || viewer.standing === 'SUSPENDED') {
    return { base: Sensitivity.PUBLIC, vettedOf: NONE, teamOf: NONE, strangerTo: NONE };
  }
  const base = viewer.standing === 'NEW' ? Sensitivity.PUBLIC : Sensitivity.VETTED;
  const teamOf = viewer.coordinator ? 'EVERY' : new Set(viewer.roles.keys());
  const { readsOf } = viewer;
  return { base, vettedOf: viewer.vouches, teamOf, strangerTo: viewer.blocks, ...(readsOf && { readsOf }) };
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

/** The campaigns of which a token that is limited to some reads as one of that level. */
export function readsAs({ readsOf }: Reader, level: Sensitivity): string[] {
  return [...(readsOf ?? [])].flatMap(([campaignId, its]) => (its === level ? [campaignId] : []));
}

/** What somebody may read of a campaign. */
export function levelFor(
  reader: Reader,
  { organizationId, campaignId }: { organizationId: string; campaignId: string },
): Sensitivity {
  if (reader.strangerTo.has(campaignId)) return Sensitivity.PUBLIC;
  const limited = reader.readsOf?.get(campaignId);
  if (limited !== undefined) return limited;
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

/**
 * The campaigns that limited tokens are good for, each with its organization. An organization has its campaigns,
 * whenever they came; a token of a person is limited only where they said so.
 */
async function loadCampaignsOf(
  em: Em,
  tokenIds: readonly string[],
): Promise<ReadonlyMap<string, Record<string, string>>> {
  const rows = await em
    .getKysely()
    .selectFrom('token')
    .innerJoin('campaign', (join) =>
      join
        .on(
          sql<boolean>`campaign.organization_id = coalesce(token.organization_id, campaign.organization_id)`,
        )
        .on(sql<boolean>`(token.campaigns is null or campaign.id = any(token.campaigns))`),
    )
    .select([
      'token.id',
      sql<Record<string, string>>`json_object_agg(campaign.id, campaign.organization_id)`.as('campaigns'),
    ])
    .where(sql<boolean>`token.id = any(${tokenIds}::uuid[])`)
    .groupBy('token.id')
    .execute();
  return new Map(rows.map(({ id, campaigns }) => [id, campaigns]));
}
