import { expect, test } from 'vitest';
import type { EventWrittenFragment } from '#web/gql/graphql.ts';
import { toInput, toTyped } from './typed-event.ts';

const event = {
  ...{ id: 'e', slug: 'talk', title: 'Talk', kind: 'TRAINING', phase: 'BEFORE', chair: '', place: 'Hall' },
  ...{ online: false, streamUrl: null, hashtag: '', story: '', languages: ['en'], accessibility: '' },
  ...{ roomCapacity: 0, onlineCapacity: null, price: 'FREE', priceWords: '', sensitivity: 'PUBLIC' },
  ...{
    startsWall: '2026-12-05T19:00',
    endsWall: '2026-12-05T21:00',
    timeZone: 'UTC',
    speakers: [],
    parties: [],
  },
  sessions: [
    {
      ...{ id: 's', title: 'Practice', presenter: 'Ana', skills: ['WRITING', 'STRATEGY'] },
      ...{ startsWall: '2026-12-05T19:30', minutes: 30 },
      materials: [
        { label: 'Slides', url: 'https://a.example/' },
        { label: 'More', url: 'https://b.example/' },
      ],
    },
  ],
} as unknown as EventWrittenFragment;

test('what nobody changed goes back as it came: skills and links that the form does not show, too', () => {
  const { sessions, roomCapacity, onlineCapacity, streamUrl } = toInput(toTyped(event), 'UTC');
  expect(sessions).toEqual(event.sessions);
  expect([roomCapacity, onlineCapacity, streamUrl]).toEqual([0, null, null]);
});

test('another skill or link takes the place of the first one alone', () => {
  const typed = toTyped(event);
  typed.sessions[0]!.skill = 'TRAINING';
  typed.sessions[0]!.material = 'c.example';
  const [session] = toInput(typed, 'UTC').sessions!;
  expect(session!.skills).toEqual(['TRAINING', 'STRATEGY']);
  expect(session!.materials).toEqual([
    { label: '', url: 'c.example' },
    { label: 'More', url: 'https://b.example/' },
  ]);
  typed.sessions[0]!.skill = '';
  expect(toInput(typed, 'UTC').sessions![0]!.skills).toEqual(['STRATEGY']);
});

test('rows without a name are none', () => {
  const typed = { ...toTyped(event), speakers: [{ name: ' ', role: 'host', line: '' }] };
  expect(toInput(typed, 'UTC').speakers).toEqual([]);
});
