import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TokenScope } from '../../core/access/token-scope.ts';
import { OrganizationType } from '../../core/organization/organization.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import type { TokenRow } from './read-tokens.ts';

registerEnumType(TokenScope, {
  name: 'TokenScope',
  description: 'What a token may be made for.',
  valuesConfig: {
    READ_PUBLIC: { description: '`read:public`: to read what anybody may read, on a budget of its own.' },
    READ_CAMPAIGN: { description: '`read:campaign`: to read of campaigns what its person may read.' },
    ACT_CARDS: { description: '`act:cards`: to take cards, work on them and hand in, as its person.' },
    MANAGE_CAMPAIGN: {
      description: '`manage:campaign`: to write cards and order the board, where its person is an organizer.',
    },
    MANAGE_WEBHOOKS: { description: '`manage:webhooks`: to say where word of changes goes.' },
  },
});

@ObjectType('Token', {
  description:
    'By it a tool acts for a person or an organization. It never has more than whoever made it has now, and nothing ' +
    'of what coordinators have.',
})
export class TokenType {
  @Field(() => ID, { description: 'Opaque; `revokeToken` takes it. It opens nothing.' })
  id!: string;

  @Field(() => String, { description: 'What the tool is called. The log of a board shows it.' })
  name!: string;

  @Field(() => [TokenScope], { description: 'What it was made for.' })
  scopes!: TokenScope[];

  @Field(() => GraphQLDateTimeISO, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When it runs out.' })
  expiresAt!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was last used, to within five minutes; null when it never was.',
  })
  lastUsedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was revoked, or ended with the role of whoever made it.',
  })
  endedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it counts now.' })
  isValid!: boolean;

  personId!: string;
  organizationId!: string | null;
  campaignIds!: string[] | null;
}

/** A token as its people see it: never what it says. */
export function toToken({ id, ...row }: TokenRow): TokenType {
  return Object.assign(new TokenType(), { ...row, id: toGlobalId('Token', id) });
}

@ObjectType('Tool', { description: 'What did something by a token, in place of the person it is of.' })
export class ToolType {
  @Field(() => String, {
    nullable: true,
    description: 'What it is called; null once whoever made its token has left.',
  })
  name!: string | null;

  organizationId!: string | null;
}

@InputType('CreateTokenInput', { description: 'What a tool may do, for whom, and for how long.' })
export class CreateTokenInput {
  @Field(() => String, {
    description:
      'What the tool is called, such as "newsletter tool"; 60 characters at most. Who reads a board reads it there.',
  })
  name!: string;

  @Field(() => [TokenScope], { description: 'What it may do: one or more.' })
  scopes!: TokenScope[];

  @Field(() => ID, {
    nullable: true,
    description: 'The organization it acts for, of which you are an organizer; for yourself where left out.',
  })
  organizationId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The campaigns it is limited to, 20 at most; all where left out.',
  })
  campaignIds?: string[] | null;

  @Field(() => Int, { defaultValue: 90, description: 'For how many days it counts, from 1 to 365.' })
  days!: number;
}

@ObjectType('CreateTokenPayload', { description: 'The answer to `createToken`.' })
export class CreateTokenPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The token itself. Shown once: we keep no copy. Null when refused.',
  })
  secret!: string | null;

  @Field(() => TokenType, { nullable: true, description: 'What was made; null when refused.' })
  token!: TokenType | null;

  @Field(() => ViewerType, {
    nullable: true,
    description: 'Whoever made it, with their tokens; null when refused.',
  })
  viewer!: ViewerType | null;
}

@InputType('RevokeTokenInput', { description: 'Which token to end.' })
export class RevokeTokenInput {
  @Field(() => ID, { description: 'One of `viewer.tokens`, or of `tokens` of an organization.' })
  tokenId!: string;
}

@ObjectType('RevokeTokenPayload', { description: 'The answer to `revokeToken`.' })
export class RevokeTokenPayload extends Payload {
  @Field(() => ViewerType, {
    nullable: true,
    description: 'Whoever ended it, with their tokens; null when refused.',
  })
  viewer!: ViewerType | null;

  @Field(() => OrganizationType, {
    nullable: true,
    description: 'The organization it was of, with its tokens; null for one of a person, and when refused.',
  })
  organization!: OrganizationType | null;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Token: true;
  }
}
