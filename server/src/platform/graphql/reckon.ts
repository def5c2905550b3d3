import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getOperationAST,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { getFieldDef } from 'graphql/execution/execute.js';
import { getArgumentValues } from 'graphql/execution/values.js';
import { schemaBound } from './introspection-bounds.ts';
import { boundsOf, CARDS_OF_BOARD } from './list-bounds.ts';

/** What an operation comes to before it is carried out, in fields of the answer. */
export interface Reckoned {
  /** Everything but what follows; a list counts by its bound, a page by its size. */
  fields: number;
  /** Of each card of the snapshot; 0 when none is asked for. */
  ofEachCard: number;
  /** Of what the schema tells about itself. */
  ofSchema: number;
}

/** Beside the fields, how many snapshots are read: endless for one below a list. */
interface Sum extends Reckoned {
  snapshots: number;
}

/** Pages come without `first` too; no preset is larger than this. */
export const PRESET_PAGE = 50;
/** A list that nobody declared: a test finds it before anybody else does. */
const UNDECLARED = 100;
/** So many places in the text are looked at, fragments unfolded, before it counts as endless. */
const MOST_VISITS = 10_000;

/** The text unfolds to more places than we look at. */
export class Endless extends Error {}

/**
 * Reckons what one operation of a checked document comes to. It goes the way of graphql-js' own execution: fields that
 * merge count once, skipped ones not at all, and of an interface the dearest type counts. Throws `Endless`.
 */
export function reckonOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: { [name: string]: unknown },
): Sum {
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const root = schema.getRootType(operation.operation);
  if (!root) return NOTHING;
  if (unfolded(operation.selectionSet, fragments) > MOST_VISITS) throw new Endless();
  const reckoning = new Reckoning(schema, fragments, variables);
  return reckoning.ofFields(
    root,
    collectFields(schema, fragments, variables, root, operation.selectionSet),
    {},
  );
}

/** What a whole introspection by one of the usual clients comes to. */
export function reckonIntrospection(schema: GraphQLSchema, stock: DocumentNode): number {
  return reckonOperation(schema, stock, getOperationAST(stock)!, {}).ofSchema;
}

/** How many places in the text there are when each fragment stands where it is spread; each is looked at once. */
function unfolded(
  { selections }: SelectionSetNode,
  fragments: Record<string, FragmentDefinitionNode>,
  known = new Map<string, number>(),
): number {
  let places = 0;
  for (const selection of selections) {
    places += 1;
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      if (selection.selectionSet) places += unfolded(selection.selectionSet, fragments, known);
      continue;
    }
    const name = selection.name.value;
    const fragment = fragments[name];
    if (fragment && !known.has(name)) known.set(name, unfolded(fragment.selectionSet, fragments, known));
    places += known.get(name) ?? 0;
  }
  return places;
}

/** Where a selection stands: on a page of so many, within the list of all types. */
interface Place {
  page?: number;
  ofAllTypes?: boolean;
}

class Reckoning {
  readonly #schema: GraphQLSchema;
  readonly #bounds: ReturnType<typeof boundsOf>;
  readonly #fragments: Record<string, FragmentDefinitionNode>;
  readonly #variables: { [name: string]: unknown };
  #visits = 0;

  constructor(
    schema: GraphQLSchema,
    fragments: Record<string, FragmentDefinitionNode>,
    variables: { [name: string]: unknown },
  ) {
    this.#schema = schema;
    this.#bounds = boundsOf(schema);
    this.#fragments = fragments;
    this.#variables = variables;
  }

  ofFields(parent: GraphQLObjectType, fields: ReadonlyMap<string, readonly FieldNode[]>, place: Place): Sum {
    let sum = NOTHING;
    /** By list and part, what is asked of each item. */
    const parts = new Map<string, Map<unknown, Sum>>();
    for (const nodes of fields.values()) {
      const part = this.#partOf(parent, nodes);
      const cost = this.#ofField(parent, nodes, place);
      if (!part) sum = plus(sum, cost);
      else {
        const ofList = parts.get(part.list) ?? new Map<unknown, Sum>();
        parts.set(part.list, ofList.set(part.value, plus(ofList.get(part.value) ?? NOTHING, cost)));
      }
    }
    // An item is in one part alone, so the dearest counts for all of them.
    for (const ofList of parts.values()) sum = plus(sum, [...ofList.values()].reduce(dearer));
    return sum;
  }

