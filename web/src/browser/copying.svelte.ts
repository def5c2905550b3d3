import { copyText } from './copy-text.ts';

/** A text that a person takes along: copied, or selected where nothing can be copied, so that a long press does it. */
export class Copying {
  step = $state<'copied' | 'byHand' | null>(null);

  /** `shown` is where the text stands: a field, or an element around it. */
  async copy(text: string, shown?: HTMLElement): Promise<void> {
    this.step = (await copyText(text)) ? 'copied' : 'byHand';
    if (this.step === 'copied' || !shown) return;
    if (shown instanceof HTMLInputElement || shown instanceof HTMLTextAreaElement) shown.select();
    else getSelection()?.selectAllChildren(shown);
  }

  /** Another text stands there now. */
  renew(): void {
    this.step = null;
  }
}
