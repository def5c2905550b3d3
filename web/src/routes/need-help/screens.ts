/** What comes after the door, in one file that the page fetches late. */
export { default as QuestionScreen } from './QuestionScreen.svelte';
export { default as Review } from './Review.svelte';
