import { statfs } from 'node:fs/promises';

/** PostgreSQL writes its log ahead in pieces of 16 MB: with room for fewer than two it may stop at any write. */
const LEAST_BYTES = 32 * 1024 * 1024;

/** What is wrong with the room on the disk under a folder, in words for whoever runs the server; null when nothing is. */
export async function diskTrouble(folder: string): Promise<string | null> {
  const { bavail, bsize } = await statfs(folder);
  const bytes = bavail * bsize;
  return bytes < LEAST_BYTES ? `disk: ${Math.floor(bytes / 1024 / 1024)} MB left, which is too little` : null;
}
