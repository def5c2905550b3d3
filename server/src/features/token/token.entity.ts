import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { TokenScope } from '../../core/access/token-scope.ts';
import { Organization } from '../../core/organization/organization.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

/**
 * By it a tool acts for a person, or for an organization through one of its organizers. `core/access` reads it in place
 * of a session.
 */
export const Token = defineEntity({
  name: 'Token',
  tableName: 'token',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** Who made it, and whose rights it has at most. */
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    organization: () => p.manyToOne(Organization).mapToPk().nullable().deleteRule('cascade'),
    /** What the tool is called, on the log as well. */
    name: p.text(),
    /** SHA-256 of the whole text, which has 190 random bits. */
    tokenHash: p.blob().$type<Buffer>(),
    scopes: p.array().$type<TokenScope[]>(),
    /** Row ids of the campaigns it is limited to; null for all. */
    campaigns: p.array().columnType('uuid[]').$type<string[]>().nullable(),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    expiresAt: p.datetime(3),
    /** To within five minutes. */
    lastUsedAt: p.datetime(3).nullable(),
    /** When it was revoked, or whoever made it was no organizer any more. */
    endedAt: p.datetime(3).nullable(),
  }),
  checks: [
    {
      name: 'token_scopes',
      expression: `scopes <@ array[${Object.values(TokenScope)
        .map((scope) => `'${scope}'`)
        .join(', ')}]`,
    },
  ],
  indexes: [{ properties: ['person'] }, { properties: ['organization'] }],
});

export type Token = InferEntity<typeof Token>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Token: typeof Token;
  }
}
