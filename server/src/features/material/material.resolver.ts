import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { FileType, toFileType } from '../../core/file/file.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { eventLoader } from '../event/event.loader.ts';
import { EventSessionType, EventType } from '../event/event.type.ts';
import { moveMaterial, removeMaterial, updateMaterial } from './change-material.ts';
import { MaterialShown } from './material.entity.ts';
import { eventUploadsLoader, materialLoader, shownLoader } from './material.loader.ts';
import {
  MoveEventFileInput,
  MoveEventFilePayload,
  RemoveEventFileInput,
  RemoveEventFilePayload,
  UpdateEventFileInput,
  UpdateEventFilePayload,
} from './material.type.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => EventType)
export class EventFiles {
  @FieldResolver(() => [FileType], {
    description:
      'Slides and other files of the event itself that you may read, in their order; those of a session stand there.',
  })
  async files(@Root() { row }: EventType, @Ctx() { loaders }: Context): Promise<FileType[]> {
    const files = await loaders.of(materialLoader).load(row.id);
    return files.filter(({ sessionId }) => sessionId === null).map((file) => toFileType(file));
  }

  @FieldResolver(() => [FileType], {
    nullable: true,
    description:
      'What the viewer sent for it and its sessions and what is not there yet, whatever came of it; null when signed out. Nobody else sees these.',
  })
  async uploads(@Root() { row }: EventType, @Ctx() { loaders, viewer }: Context): Promise<FileType[] | null> {
    if (!viewer) return null;
    return (await loaders.of(eventUploadsLoader).load(row.id)).map((file) => toFileType(file));
  }
}

@Resolver(() => EventSessionType)
export class EventSessionFiles {
  @FieldResolver(() => [FileType], {
    description: 'Slides and other files of it that you may read, in their order.',
  })
  async files(@Root() { uuid, eventId }: EventSessionType, @Ctx() { loaders }: Context): Promise<FileType[]> {
    const files = await loaders.of(materialLoader).load(eventId);
    return files.filter(({ sessionId }) => sessionId === uuid).map((file) => toFileType(file));
  }
}

@Resolver(() => FileType)
export class FileShown {
  @FieldResolver(() => MaterialShown, {
    nullable: true,
    description: 'Of a file of an event: from when on it is shown. Null for all others.',
  })
  shown(@Root() { id, use }: FileType, @Ctx() { loaders }: Context): Promise<MaterialShown | null> | null {
    return use === 'EVENT' ? loaders.of(shownLoader).load(rowId('File', id)) : null;
  }
}

@Resolver()
export class EventFileMutations {
  @Mutation(() => UpdateEventFilePayload, {
    description:
      'Change what a file of an event is called, from when on it is shown, and of which session it is. For organizers and coordinators.',
  })
  updateEventFile(
    @Arg('input', () => UpdateEventFileInput, input) given: UpdateEventFileInput,
    @Ctx() context: Context,
  ): Promise<UpdateEventFilePayload> {
    const { sessionId } = given;
    return ofEvent(context, given, (fileId) =>
      updateMaterial(context.services, signedIn(context), {
        ...{ ...given, fileId },
        sessionId: sessionId == null ? sessionId : rowId('EventSession', sessionId),
      }),
    );
  }

  @Mutation(() => MoveEventFilePayload, {
    description: 'Put a file of an event before another one. For organizers and coordinators.',
  })
  moveEventFile(
    @Arg('input', () => MoveEventFileInput, input) given: MoveEventFileInput,
    @Ctx() context: Context,
  ): Promise<MoveEventFilePayload> {
    const { beforeFileId } = given;
    return ofEvent(context, given, (fileId) =>
      moveMaterial(context.services, signedIn(context), {
        fileId,
        beforeId: beforeFileId == null ? null : rowId('File', beforeFileId),
      }),
    );
  }

  @Mutation(() => RemoveEventFilePayload, {
    description:
      'Remove a file of an event: at once nobody reads it any more, in the recap neither. For organizers and coordinators.',
  })
  removeEventFile(
    @Arg('input', () => RemoveEventFileInput, input) given: RemoveEventFileInput,
    @Ctx() context: Context,
  ): Promise<RemoveEventFilePayload> {
    return ofEvent(context, given, (fileId) =>
      removeMaterial(context.services, signedIn(context), { fileId }),
    );
  }
}

/** Does something to a file of an event, and answers with the event as it is then. */
function ofEvent(
  { loaders }: Context,
  { fileId }: { fileId: string },
  act: (fileId: string) => Promise<string>,
) {
  return answer(async () => {
    const id = await act(rowId('File', fileId));
    loaders.of(materialLoader).clear(id);
    return { event: await loaders.of(eventLoader).clear(id).load(id) };
  });
}
