import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerTagged } from '../http/entity-tag.ts';

/** When an entry was written, which each writing says anew. */
const WRITTEN = /^DTSTAMP:.*\r\n/gm;

/** Answers with a calendar that programs look at again and again: 304 while it says the same. */
export function answerCalendar(
  request: IncomingMessage,
  response: ServerResponse,
  { text, maxAge }: { text: string; maxAge: number | null },
): void {
  answerTagged(request, response, {
    ...{ type: 'text/calendar', text, maxAge, lasting: text.replace(WRITTEN, '') },
  });
}
