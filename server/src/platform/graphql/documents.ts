import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { parseOptions, validationRules } from './limits.ts';

/** A document that was read and checked. */
export interface CheckedDocument {
  document: DocumentNode;
  /** Short, and the same for the same text. */
  hash: string;
  /** Whether our own pages ask this, in whatever way it is written: it is known to cost little, and who asks it is not counted as a stranger. */
  known: boolean;
}

/** Documents kept, the latest ones; a board's viewers all send the same few. */
const MAX_KEPT = 200;

/**
 * Reads and checks documents by the limits of the HTTP door, each text once. Those that are `trusted` are known by
 * hash too, are read when they first come, and never checked: a test has checked them all.
 */
export class Documents {
  /** How many texts were checked so far. */
  checks = 0;
  readonly #schema: GraphQLSchema;
  readonly #trusted: ReadonlyMap<string, string>;
  readonly #known = new Map<string, CheckedDocument>();
  readonly #kept = new Map<string, CheckedDocument>();
  /** What trusted documents ask, however it is written. Made when the first text comes. */
  #asked: Set<string> | undefined;
  /** The names of their operations. */
  #names: Set<string> | undefined;

  constructor(schema: GraphQLSchema, trusted: ReadonlyMap<string, string> = new Map()) {
    this.#schema = schema;
    this.#trusted = trusted;
  }

  /** The text of a trusted document. */
  textOf(hash: string): string | undefined {
    return this.#trusted.get(hash);
  }

  /** A trusted document; undefined when there is none of that hash. */
  byHash(hash: string): CheckedDocument | undefined {
    const known = this.#known.get(hash);
    if (known) return known;
    const text = this.#trusted.get(hash);
    if (text === undefined) return undefined;
    const read = { document: parse(text, { noLocation: true }), hash: hash.slice(0, 22), known: true };
    this.#known.set(hash, read);
    return read;
  }

  /** A document that was checked before. */
  kept(text: unknown): CheckedDocument | undefined {
    return typeof text === 'string' ? this.#kept.get(text) : undefined;
  }

  /** What one of our pages asks, known by its name before its text is looked at; undefined for everything else. */
  ofPages(text: unknown): CheckedDocument | undefined {
    if (typeof text !== 'string') return undefined;
    const kept = this.#kept.get(text);
    if (kept) return kept.known ? kept : undefined;
    this.#names ??= new Set([...this.#trusted.values()].flatMap((each) => namesIn(each)));
    if (!namesIn(text).some((name) => this.#names?.has(name))) return undefined;
    const checked = this.check(text);
    return 'document' in checked && checked.known ? checked : undefined;
  }

  /** The checked document, or what is wrong with it. */
  check(text: string): CheckedDocument | readonly GraphQLError[] {
    const known = this.#kept.get(text);
    if (known) {
      // Asked for last, gone last.
      this.#kept.delete(text);
      this.#kept.set(text, known);
      return known;
    }
    let document: DocumentNode;
    try {
      document = parse(text, parseOptions);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
    this.checks += 1;
    const errors = validate(this.#schema, document, [...specifiedRules, ...validationRules]);
    if (errors.length > 0) return errors;
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    const checked = { document, hash, known: this.#isAsked(document) };
    this.#kept.set(text, checked);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return checked;
  }

  /** Our pages send the text on sockets, and to a server of another version. */
  #isAsked(document: DocumentNode): boolean {
    this.#asked ??= new Set(
      [...this.#trusted.values()].map((text) => meaningOf(parse(text, { noLocation: true }))),
    );
    return this.#asked.has(meaningOf(document));
  }
}

/** The names of operations in a text, found without reading it. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\b(?:query|mutation|subscription)\s+(\w+)/g)].map(([, name]) => name!);
}

/** The same for all ways to write one document: by the names in it, and not by their order. */
function meaningOf(document: DocumentNode): string {
  return createHash('sha256').update(wordsOf(document)).digest('base64url');
}

/** Lists of a syntax tree whose order says nothing. */
const UNORDERED: ReadonlySet<string> = new Set([
  ...['definitions', 'variableDefinitions', 'selections', 'arguments', 'fields'],
]);

/** A syntax tree as text, in one pass: all trusted documents are written when the first other one comes. */
function wordsOf(value: unknown, isOrdered = true): string {
  if (Array.isArray(value)) {
    const all = value.map((each: unknown) => wordsOf(each));
    return `[${(isOrdered ? all : all.sort()).join()}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  let words = '';
  for (const [name, part] of Object.entries(value)) {
    if (name !== 'loc' && part !== undefined) words += `${name}:${wordsOf(part, !UNORDERED.has(name))} `;
  }
  return `{${words}}`;
}
