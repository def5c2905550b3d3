import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { parseOptions, validationRules } from '../graphql/limits.ts';

/** A document that was read and checked, with what a cohort needs to know of it. */
export interface CheckedDocument {
  document: DocumentNode;
  /** Short, and the same for the same text. */
  hash: string;
  /** Variables that hold nothing but the cursor of `boardChanges`, or the token of `wallChanges`. */
  cursorVariables: ReadonlySet<string>;
}

/** Documents kept, the latest ones; a board's viewers all send the same few. */
const MAX_KEPT = 200;

/** Reads and checks documents by the limits of the HTTP door, each text once. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #kept = new Map<string, CheckedDocument>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** The checked document, or what is wrong with it. */
  check(text: string): CheckedDocument | readonly GraphQLError[] {
    const known = this.#kept.get(text);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(text, parseOptions);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
    const errors = validate(this.#schema, document, [...specifiedRules, ...validationRules]);
    if (errors.length > 0) return errors;
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    const checked = { document, hash, cursorVariables: findCursorVariables(document) };
    this.#kept.set(text, checked);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return checked;
  }
}

/** Equal for those who ask the same: text, operation, and variables other than the cursor. */
export function audienceKey(
  { hash, cursorVariables }: CheckedDocument,
  { operationName, variables }: { operationName?: string | null; variables?: Record<string, unknown> | null },
): string {
  const steady = Object.entries(variables ?? {})
    .filter(([name]) => !cursorVariables.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([hash, operationName ?? null, steady]);
}

/** What says where somebody stands, or lets them in, and changes nothing of what is sent: the argument, by its field. */
const CURSORS = new Map([
  ['boardChanges', 'after'],
  ['wallChanges', 'token'],
]);

/** A variable that is used anywhere else too changes what is sent, so it is none. */
function findCursorVariables(document: DocumentNode): Set<string> {
  const uses = new Map<string, { all: number; inCursor: number }>();
  const count = (node: object, where: 'all' | 'inCursor') =>
    visit(node as DocumentNode, {
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        const counted = uses.get(name.value) ?? { all: 0, inCursor: 0 };
        counted[where] += 1;
        uses.set(name.value, counted);
      },
    });
  count(document, 'all');
  visit(document, {
    Field: ({ name, arguments: args = [] }) => {
      for (const arg of args) {
        if (arg.name.value === CURSORS.get(name.value)) count(arg.value, 'inCursor');
      }
    },
  });
  return new Set([...uses].filter(([, { all, inCursor }]) => all === inCursor).map(([name]) => name));
}
