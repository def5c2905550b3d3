import startLibheif from 'libheif-js/libheif/libheif.js';

/** What we use of the library, which comes without types that fit. */
interface Picture {
  get_width(): number;
  get_height(): number;
  display(
    into: { data: Uint8ClampedArray; width: number; height: number },
    done: (drawn: unknown) => void,
  ): void;
  free(): void;
}
interface Libheif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): Picture[] };
}

/** Reads the pixels of a HEIC apart from the page, which goes on meanwhile. Answers null for what it cannot read. */
onmessage = async ({ data }: MessageEvent<ArrayBuffer>) => {
  postMessage(await pixelsOf(new Uint8Array(data)).catch(() => null));
};

async function pixelsOf(bytes: Uint8Array): Promise<ImageData | null> {
  const libheif = (await startLibheif()) as Libheif;
  const [picture, ...others] = new libheif.HeifDecoder().decode(bytes);
  if (!picture) return null;
  try {
    const image = new ImageData(picture.get_width(), picture.get_height());
    return await new Promise((resolve) => picture.display(image, (drawn) => resolve(drawn ? image : null)));
  } finally {
    for (const each of [picture, ...others]) each.free();
  }
}