  /** Which part of a list is asked for, where its parts are asked for apart. */
  #partOf(parent: GraphQLObjectType, [node]: readonly FieldNode[]): { list: string; value: unknown } | null {
    const field = node && getFieldDef(this.#schema, parent, node);
    const list = `${parent.name}.${field?.name}`;
    const { apart } = this.#bounds[list] ?? {};
    if (!field || apart === undefined) return null;
    const value = getArgumentValues(field, node, this.#variables)[apart];
    return value == null ? null : { list, value };
  }

  #ofField(parent: GraphQLObjectType, nodes: readonly FieldNode[], place: Place): Sum {
    if ((this.#visits += 1) > MOST_VISITS) throw new Endless();
    const [node] = nodes as [FieldNode];
    const field = getFieldDef(this.#schema, parent, node);
    if (!field) return ONE;
    const type = getNamedType(field.type);
    if (type.name.startsWith('__')) return this.#ofIntrospection(parent, field, nodes, place);
    const where = `${parent.name}.${field.name}`;
    const page = type.name.endsWith('Connection') ? this.#sizeOf(field, node, PRESET_PAGE) : undefined;
    const inner = this.#ofSelection(type, nodes, { ...(page !== undefined && { page }) });
    if (where === CARDS_OF_BOARD) return cardsOf(inner);
    if (type.name === SNAPSHOT) return snapshotOf(inner);
    if (!isList(field.type)) return plus(look(field), inner);
    if (parent.name.endsWith('Connection') && place.page !== undefined) return times(place.page, inner);
    const bound = this.#bounds[where] ?? { most: field.name === 'errors' ? 1 : UNDECLARED };
    const most = this.#sizeOf(field, node, bound.most);
    return plus({ ...NOTHING, fields: bound.look ?? 0 }, times(most, inner));
  }

  #ofSelection(type: GraphQLNamedType, nodes: readonly FieldNode[], place: Place): Sum {
    const types = isAbstractType(type)
      ? this.#schema.getPossibleTypes(type)
      : isObjectType(type)
        ? [type]
        : [];
    return types.reduce((dearest, each) => {
      const fields = collectSubfields(this.#schema, this.#fragments, this.#variables, each, nodes);
      return dearer(dearest, this.ofFields(each, fields, place));
    }, NOTHING);
  }

  /** All in `ofSchema`: it comes from memory, and has a limit of its own that grows with the schema. */
  #ofIntrospection(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    { ofAllTypes = false }: Place,
  ): Sum {
    const type = getNamedType(field.type);
    const inner = this.#ofSelection(type, nodes, {
      ofAllTypes: parent.name === '__Schema' ? field.name === 'types' : ofAllTypes && type.name !== '__Type',
    });
    const most = isList(field.type) ? schemaBound(this.#schema, parent, field.name, ofAllTypes) : 1;
    // Leaves of it, such as names, count in `fields` below, which is moved here.
    return { ...NOTHING, ofSchema: most * (1 + inner.fields + inner.ofSchema) };
  }

  /** What `first` or `last` says, else the preset. Those that are refused later count as something. */
  #sizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode, preset: number): number {
    if (!field.args.some(({ name }) => name === 'first')) return preset;
    const { first, last } = getArgumentValues(field, node, this.#variables);
    const size = typeof last === 'number' ? last : first;
    return typeof size === 'number' ? Math.min(Math.max(size, 1), 1000) : preset;
  }
}

const SNAPSHOT = 'BoardSnapshot';
const NOTHING: Sum = { fields: 0, ofEachCard: 0, ofSchema: 0, snapshots: 0 };
const ONE: Sum = { ...NOTHING, fields: 1 };

function plus(one: Sum, other: Sum): Sum {
  return {
    fields: one.fields + other.fields,
    ofEachCard: one.ofEachCard + other.ofEachCard,
    ofSchema: one.ofSchema + other.ofSchema,
    snapshots: one.snapshots + other.snapshots,
  };
}

function dearer(one: Sum, other: Sum): Sum {
  return {
    fields: Math.max(one.fields, other.fields),
    ofEachCard: Math.max(one.ofEachCard, other.ofEachCard),
    ofSchema: Math.max(one.ofSchema, other.ofSchema),
    snapshots: Math.max(one.snapshots, other.snapshots),
  };
}

/** A list of so many: one for itself, and each item with what is asked of it. */
function times(most: number, { fields, snapshots }: Sum): Sum {
  return { ...NOTHING, fields: 1 + most * Math.max(fields, 1), snapshots: snapshots > 0 ? Infinity : 0 };
}

function cardsOf({ fields, snapshots }: Sum): Sum {
  return { ...NOTHING, fields: 1, ofEachCard: Math.max(fields, 1), snapshots: snapshots > 0 ? Infinity : 0 };
}

/** Whoever asks for a snapshot has all its cards read, also for its revision alone. */
function snapshotOf({ fields, ofEachCard, snapshots }: Sum): Sum {
  return { ...NOTHING, fields: 1 + fields, ofEachCard: Math.max(ofEachCard, 1), snapshots: 1 + snapshots };
}

/** A field and what it declares besides: what looking for it costs. */
function look({ extensions }: GraphQLField<unknown, unknown>): Sum {
  const { complexity } = extensions;
  return typeof complexity === 'number' ? { ...NOTHING, fields: complexity } : ONE;
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isListType(type.ofType) : isListType(type);
}
