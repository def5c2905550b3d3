import { parse, VERSION } from 'svelte/compiler';

// In the place of Svelte's compiler for dependency-cruiser: compiled, a component has lost what it takes of types.

export { VERSION };

/** A script that imports what the component does, its types as well. */
export function compile(source) {
  const specifiers = new Set();
  collect(parse(source, { modern: true }), specifiers);
  return { js: { code: [...specifiers].map((each) => `import ${JSON.stringify(each)};`).join('\n') } };
}

const importing = /^(Import(Declaration|Expression)|Export(Named|All)Declaration|TSImportType)$/;

function collect(node, specifiers) {
  if (typeof node !== 'object' || node === null) return;
  if (importing.test(node.type)) {
    const from = node.source ?? node.argument?.literal ?? node.argument;
    if (typeof from?.value === 'string') specifiers.add(from.value);
  }
  for (const child of Object.values(node)) collect(child, specifiers);
}
