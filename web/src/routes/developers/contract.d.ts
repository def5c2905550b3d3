/** Made of the files of `schema/` by `bundling/contract-pages.ts`. */
declare module '*.md' {
  const parts: import('../../../bundling/contract-pages.ts').ContractPart[];
  export default parts;
}
declare module '*?raw' {
  const text: string;
  export default text;
}
