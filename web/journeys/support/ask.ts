import type { APIRequestContext } from 'playwright-core';
import type { TypedDocumentString } from '../../src/gql/graphql.ts';

/** Sends one operation with the cookies of a browser window. Throws what was refused, in the server's words. */
export async function ask<Data, Variables>(
  request: APIRequestContext,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await request.post('/graphql', { data: { query: document.toString(), variables } });
  const answer = (await response.json()) as { data?: Data; errors?: unknown };
  const { data } = answer;
  if (!data || answer.errors) throw new Error(`The server failed: ${JSON.stringify(answer)}`);
  for (const payload of Object.values(data as Record<string, { errors?: readonly unknown[] } | null>)) {
    if (payload?.errors?.length) throw new Error(`The server refused: ${JSON.stringify(payload.errors)}`);
  }
  return data;
}
