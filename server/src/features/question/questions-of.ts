import type { Context } from '../../core/access/context.ts';
import { spanOf, spanToConnection } from '../../platform/graphql/connection.ts';
import { rightsOn, type Subject, subjectAt } from './asked-about.ts';
import type { QuestionState } from './question.entity.ts';
import {
  placeOf,
  questionCountLoader,
  questionPageLoader,
  questionRowLoader,
  type QuestionRow,
} from './read-questions.ts';
import { type QuestionsArgs, type QuestionsOf, type QuestionType, toQuestion } from './question.type.ts';
import { voterOf } from './voter.ts';

/** What everybody reads who may read what it is about. */
const VISIBLE: readonly QuestionState[] = ['SHOWN', 'ANSWERED'];

/**
 * A page of the questions about one thing, for a field of its type. Many things that ask for the same page cost one
 * query. What waits, is merged or hidden shows to who moderates, and else to whoever asked it.
 */
export async function questionsOf(
  context: Context,
  of: { kind: string; id: string },
  args: QuestionsArgs,
): Promise<QuestionsOf> {
  const subject = subjectAt(context.services, of.kind, of.id);
  if (!subject) throw new Error(`Nobody asks about a ${of.kind}`);
  const { orderBy: by, state, ...page } = args;
  const span = spanOf(page, 20);
  const isOpen = !state || state === 'SHOWN' || state === 'ANSWERED';
  const rights = isOpen ? null : await rightsOn(context.loaders, subject);
  const which = {
    ...of,
    states: state ? [state] : VISIBLE,
    // An empty text is no asker's.
    asker: isOpen || rights?.moderates ? null : (voterOf(context, of.id) ?? '-'),
  };
  const rows = await context.loaders.of(questionPageLoader).load({ ...which, by, span });
  return {
    ...spanToConnection(rows, span, { keys: placeOf(by), node: toQuestion }),
    count: () => context.loaders.of(questionCountLoader).load(which),
    subject,
  };
}

/** A question by its row id, for who may read it; null for all others. */
export async function readableQuestion(context: Context, id: string): Promise<QuestionType | null> {
  const found = await readableRow(context, id);
  return found && toQuestion(found.row);
}

/** What a question is about, for who may read the question. */
export async function readableRow(
  context: Context,
  id: string,
): Promise<{ row: QuestionRow; subject: Subject } | null> {
  const row = await context.loaders.of(questionRowLoader).load(id);
  const subject = row && subjectAt(context.services, row.subjectKind, row.subjectId);
  const rights = subject && (await rightsOn(context.loaders, subject));
  if (!rights) return null;
  const isOpen = row.state === 'SHOWN' || row.state === 'ANSWERED';
  const may = isOpen || rights.moderates || row.asker === voterOf(context, row.subjectId);
  return may ? { row, subject } : null;
}
