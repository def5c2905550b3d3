import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../startup/project-dir.ts';

/** Written by the code generator: the documents of our own pages, by the SHA-256 of their text. */
const FILE = 'web/src/gql/persisted-documents.json';

/** The texts of our own pages' documents, by hash. They were checked when the pages were built. */
export function readTrustedDocuments(): ReadonlyMap<string, string> {
  const texts = JSON.parse(readFileSync(join(projectDir(), FILE), 'utf8')) as Record<string, string>;
  return new Map(Object.entries(texts).map(([id, text]) => [bare(id), text]));
}

/**
 * The hash by which a request names its document, in either of the two ways there are: `documentId` (`sha256:<hash>`),
 * or `extensions.persistedQuery.sha256Hash`. Undefined when it brings the text, or names nothing.
 */
export function hashOfRequest(body: object): string | undefined {
  const { query, documentId, extensions } = body as Record<string, unknown>;
  if (typeof query === 'string') return undefined;
  if (typeof documentId === 'string') return bare(documentId);
  const persisted = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | undefined)?.persistedQuery;
  return typeof persisted?.sha256Hash === 'string' ? persisted.sha256Hash : undefined;
}

const bare = (id: string) => id.replace(/^sha256:/, '');
