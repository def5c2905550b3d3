/** What comes after the door, in one file that the page fetches late. */
export { AskWriting } from './ask-writing.svelte.ts';
export { default as Screens } from './Screens.svelte';
