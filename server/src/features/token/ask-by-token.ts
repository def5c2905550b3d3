import {
  type DocumentNode,
  getNamedType,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { TokenPass } from '../../core/access/token-scope.ts';
import { ACTING, type Needed, OF_VIEWER, READING } from './token-rights.ts';

/** What an operation needs of a token. */
interface Needs {
  scopes: ReadonlySet<Needed>;
  /** What of it no token has, such as `Viewer.contact`. */
  never: string | null;
}

/**
 * Why a tool may not ask this by its token; null where it may. The one place where scopes are held, before anything is
 * carried out: `token-rights.ts` says what each field takes, and what it does not name is refused.
 */
export function refusalByToken(
  token: TokenPass,
  asked: { schema: GraphQLSchema; document: DocumentNode; operationName?: string | null | undefined },
): GraphQLError | null {
  const { scopes, never } = needsOf(asked);
  if (never !== null) return refuse(`No token may ask for ${never}. Do it on our pages.`, { field: never });
  const missing = [...scopes].filter((needed) => !has(token, needed));
  if (missing.length === 0) return null;
  if (missing.includes('WHOLE') && token.scopes.has('READ_CAMPAIGN'))
    return refuse('A token of an organization, or of some campaigns, reads nothing that is about a person.', {
      needs: missing.filter((needed) => needed !== 'WHOLE'),
    });
  const needs = [...new Set(missing.map((needed) => (needed === 'WHOLE' ? 'READ_CAMPAIGN' : needed)))];
  return refuse(`This token was not made for that: it needs ${needs.join(', ')}.`, { needs });
}

function has({ scopes, campaigns }: TokenPass, needed: Needed): boolean {
  if (needed === 'WHOLE') return campaigns === null && scopes.has('READ_CAMPAIGN');
  // What anybody may read, a token that reads more reads as well.
  return scopes.has(needed) || (needed === 'READ_PUBLIC' && scopes.size > 0);
}

const refuse = (message: string, more: object) =>
  new GraphQLError(message, { extensions: { code: 'TOKEN_SCOPE', ...more, http: { status: 403 } } });

/** Found once for each operation of a document that is kept. */
const found = new WeakMap<DocumentNode, Map<string, Needs>>();

function needsOf(asked: Parameters<typeof refusalByToken>[1]): Needs {
  const { document, operationName } = asked;
  const known = found.get(document) ?? new Map<string, Needs>();
  found.set(document, known);
  const name = operationName ?? '';
  const needs = known.get(name) ?? findNeeds(asked);
  known.set(name, needs);
  return needs;
}

function findNeeds({ schema, document, operationName }: Parameters<typeof refusalByToken>[1]): Needs {
  const scopes = new Set<Needed>();
  let never: string | null = null;
  const types = new TypeInfo(schema);
  const need = (needed: Needed | undefined, what: string) => {
    if (needed === undefined) never ??= what;
    else scopes.add(needed);
  };
  const look = visitWithTypeInfo(types, {
    [Kind.OPERATION_DEFINITION]: ({ name }) =>
      operationName && name?.value !== operationName ? false : undefined,
    [Kind.FIELD]: ({ name: { value: field } }) => {
      const parent = types.getParentType();
      const type = types.getType();
      if (!parent || !type || field.startsWith('__') || parent.name.startsWith('__')) return;
      const what = `${parent.name}.${field}`;
      if (parent === schema.getMutationType()) return need(ACTING[field], what);
      if (parent.name === 'Viewer') need(OF_VIEWER[field], what);
      else if (isData(parent.name) && isObjectType(parent)) need(neededFor(parent, what), what);
      const named = getNamedType(type);
      if (isCompositeType(named) && !isAbstractType(named)) need(neededFor(named, what), what);
    },
  });
  visit(document, look);
  return { scopes, never };

  function isData(name: string): boolean {
    return name !== schema.getQueryType()?.name && name !== schema.getSubscriptionType()?.name;
  }

  /** Of a page what is on it; what answers a mutation, and why not, comes with the mutation. */
  function neededFor(type: { name: string }, what: string): Needed | undefined {
    const object = schema.getType(type.name);
    if (type.name === 'PageInfo') return 'READ_PUBLIC';
    if (isObjectType(object) && object.getInterfaces().some(({ name }) => name === 'Error'))
      return 'READ_PUBLIC';
    if (type.name.endsWith('Payload') && !what.startsWith('Query.')) return 'READ_PUBLIC';
    return READING[nodeOf(object)?.name ?? type.name];
  }
}

/** What the items of a page are; undefined for what is no page. */
function nodeOf(type: unknown): GraphQLNamedType | undefined {
  if (!isObjectType(type)) return undefined;
  if (type.name.endsWith('Edge')) return fieldOf(type, 'node');
  return type.name.endsWith('Connection') ? nodeOf(fieldOf(type, 'edges')) : undefined;
}

function fieldOf(type: GraphQLObjectType, name: string): GraphQLNamedType | undefined {
  const field = type.getFields()[name];
  return field && getNamedType(field.type);
}
