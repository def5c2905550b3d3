import type { HandleClientError } from '@sveltejs/kit/hooks';

export const handleError: HandleClientError = (caught) => {
  if (caught.kind !== 'unknown') return {};
  // A failed `fetch` is a TypeError in every browser; so is a module that could not be loaded.
  const offline = !navigator.onLine || caught.error instanceof TypeError;
  if (!offline) console.error(caught.error);
  return { message: offline ? 'No connection' : 'Something broke', offline };
};
