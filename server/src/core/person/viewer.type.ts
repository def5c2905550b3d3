import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import type { Session } from './person.entity.ts';
import type { Viewer } from '../access/viewer.ts';

@ObjectType('Viewer', { description: 'The signed-in person, with what only they may see of themselves.' })
export class ViewerType {
  viewer!: Viewer;
}

/** The viewer's own view of themselves. */
export function toViewer(viewer: Viewer): ViewerType {
  return Object.assign(new ViewerType(), { viewer });
}

@ObjectType('Session', { description: 'One device on which a person is signed in.' })
export class SessionType {
  @Field(() => ID, { description: 'Opaque; `endSession` takes it.' })
  id!: string;

  @Field(() => String, { description: 'What to recognise it by, such as "Firefox on Android".' })
  device!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it signed in.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was last used, to within five minutes.' })
  lastSeenAt!: Date;

  @Field(() => Boolean, { description: 'Whether this is the session that asks.' })
  current!: boolean;
}

/** A session as its owner sees it from the session `currentId`. */
export function toSession(
  row: Pick<Session, 'id' | 'device' | 'createdAt' | 'lastSeenAt'>,
  currentId: string,
): SessionType {
  return Object.assign(new SessionType(), {
    id: toGlobalId('Session', row.id),
    device: row.device,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    current: row.id === currentId,
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Session: true;
  }
}
