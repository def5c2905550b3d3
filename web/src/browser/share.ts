/** Whether the device offers its list of apps to send something with; only over https. */
export function canShare(): boolean {
  return typeof navigator.share === 'function';
}

/** Opens that list. Whoever closes it has not failed. */
export async function share(text: string, url: string): Promise<void> {
  await navigator.share({ text, url }).catch(() => undefined);
}
