import { sql } from 'kysely';
import { TokenScope } from '../../core/access/token-scope.ts';
import { older, TRACE_DAYS } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { cutAt } from '../../platform/graphql/list-bounds.ts';
import { MAX_CAMPAIGNS } from './create-token.ts';
import { MOST_TOKENS } from './read-tokens.ts';
import { endTokensOf } from './revoke-token.ts';
import { Token } from './token.entity.ts';
import {
  BoardEventTool,
  OrganizationTokens,
  TokenMutations,
  TokenResolver,
  ToolResolver,
  ViewerTokens,
} from './token.resolver.ts';

export const token: Feature = {
  name: 'token',
  entities: [Token],
  resolvers: [BoardEventTool, OrganizationTokens, TokenMutations, TokenResolver, ToolResolver, ViewerTokens],
  lists: {
    'Organization.tokens': cutAt(MOST_TOKENS),
    'Token.campaigns': MAX_CAMPAIGNS,
    'Token.scopes': Object.keys(TokenScope).length,
    'Viewer.tokens': cutAt(MOST_TOKENS),
  },
  // What a board's log names stays, so that it can say which tool it was.
  agesOut: [
    sql`delete from token where (${older('ended_at', TRACE_DAYS)} or ${older('expires_at', TRACE_DAYS)})
      and not exists (select from board_event where board_event.token = token.id)`,
  ],
  hearsRights: (services) => (personId) => endTokensOf(services.orm.em.fork(), personId),
  erasesPerson: { gone: { token: 'person_id' } },
};
