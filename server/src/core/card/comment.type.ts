import { GraphQLDateTimeISO } from 'graphql-scalars';
import { ObjectType, Field } from 'type-graphql';
import { Node } from '../../platform/graphql/node.type.ts';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import type { Comment } from './comment.entity.ts';

@ObjectType('Comment', { implements: Node, description: 'Something said about a card.' })
export class CommentType extends Node {
  @Field(() => String, { description: 'What was said; empty once removed.' })
  text!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When.' })
  at!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When its author last wrote it anew.' })
  editedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether its author or an organizer removed it.' })
  removed!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Who said it elsewhere, as the file that `person` brought in names them: plain words, empty where it names nobody. Null for what `person` said here.',
  })
  saidBy!: string | null;

  personId!: string;
}

export const CommentConnection = countedConnection('Comment', () => CommentType);

/** A comment as outsiders see it. */
export function toCommentType(row: Comment): CommentType {
  return Object.assign(new CommentType(), {
    id: toGlobalId('Comment', row.id),
    text: row.text,
    at: row.at,
    editedAt: row.editedAt ?? null,
    removed: row.removedAt != null,
    saidBy: row.saidBy ?? null,
    personId: row.person,
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Comment: true;
  }
}
