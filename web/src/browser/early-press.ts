declare global {
  interface Window {
    /** Fields, and what was typed or chosen in them before the scripts of this page had come: `app.html` keeps it. */
    typedEarly?: Map<HTMLInputElement, string | boolean> | undefined;
  }
}

/**
 * Writes again what somebody typed before the scripts had come, where waking set the field back, and chooses again what
 * they chose: nobody heard of it. Called when a piece of the page is awake, before what was pressed is pressed again.
 */
export function typeAgain(): void {
  // As they are: what is told of it here is heard there, too.
  for (const [field, text] of [...(window.typedEarly ?? [])]) {
    if (field.isConnected && field.closest('[data-asleep]')) continue;
    window.typedEarly?.delete(field);
    if (!field.isConnected || field.value === text) continue;
    if (typeof text === 'string') field.value = text;
    else field.checked = text;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/**
 * Presses the button again that somebody pressed while it slept: on a slow line that is seconds, and the press would be
 * lost without a word. `app.html` marks the last one until then. Called once, when all of the page answers.
 */
export function pressAgain(): void {
  document.documentElement.dataset['runs'] = '';
  const button = document.querySelector<HTMLElement>('[data-pressed-early]');
  if (!button) return;
  delete button.dataset['pressedEarly'];
  button.click();
}
