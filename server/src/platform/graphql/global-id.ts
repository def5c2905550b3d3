import { notFound } from '../refusal/refusal.ts';

/**
 * Nouns that have a global id; each adds its own. An id is of one type alone: a type that shows another's thing, such as
 * `WaitingAsk` an ask, has ids of its own name, and tells that of the thing by another field.
 */
// oxlint-disable-next-line no-empty-interface
export interface NodeNames {}
export type NodeName = keyof NodeNames & string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The opaque id by which outsiders know a row. */
export function toGlobalId(name: NodeName, uuid: string): string {
  return Buffer.from(`${name}:${uuid}`).toString('base64url');
}

/** The noun and row id behind a global id; null for what is none. Nothing has two: what is written otherwise is none of ours. */
export function fromGlobalId(id: string): { name: string; uuid: string } | null {
  const bytes = Buffer.from(id, 'base64url');
  if (bytes.toString('base64url') !== id) return null;
  const [name, uuid, ...rest] = bytes.toString('utf8').split(':');
  return name && uuid && rest.length === 0 && UUID.test(uuid) ? { name, uuid } : null;
}

/** The opaque id of what a row and a number name together, such as an entry of a board's log. */
export function toPartId(name: NodeName, uuid: string, part: number): string {
  return Buffer.from(`${name}:${uuid}:${part}`).toString('base64url');
}

/** What `toPartId` was given; null for all else. */
export function fromPartId(id: string): { name: string; uuid: string; part: number } | null {
  const [name = '', uuid = '', part = ''] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  // The largest number a column holds has ten digits.
  if (!UUID.test(uuid) || !/^(0|[1-9]\d{0,8})$/.test(part)) return null;
  const parts = { name, uuid, part: Number(part) };
  return toPartId(name as NodeName, uuid, parts.part) === id ? parts : null;
}

/** The row id behind the global id of a `name`; refuses anything else as not found, by what people call it. */
export function rowId(name: NodeName, id: string): string {
  const parts = fromGlobalId(id);
  if (parts?.name !== name) throw notFound(lastWord(name));
  return parts.uuid;
}

/** What people call it: of a name of two words, the last. */
const lastWord = (name: string) => (/[A-Z][a-z]*$/.exec(name)?.[0] ?? name).toLowerCase();
