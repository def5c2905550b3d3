import { Initial } from './2026-11-23-initial.ts';

/** Every migration in the order they run. A landed one is never edited. */
export const migrations = [{ name: '2026-11-23-initial', class: Initial }];
