import { READING_OF_CORE } from './decisions/reading-core.ts';
import { READING_OF_EVENTS } from './decisions/reading-events.ts';
import { READING_OF_FEATURES } from './decisions/reading-features.ts';
import { READING_OF_PRACTICE } from './decisions/reading-practice.ts';
import type { ReadingRule } from './decisions/rules.ts';

/*
 * Who sees each field and who may do what: one decision for every field of the schema. The rules are in plain
 * words in decisions/rules.ts, and carried out by reading-rules.ts, changing-rules.ts and streaming.test.ts.
 * A field without a decision, and a decision without a field, make decisions.test.ts fail.
 */

export { ANSWERS } from './decisions/answers.ts';
export { CHANGING } from './decisions/changing.ts';
export {
  CHANGING_RULES,
  type ChangingRule,
  READING_RULES,
  type ReadingRule,
  STREAMING_RULES,
  type StreamingRule,
} from './decisions/rules.ts';
export { STREAMING } from './decisions/streaming.ts';

export const READING: Record<string, ReadingRule> = {
  ...READING_OF_CORE,
  ...READING_OF_FEATURES,
  ...READING_OF_EVENTS,
  ...READING_OF_PRACTICE,
};
