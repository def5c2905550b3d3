import type { Plugin } from 'vite';

/** What the bundler is told of names: a pattern, or what makes one. */
type Names<Info> = string | ((info: Info) => string) | undefined;

const shortened = <Info>(names: Names<Info>): Names<Info> => {
  const short = (pattern: string) => pattern.replace('[hash]', `[hash:${SIGNS}]`);
  return typeof names === 'function' ? (info) => short(names(info)) : names && short(names);
};

/** The fewest that the bundler takes for so many files. */
const SIGNS = 7;

/**
 * Fewer signs of a hash in the names of code than the usual eight: every page carries the names of some 300 files, and
 * they do not pack. That a name stands for something else in another build happens once in 10^12 files. Styles and type
 * keep theirs, which the pages made on the server name too.
 */
export function shortNames(): Plugin {
  return {
    name: 'strikeboard:short-names',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    // Here and not in the configuration, where Kit's own words for them come last.
    outputOptions: (options) => ({
      ...options,
      ...(options.chunkFileNames && { chunkFileNames: shortened(options.chunkFileNames) }),
      ...(options.entryFileNames && { entryFileNames: shortened(options.entryFileNames) }),
    }),
  };
}
