import type { FileProblem } from './file.entity.ts';

/** A file that came whole and is not taken. Thrown where it is looked through, and kept as its state. */
export class FileRefused extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(`A file was refused: ${problem}`);
    this.problem = problem;
  }
}
