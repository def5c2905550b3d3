/**
 * The picture in a HEIC, for browsers that cannot read one themselves: null for what is none. Comes with 740 kB of
 * decoder, which is fetched then. Throws where that does not come.
 */
export async function readHeic(file: Blob): Promise<ImageBitmap | null> {
  const bytes = await file.arrayBuffer();
  const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), { type: 'module' });
  try {
    const pixels = await new Promise<ImageData | null>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ImageData | null>) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('The reader of HEIC did not come.')));
      worker.postMessage(bytes, [bytes]);
    });
    return pixels && (await createImageBitmap(pixels));
  } finally {
    worker.terminate();
  }
}
