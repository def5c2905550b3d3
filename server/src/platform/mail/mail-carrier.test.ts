import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MailCatcher, startMailCatcher } from '../../../test/support/mail-catcher.ts';
import type { CarrierFailure, Mail } from './carriers.ts';
import { createMailCarrier } from './mail-carrier.ts';

// A password and a mail go out in clear only where somebody said so.

let post: MailCatcher;
beforeEach(async () => {
  post = await startMailCatcher();
});
afterEach(() => post.stop());

const mail: Mail = {
  to: 'ana@union.example',
  subject: 'Your code',
  text: 'Text',
  html: '',
  messageId: '<a@b>',
  headers: {},
};

/** This machine by an address that is not known as its own: as far as the carrier sees, another one. */
const elsewhere = (query = '', scheme = 'smtp', by = post) =>
  `${scheme}://desk:hunter2@0.0.0.0:${new URL(by.url).port}/?from=desk@strikeboard.example${query}`;

const send = (smtpUrl: string) =>
  createMailCarrier(
    { smtpUrl, dataDir: '' },
    'https://board.example.org',
  )(mail).then(
    () => null,
    (failure: CarrierFailure) => failure,
  );

test.each([
  ['as it is', ''],
  ['with TLS turned off in the words of the library', '&ignoreTLS=true'],
  ['with TLS as a wish', '&opportunisticTLS=true'],
  ['with TLS not required', '&requireTLS=false'],
  ['with another word than none', '&tls=no'],
])('a server without STARTTLS gets neither a password nor a mail: %s', async (_what, query) => {
  const failure = await send(elsewhere(query));
  expect(failure).toMatchObject({ reason: expect.stringMatching(/^SMTP_ETLS/), isFinal: false });
  expect(failure!.message).toMatch(/does no TLS .* \?tls=none to SMTP_URL/);
  expect(failure!.message).not.toMatch(/hunter2|ana@/);
  expect([post.passwords, post.caught]).toEqual([[], []]);
});

test('smtps to a server that does no TLS gets nothing either', async () => {
  expect(await send(elsewhere('&secure=false', 'smtps'))).toMatchObject({ isFinal: false });
  expect([post.passwords, post.caught]).toEqual([[], []]);
});

test('with ?tls=none, and on this machine, it goes as it is', async () => {
  expect(await send(elsewhere('&tls=none'))).toBeNull();
  for (const host of ['127.0.0.1', 'LOCALHOST']) {
    expect(await send(elsewhere().replace('0.0.0.0', host))).toBeNull();
  }
  const inClear = { password: 'hunter2', inClear: true };
  expect(post.passwords).toEqual([inClear, inClear, inClear]);
  expect(post.caught).toHaveLength(3);
});

test('with STARTTLS the password is sealed, for a certificate that holds', async () => {
  const sealed = await startMailCatcher({ doesTls: true });
  try {
    expect(await send(elsewhere('', 'smtp', sealed))).toMatchObject({ isFinal: false });
    expect(sealed.passwords).toEqual([]);
    expect(await send(elsewhere('&tls.rejectUnauthorized=false', 'smtp', sealed))).toBeNull();
    expect(sealed.passwords).toEqual([{ password: 'hunter2', inClear: false }]);
  } finally {
    await sealed.stop();
  }
});
