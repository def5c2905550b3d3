import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { cardPayload } from '../card/card.payloads.ts';
import { FileProblem, FileState, FileUse } from './file.entity.ts';
import { takenType } from './file-kinds.ts';
import type { FileRow } from './read-file.ts';

registerEnumType(FileUse, {
  name: 'FileUse',
  description: 'What a file was sent for.',
  valuesConfig: {
    WORK: { description: 'Work of whoever holds the card; goes along when they hand it in.' },
    CARD: { description: 'Material on the card itself, by its organizers.' },
    EVENT: { description: 'Slides and other files of an event, by its hosts.' },
  },
});
registerEnumType(FileState, {
  name: 'FileState',
  description: 'How far a file has come.',
  valuesConfig: {
    RECEIVING: { description: 'Pieces of it are missing; it can be gone on with.' },
    CHECKING: { description: 'It came whole and is looked through.' },
    READY: { description: 'It is clean, and can be had.' },
    REFUSED: { description: 'It is not taken; `problem` says why. Its bytes are gone.' },
  },
});
registerEnumType(FileProblem, {
  name: 'FileProblem',
  description: 'Why a file is not taken.',
  valuesConfig: {
    TYPE: { description: 'What is in it is none of the types that we take, whatever its name says.' },
    HEIC: { description: 'A HEIC picture: to be turned into JPEG before.' },
    BROKEN: { description: 'It cannot be read.' },
    TOO_LARGE: { description: 'It has more pixels, or more bytes, than such a file may have.' },
    UNPACKS: { description: 'It unpacks to very much more than it is.' },
    NOT_ALLOWED: { description: 'By the time it came, its sender could not put it there any more.' },
  },
});

@ObjectType('FileThumbnail', { description: 'A smaller picture of a file.' })
export class FileThumbnailType {
  @Field(() => String, { description: 'Where it is, below the address of this server. WebP.' })
  address!: string;

  @Field(() => Int, { description: 'Its width in pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Its height in pixels.' })
  height!: number;
}

@ObjectType('File', {
  description:
    'A file on a card, in handed-in work or of an event. It tells neither place nor time nor camera: pictures are made anew, videos and documents say no more where and by whom they were made.',
})
export class FileType {
  @Field(() => ID, { description: 'Names it among files.' })
  id!: string;

  @Field(() => FileUse, { description: 'What it was sent for.' })
  use!: FileUse;

  @Field(() => String, { description: 'What its sender called it; ends as its type does.' })
  name!: string;

  @Field(() => String, {
    description: 'Its media type: as declared while it comes, as it truly is once READY.',
  })
  mediaType!: string;

  @Field(() => Int, { description: 'How many bytes it has.' })
  bytes!: number;

  @Field(() => Int, { description: 'How many of them have come.' })
  received!: number;

  @Field(() => FileState, { description: 'How far it has come.' })
  state!: FileState;

  @Field(() => FileProblem, { nullable: true, description: 'Why it is not taken; null unless REFUSED.' })
  problem!: FileProblem | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it can be saved from, below the address of this server, by those who may read it; players may ask for stretches. Null unless READY.',
  })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where a picture is shown at its full size; null for everything else.',
  })
  viewAddress!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where its sender goes on with it, by the tus protocol (tus.io). Null unless RECEIVING.',
  })
  uploadAddress!: string | null;

  @Field(() => [FileThumbnailType], {
    description: 'Smaller pictures of it, the larger first; empty for what is no picture.',
  })
  thumbnails!: FileThumbnailType[];

  @Field(() => GraphQLDateTimeISO, { description: 'When its sender began to send it.' })
  startedAt!: Date;
}

@InputType('RemoveFileInput', { description: 'Which file to remove.' })
export class RemoveFileInput {
  @Field(() => ID, {
    description:
      'Your own that is not handed in; or one on a card, as its organizer. For one of an event there is `removeEventFile`.',
  })
  fileId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Made up by the client; a repeated request is carried out once.',
  })
  requestId?: string | null;
}

export const RemoveFilePayload = cardPayload('removeFile');

/** A file as outsiders see it. `below` is where its addresses begin: another place for those who come by a link. */
export function toFileType(row: FileRow, below = '/files'): FileType {
  const id = toGlobalId('File', row.id);
  const isReady = row.state === 'READY';
  const address = `${below}/${id}`;
  const isPicture = takenType(row.mediaType)?.kind === 'PICTURE';
  return Object.assign(new FileType(), {
    id,
    use: row.use,
    name: row.name,
    mediaType: row.mediaType,
    bytes: row.bytes,
    received: row.received,
    state: row.state,
    problem: row.problem,
    address: isReady ? address : null,
    uploadAddress: row.state === 'RECEIVING' ? `/uploads/${row.id}` : null,
    viewAddress: isReady && isPicture ? `${address}/view` : null,
    thumbnails: isReady
      ? row.thumbnails.map(({ part, width, height }) => ({
          address: `${address}/${part.toLowerCase()}`,
          width,
          height,
        }))
      : [],
    startedAt: row.startedAt,
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    File: true;
  }
}
