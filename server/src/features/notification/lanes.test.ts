import { expect, test } from 'vitest';
import { kindsOf } from './lanes.ts';
import { NotificationKind } from './notification.entity.ts';

test('each kind of notice is in one of the two lanes', () => {
  const all = [...kindsOf('PEOPLE'), ...kindsOf('SYSTEM')];
  expect(all.toSorted()).toEqual(Object.keys(NotificationKind).toSorted());
});
