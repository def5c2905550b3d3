import { defaultFieldResolver, getNullableType, type GraphQLSchema, isInputObjectType } from 'graphql';
import { markRequest } from './request-mark.ts';

/**
 * Marks the `requestId` of every mutation that takes one with what it is sent for, before anybody reads it: all of
 * them, also those that are yet to be written.
 */
export function markRequests(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const input = field.args.find(({ name }) => name === 'input');
    const type = input && getNullableType(input.type);
    if (!isInputObjectType(type) || !('requestId' in type.getFields())) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args: { input: { requestId?: string | null } }, context, info) => {
      const { requestId } = args.input;
      if (!requestId) return resolve(source, args, context, info);
      const marked = { ...args.input, requestId: markRequest(requestId, field.name, args.input) };
      return resolve(source, { ...args, input: marked }, context, info);
    };
  }
}
