import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Whether one of these fields is asked for right below the field that `info` is about: for what costs a read. */
export function selects({ fieldNodes, fragments }: GraphQLResolveInfo, fields: readonly string[]): boolean {
  const within = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return fields.includes(selection.name.value);
        case Kind.INLINE_FRAGMENT:
          return within(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD:
          return within(fragments[selection.name.value]?.selectionSet);
      }
    }) ?? false;
  return fieldNodes.some(({ selectionSet }) => within(selectionSet));
}
