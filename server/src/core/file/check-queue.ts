/** Files that came whole and are to be checked. */
export const CHECK_QUEUE = 'file';

export interface CheckJob {
  fileId: string;
}
