import type { RecapDeskPartsFragment } from '#web/gql/graphql.ts';

/** The fields of a recap as hosts type them: names and addresses one in each line. */
export interface TypedRecap {
  words: string;
  recordingUrl: string;
  files: string;
  presenters: string;
  hosts: string;
  volunteers: string;
  sponsors: string;
  leftOut: RecapDeskPartsFragment['leftOut'];
  withFeedback: boolean;
}

export function toTyped({ draft, leftOut }: Pick<RecapDeskPartsFragment, 'draft' | 'leftOut'>): TypedRecap {
  return {
    words: draft.words,
    recordingUrl: draft.recordingUrl ?? '',
    files: draft.files.map(({ label, url }) => `${label} ${url}`).join('\n'),
    ...{ presenters: draft.presenters.join('\n'), hosts: draft.hosts.join('\n') },
    ...{ volunteers: draft.volunteers.join('\n'), sponsors: draft.sponsors.join('\n') },
    leftOut: [...leftOut],
    withFeedback: draft.withFeedback,
  };
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The last word of a line is the address; what stands before it is what it is called. */
function file(line: string): { label: string | null; url: string } {
  const [, label, url] = /^(?:(.*)\s)?(\S+)$/.exec(line) ?? [];
  return { label: label?.trim() || null, url: url ?? line };
}

/** Only the fields that are there, in the form in which the server takes them. */
export function toInput({
  files,
  recordingUrl,
  presenters,
  hosts,
  volunteers,
  sponsors,
  ...rest
}: Partial<TypedRecap>) {
  return {
    ...rest,
    ...(recordingUrl !== undefined && { recordingUrl: recordingUrl.trim() || null }),
    ...(files !== undefined && { files: lines(files).map(file) }),
    ...(presenters !== undefined && { presenters: lines(presenters) }),
    ...(hosts !== undefined && { hosts: lines(hosts) }),
    ...(volunteers !== undefined && { volunteers: lines(volunteers) }),
    ...(sponsors !== undefined && { sponsors: lines(sponsors) }),
  };
}

/** Fields that, as long as nobody corrected them, the server keeps as nothing: what they were made of cannot be stale. */
export const MADE = ['presenters', 'hosts', 'sponsors'] as const;
