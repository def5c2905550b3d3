/**
 * Presses the button again that somebody pressed before the scripts of this page had come: on a slow line that is
 * seconds, and the press would be lost without a word. `app.html` marks the last one until then. Called once, when the
 * page answers.
 */
export function pressAgain(): void {
  document.documentElement.dataset['runs'] = '';
  const button = document.querySelector<HTMLElement>('[data-pressed-early]');
  if (!button) return;
  delete button.dataset['pressedEarly'];
  button.click();
}
