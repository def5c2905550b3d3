import { type ExecutionResult, getNamedType, graphql, type GraphQLSchema, isObjectType } from 'graphql';
import { type Context, createContext } from '../../src/core/access/context.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import type { Services } from '../../src/platform/services.ts';
import { anExchange } from '../support/an-exchange.ts';
import { READING } from './decisions.ts';
import {
  answersPractice,
  type Facts,
  previewsRecap,
  readsCampaign,
  readsCard,
  readsEvent,
  runsEvent,
} from './facts.ts';
import { readsInRoom, readsSuggestion, subjectsOfRooms } from './reading-rooms.ts';
import { eventAsSeen, SHOW } from './reading-rules.ts';
import { isNode, nodesQuery } from './selection.ts';
import { hires, type Reading, type Subject } from './subject.ts';
import type { Somebody } from './world.ts';

export function contextOf(services: Services, { viewer }: Pick<Somebody, 'viewer'>): Context {
  return createContext(services, { viewer, http: anExchange(null), requestId: 'rights' });
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
  const events = new Map(facts.gatherings.map((event) => [event.id, event]));
  const eventOf = (id: string) => events.get(id)!;
  return [
    ...facts.cards.map((card) => ({ type: 'Card', id: card.id, card, campaign: card.campaign })),
    ...facts.comments.map(({ id, cardId }) => {
      const card = cardOf.get(cardId);
      return { type: 'Comment', id, card, campaign: card?.campaign };
    }),
    ...facts.campaigns.map((campaign) => ({ type: 'Campaign', id: campaign.id, campaign })),
    ...facts.campaigns.map((campaign) => ({ type: 'Board', id: campaign.boardId, campaign })),
    ...facts.events.map((logged) => ({
      ...{ type: 'BoardEvent', id: `${logged.boardId}:${logged.revision}`, logged },
      campaign: facts.campaigns.find(({ boardId }) => boardId === logged.boardId),
    })),
    ...facts.people.map((id) => ({ type: 'Person', id })),
    ...facts.organizations.map((id) => ({ type: 'Organization', id })),
    ...facts.asks.map((id) => ({ type: 'Ask', id })),
    ...facts.gatherings.map((event) => ({ type: 'Event', id: event.id, event })),
    ...facts.sessionsOfEvents.map(({ id, eventId }) => ({
      type: 'EventSession',
      id,
      event: eventOf(eventId),
    })),
    ...facts.registrations.map(({ id, eventId, personId }) => ({
      ...{ type: 'Registration', id, event: eventOf(eventId), personId },
    })),
    ...facts.practiceCards.map(({ id, eventId }) => ({ type: 'PracticeCard', id, event: eventOf(eventId) })),
    ...facts.practices.map(({ id, cardId, personId, state }) => {
      const { eventId } = facts.practiceCards.find((card) => card.id === cardId)!;
      return { type: 'Practice', id, event: eventOf(eventId), personId, waits: state === 'HANDED_IN' };
    }),
    ...facts.takeaways.map(({ id, eventId, personId }) => ({
      ...{ type: 'Takeaway', id, event: eventOf(eventId), personId },
    })),
    ...facts.webhooks.map((webhook) => ({ type: 'Webhook', ...webhook })),
    ...facts.deliveries.map((delivery) => ({ type: 'WebhookDelivery', ...delivery })),
    ...facts.advisers.map((id) => ({ type: 'Adviser', id })),
    ...facts.openings.map((opening) => ({ type: 'Opening', id: opening.id, opening })),
    ...facts.applications.map((application) => ({ type: 'Application', id: application.id, application })),
    ...facts.questions
      .filter(({ kind }) => kind === 'Opening')
      .map((question) => ({ type: 'Question', id: question.id, question })),
    ...subjectsOfRooms(facts),
  ];
}

/** Whether somebody may read a node at all. */
export function reads(who: Somebody, subject: Subject, facts: Facts): boolean {
  const { type, card, campaign, event, personId, application, question, waits } = subject;
  const id = who.viewer?.personId;
  if (type === 'BoardEvent') return eventAsSeen(who, subject.logged!, facts) !== null;
  if (type.startsWith('Webhook')) return id !== undefined && personId === id;
  if (type === 'Practice')
    return (id !== undefined && personId === id) || (waits === true && answersPractice(who, event!));
  if (type === 'Suggestion') return readsSuggestion(who, subject);
  if (event && (question || /Poll|RoomNote/.test(type))) return readsInRoom(who, subject);
  if (application) return hires(who) || application.personId === id;
  if (question) return /SHOWN|ANSWERED/.test(question.state) || hires(who) || question.personId === id;
  if (type === 'Registration')
    return (who.viewer !== null && who.viewer.personId === personId) || runsEvent(who, event!);
  if (type === 'Takeaway')
    return (who.viewer !== null && who.viewer.personId === personId) || previewsRecap(who, event!);
  if (event) return readsEvent(who, event);
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
