import { DetailedError, Upload } from 'tus-js-client';

/** Small enough to come whole in a request over a slow line, of which no more than this is sent again. */
const PIECE_BYTES = 512 * 1024;

export interface ToSend {
  /** What the door is told of where it goes. */
  of: Readonly<Record<string, string>>;
  name: string;
  type: string;
  /** Where it was begun before; null for a file that is begun now. */
  address: string | null;
  onProgress(sent: number): void;
}

export type Sent =
  | { outcome: 'CAME' | 'NO_LINE' | 'GIVEN_UP' }
  /** With what the server said. */
  | { outcome: 'REFUSED'; body: string };

export interface TusUpload {
  /** Begins, or goes on where it was. */
  run(): Promise<Sent>;
  giveUp(): Promise<void>;
}

/** One file by the tus protocol. This module comes late: nobody needs it who sends no file. */
export function startUpload(blob: Blob, { onProgress, address, ...given }: ToSend): TusUpload {
  let settle: (sent: Sent) => void = () => undefined;
  const upload = new Upload(blob, {
    endpoint: '/uploads',
    ...(address !== null && { uploadUrl: address }),
    chunkSize: PIECE_BYTES,
    retryDelays: [500, 1_500, 4_000],
    // Where it was begun says the server: it knows it on every device, and where nothing may be stored here.
    storeFingerprintForResuming: false,
    metadata: { ...given.of, filename: given.name, filetype: given.type },
    onProgress: (sent) => onProgress(sent),
    onShouldRetry: (error) => isOfTheLine(error),
    onSuccess: () => settle({ outcome: 'CAME' }),
    onError: (error) => {
      if (error instanceof DetailedError && !isOfTheLine(error))
        settle({ outcome: 'REFUSED', body: error.originalResponse?.getBody() ?? '' });
      else settle({ outcome: 'NO_LINE' });
    },
  });
  return {
    run: () =>
      new Promise((resolve) => {
        settle = resolve;
        upload.start();
      }),
    giveUp: async () => {
      await upload.abort(upload.url !== null);
      settle({ outcome: 'GIVEN_UP' });
    },
  };
}

/** No answer at all, one of a server that is away, or one that says to try again. */
function isOfTheLine(error: Error): boolean {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
  return (
    status === 0 || status === 408 || status === 409 || status === 423 || status === 429 || status >= 500
  );
}
