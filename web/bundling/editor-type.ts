import type { Plugin } from 'vite';

const faces = /@font-face\s*\{[^}]*\}/g;

/**
 * Takes the fonts out of the styles of GraphiQL: 34 of them, as `data:` addresses in the style sheet itself, 350 kB of
 * it, and our content security policy would not let them load. The explorer is set in the type that our pages have.
 */
export function editorType(): Plugin {
  return {
    name: 'strikeboard:editor-type',
    enforce: 'pre',
    transform: {
      filter: { id: /\/graphiql\/dist\/style\.css$/ },
      handler(code) {
        const without = code.replaceAll(faces, '');
        if (without === code) this.error('The styles of GraphiQL bring no fonts any more');
        return { code: without, map: null };
      },
    },
  };
}
