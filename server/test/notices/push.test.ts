import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  addPushSubscription,
  removePushSubscription,
} from '../../src/features/contact/push-subscriptions.ts';
import { readContact } from '../../src/features/contact/read-contact.ts';
import type { Carriers } from '../../src/platform/mail/carriers.ts';
import { failureOf } from '../../src/platform/push/push-carrier.ts';
import { runDeliveryJob } from '../../src/features/notification/run-delivery.ts';
import { runNotificationJob } from '../../src/features/notification/run-notification.ts';
import { readChoice, updateNotificationChoice } from '../../src/features/notification/update-choice.ts';
import { aHandle, type LocalOnStrike, refusalOf } from '../support/local-on-strike.ts';
import { newcomer } from '../support/people.ts';
import type { TestServices } from '../support/services.ts';
import { PostOffice } from './post-office.ts';

// A browser is told that there is news: by services that are known, and for one person.

let office: PostOffice;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  office = await PostOffice.open();
  ({ services, strike } = office);
});
afterAll(() => office.close());
beforeEach(() => office.startPost());
afterEach(() => office.post.stop());

test('a browser is told that there is news and nothing else; one that is gone is forgotten', async () => {
  const viewer = await newcomer(services, aHandle());
  const { personId } = viewer;
  const got: { authorization: string; length: number }[] = [];
  let status = 201;
  const receiver = createServer((request, response) => {
    let length = 0;
    request.on('data', (part: Buffer) => (length += part.length));
    request.on('end', () => {
      got.push({ authorization: String(request.headers.authorization), length });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  const toReceiver: Carriers = {
    ...office.carriers,
    sendPush: async (_endpoint, headers) => {
      const answer = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers });
      const failure = failureOf(answer.status);
      if (failure) throw failure;
    },
  };
  try {
    await addPushSubscription(services, viewer, 'https://updates.push.services.mozilla.com/device-one');
    await updateNotificationChoice(services, viewer, { quietFrom: 0, quietUntil: 0 });
    const due = async () => {
      await office.tell(personId);
      await office.letTimePass(personId, 2);
      await runNotificationJob(services, { personId });
    };
    await due();
    await office.sendAll(personId, toReceiver);
    expect(got).toMatchObject([{ length: 0 }]);
    const [, claims = ''] = /^vapid t=([\w.-]+), k=[\w-]+$/.exec(got[0]!.authorization)![1]!.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: 'https://updates.push.services.mozilla.com',
    });
    expect((await office.deliveriesOf(personId))[0]).toMatchObject({ channel: 'PUSH', failure: null });
    status = 410;
    await due();
    const gone = (await office.deliveriesOf(personId)).at(-1)!.id;
    await runDeliveryJob(services, toReceiver, { deliveryId: gone });
    expect(await readContact(services, office.em(), personId)).toMatchObject({ pushDevices: 0 });
    const untold = await office
      .db()
      .selectFrom('notification')
      .select('id')
      .where('person_id', '=', personId)
      .where('delivery', 'is', null)
      .execute();
    expect(untold).toHaveLength(1);
  } finally {
    receiver.close();
  }
});

test.each([
  'http://push.example.org/x',
  'https://127.0.0.1/x',
  'https://localhost/x',
  'https://[::1]/x',
  'https://[::ffff:10.0.0.1]/x',
  'https://169.254.169.254/latest',
  'https://2130706433/x',
  'https://printer.local/x',
  'https://user:pass@push.example.org/x',
  'https://push.example.org:8443/x',
  'javascript:alert(1)',
])('no push to %s', async (endpoint) => {
  const refusal = await refusalOf(addPushSubscription(services, strike.carmen, endpoint));
  expect(refusal).toMatchObject({ field: 'endpoint', reason: 'BAD_URL' });
});

test('no push to a service that nobody knows', async () => {
  const refusal = await refusalOf(
    addPushSubscription(services, strike.carmen, 'https://push.evil-collector.net/x'),
  );
  expect(refusal).toMatchObject({ field: 'endpoint', reason: 'UNKNOWN' });
});

test('a browser belongs to whoever asked last, and only they end it', async () => {
  const [ana, ben] = [await newcomer(services, aHandle()), await newcomer(services, aHandle())];
  const endpoint = 'https://updates.push.services.mozilla.com/shared';
  await addPushSubscription(services, ana, endpoint);
  await addPushSubscription(services, ben, endpoint);
  expect(await readContact(services, office.em(), ana.personId)).toMatchObject({ pushDevices: 0 });
  await removePushSubscription(services, ana, endpoint);
  expect(await readContact(services, office.em(), ben.personId)).toMatchObject({ pushDevices: 1 });
  await removePushSubscription(services, ben, endpoint);
  expect(await readContact(services, office.em(), ben.personId)).toMatchObject({ pushDevices: 0 });
  expect(await readChoice(office.em(), ben.personId)).toMatchObject({ push: false });
});
