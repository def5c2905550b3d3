import { webLinks } from '../../platform/input/links.ts';
import { plainText, textList } from '../../platform/input/text.ts';
import { MOST_NAMES } from './compose-recap.ts';
import { RecapPartKind } from './recap-parts.ts';

/** What hosts correct. Undefined leaves a field as it is; null of a list of names, as it follows from the event. */
export interface RecapWordsInput {
  words?: string | null | undefined;
  recordingUrl?: string | null | undefined;
  files?: { label?: string | null; url: string }[] | null | undefined;
  presenters?: string[] | null | undefined;
  hosts?: string[] | null | undefined;
  volunteers?: string[] | null | undefined;
  sponsors?: string[] | null | undefined;
  leftOut?: RecapPartKind[] | null | undefined;
  withFeedback?: boolean | null | undefined;
}

/** The fields that were given, checked. */
export function takeRecapWords(input: RecapWordsInput) {
  const names = (field: 'presenters' | 'hosts' | 'volunteers' | 'sponsors') =>
    input[field] === undefined
      ? {}
      : { [field]: input[field] && textList(input[field], { field, max: 120, maxItems: MOST_NAMES }) };
  return {
    ...(input.words !== undefined && {
      words: plainText(input.words, { field: 'words', max: 3000, multiline: true, optional: true }),
    }),
    ...(input.recordingUrl !== undefined && {
      recordingUrl: input.recordingUrl?.trim()
        ? webLinks([{ url: input.recordingUrl }], 'recordingUrl')[0]!.url
        : null,
    }),
    ...(input.files !== undefined && { files: webLinks(input.files, 'files') }),
    ...(names('presenters') as { presenters?: string[] | null }),
    ...(names('hosts') as { hosts?: string[] | null }),
    ...(names('volunteers') as { volunteers?: string[] | null }),
    ...(names('sponsors') as { sponsors?: string[] | null }),
    ...(input.leftOut !== undefined && {
      leftOut: Object.values(RecapPartKind).filter((kind) => input.leftOut?.includes(kind)),
    }),
    ...(input.withFeedback != null && { withFeedback: input.withFeedback }),
  };
}
