import type { ClientInit, HandleClientError } from '@sveltejs/kit/hooks';
import { page } from '$app/state';
import { keepPage } from '#web/browser/keep-page.ts';
import { isNetworkFailure } from '#web/browser/network-failure.ts';
import { forgetTranslated, surviveTranslator } from '#web/browser/translator.ts';

export const init: ClientInit = () => {
  const body = document.querySelector('.page');
  if (body) forgetTranslated(body);
  surviveTranslator(document.body);
  keepPage(() => new URL(page.url.href));
};

export const handleError: HandleClientError = async (caught) => {
  if (caught.kind !== 'unknown') return {};
  const offline = await isNetworkFailure(caught.error);
  if (!offline) console.error(caught.error);
  return { message: offline ? 'No connection' : 'Something broke', offline };
};
