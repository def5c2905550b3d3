/** Its own types say nothing of the classes it adds. */
declare module 'libheif-js/libheif/libheif.js' {
  export default function startLibheif(): unknown;
}
