import { graphql, type GraphQLSchema } from 'graphql';
import { expect } from 'vitest';
import { anExchange } from './an-exchange.ts';
import type { TestServices } from './services.ts';
import { createContext } from '../../src/core/access/context.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { readAskByToken } from '../../src/features/ask/read-asks.ts';
import { saveAskAnswers } from '../../src/features/ask/save-ask-answers.ts';
import { startAsk } from '../../src/features/ask/start-ask.ts';
import { submitAsk } from '../../src/features/ask/submit-ask.ts';
import type { Services } from '../../src/platform/services.ts';

/** The ask behind the secret of a link. */
export const askNow = async (services: Services, token: string) =>
  (await readAskByToken(services.orm.em.fork(), token))!;

/** Every row of an ask, oldest first. */
export const allAsks = (services: Services) =>
  services.orm.em.fork().getKysely().selectFrom('ask').selectAll().orderBy('id').execute();

/** Nobody has asked, and nobody was told. */
export async function noAsks(services: TestServices): Promise<void> {
  const db = services.orm.em.fork().getKysely();
  await db.deleteFrom('ask').execute();
  await db.deleteFrom('notification').execute();
  services.sent.length = 0;
}

/** What of an ask is saved at once. */
export type Saved = Omit<Parameters<typeof saveAskAnswers>[1], 'token'>;

/** An ask with some answers, still written. */
export async function written(
  services: Services,
  saved: Saved = { answers: { organizationName: 'Local 41' } },
): Promise<string> {
  const { token } = await startAsk(services, { language: 'en' });
  await saveAskAnswers(services, { token, ...saved });
  return token;
}

/** An ask that was sent. */
export async function sent(services: Services, saved?: Saved): Promise<{ token: string; id: string }> {
  const token = await written(services, saved);
  await submitAsk(services, token);
  return { token, id: (await askNow(services, token)).id };
}

/** Runs one operation as a browser would, for whoever is signed in there; fails on an error. */
export type Browser = (
  viewer: Viewer | null,
  source: string,
  variableValues?: Record<string, unknown>,
) => Promise<Record<string, unknown>>;

export function aBrowser(services: Services, schema: GraphQLSchema): Browser {
  return async (viewer, source, variableValues = {}) => {
    const contextValue = createContext(services, { viewer, http: anExchange(), requestId: 'test' });
    const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  };
}
