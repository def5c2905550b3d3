import type { Em } from '../db/orm.ts';
import { hashOf } from '../person/secret.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { AskAnswers } from './ask-answers.ts';
import type { AskStatus } from './ask.entity.ts';

/** What a plan needs to know of an ask. */
export interface AskOfPlan {
  id: string;
  status: AskStatus;
  answers: AskAnswers;
  campaignId: string | null;
}

const select = (em: Em) =>
  em
    .getKysely()
    .selectFrom('ask')
    .select(['ask.id', 'ask.status', 'ask.answers', 'ask.campaign_id as campaignId']);

/** The ask of that row id, locked until the transaction ends. Refuses one that is not there. */
export async function lockAsk(em: Em, askId: string): Promise<AskOfPlan> {
  const ask = await select(em).where('ask.id', '=', askId).forUpdate().executeTakeFirst();
  if (!ask) throw notFound('ask');
  return ask;
}

/** The ask behind a link, locked until the transaction ends. Refuses a link that leads nowhere. */
export async function requireAskByToken(em: Em, token: string): Promise<AskOfPlan> {
  const ask = await select(em).where('token_hash', '=', hashOf(token)).forUpdate().executeTakeFirst();
  if (!ask)
    throw new Refusal('LINK_INVALID', 'This link leads to no request for help. Was all of it copied?');
  return ask;
}
