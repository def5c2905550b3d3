import type { ClientInit, HandleClientError } from '@sveltejs/kit/hooks';
import { isNetworkFailure } from '#web/browser/network-failure.ts';
import { forgetTranslated, surviveTranslator } from '#web/browser/translator.ts';

export const init: ClientInit = () => {
  const page = document.querySelector('.page');
  if (page) forgetTranslated(page);
  surviveTranslator(document.body);
};

export const handleError: HandleClientError = async (caught) => {
  if (caught.kind !== 'unknown') return {};
  const offline = await isNetworkFailure(caught.error);
  if (!offline) console.error(caught.error);
  return { message: offline ? 'No connection' : 'Something broke', offline };
};
