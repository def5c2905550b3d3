import { type ExecutionResult, getNamedType, graphql, type GraphQLSchema, isObjectType } from 'graphql';
import { type Context, createContext } from '../../src/core/access/context.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import type { Services } from '../../src/platform/services.ts';
import { READING } from './decisions.ts';
import { type Facts, readsCampaign, readsCard } from './facts.ts';
import { type Reading, SHOW, type Subject } from './reading-rules.ts';
import { isNode, nodesQuery } from './selection.ts';
import type { Somebody } from './world.ts';

export function contextOf(services: Services, { viewer }: Pick<Somebody, 'viewer'>): Context {
  const http = { request: { headers: {}, socket: {} }, response: { setHeader: () => undefined } };
  return createContext(services, { viewer, http: http as unknown as Context['http'], requestId: 'rights' });
}

/** Carries out an operation as somebody; what comes back is plain data. */
export async function ask(
  services: Services,
  schema: GraphQLSchema,
  who: Pick<Somebody, 'viewer'>,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<ExecutionResult<Record<string, unknown>>> {
  const result = await graphql({ schema, source, variableValues, contextValue: contextOf(services, who) });
  return JSON.parse(JSON.stringify(result)) as ExecutionResult<Record<string, unknown>>;
}

/** Every node there is, and how one may get at it. */
export function subjectsOf(facts: Facts): Subject[] {
  const cardOf = new Map(facts.cards.map((card) => [card.id, card]));
  return [
    ...facts.cards.map((card) => ({ type: 'Card', id: card.id, card, campaign: card.campaign })),
    ...facts.comments.map(({ id, cardId }) => {
      const card = cardOf.get(cardId);
      return { type: 'Comment', id, card, campaign: card?.campaign };
    }),
    ...facts.campaigns.map((campaign) => ({ type: 'Campaign', id: campaign.id, campaign })),
    ...facts.campaigns.map((campaign) => ({ type: 'Board', id: campaign.boardId, campaign })),
    ...facts.people.map((id) => ({ type: 'Person', id })),
    ...facts.organizations.map((id) => ({ type: 'Organization', id })),
    ...facts.asks.map((id) => ({ type: 'Ask', id })),
  ];
}

/** Whether somebody may read a node at all. */
export function reads(who: Somebody, { type, card, campaign }: Subject): boolean {
  if (type === 'Comment') return who.viewer !== null && readsCard(who, card!);
  if (type === 'Ask') return who.kind === 'coordinator';
  if (type === 'Card') return readsCard(who, card!);
  return campaign === undefined || readsCampaign(who, campaign);
}

export const globalId = ({ type, id }: Subject) => toGlobalId(type as 'Card', id);

/** What everybody sees of the nodes, by global id. */
export async function look(
  services: Services,
  schema: GraphQLSchema,
  who: Pick<Somebody, 'viewer'>,
  subjects: Subject[],
): Promise<unknown[]> {
  const nodes = subjects.map((subject) => ({ type: subject.type, globalId: globalId(subject) }));
  const { data, errors } = await ask(services, schema, who, nodesQuery(schema, nodes));
  if (errors) throw new Error(`Reading failed: ${JSON.stringify(errors[0])}`);
  return subjects.map((_subject, index) => data?.[`n${index}`]);
}

/** The truth as `who` has to see it, by the decisions. `seen` collects the fields that had something to show. */
export function asSeenBy(
  schema: GraphQLSchema,
  reading: Omit<Reading, 'place' | 'truth'>,
  truth: unknown,
  seen: Set<string> = new Set(),
): unknown {
  if (Array.isArray(truth)) return truth.map((item: unknown) => asSeenBy(schema, reading, item, seen));
  if (typeof truth !== 'object' || truth === null) return truth;
  const { __typename, ...fields } = truth as Record<string, unknown> & { __typename: string };
  const type = schema.getType(__typename);
  if (!isObjectType(type)) throw new Error(`There is no type ${__typename}.`);
  const shown = Object.entries(fields).map(([name, value]) => {
    const place = `${__typename}.${name}`;
    const rule = READING[place];
    if (!rule) throw new Error(`${place} has no decision.`);
    if (value !== null && !(Array.isArray(value) && value.length === 0)) seen.add(place);
    const visible = SHOW[rule]({ ...reading, place, truth: value });
    const field = type.getFields()[name];
    const goesOn = field && !isNode(getNamedType(field.type));
    return [name, goesOn ? asSeenBy(schema, reading, visible, seen) : visible] as const;
  });
  return { __typename, ...Object.fromEntries(shown) };
}
