import { expect, test } from 'vitest';
import { toInput, toTyped } from './typed-recap.ts';

const draft = {
  words: '',
  recordingUrl: null,
  files: [{ label: 'The slides, part 1', url: 'https://slides.example.org/41' }],
  presenters: ['Ana', 'Bo Li'],
  hosts: [],
  volunteers: [],
  sponsors: [],
  withFeedback: true,
};

test('what is shown and not touched comes back as it was', () => {
  const { files, presenters, recordingUrl } = toInput(toTyped({ draft, leftOut: [] } as never));
  expect({ files, presenters, recordingUrl }).toEqual({
    ...{ files: draft.files, presenters: draft.presenters, recordingUrl: null },
  });
});

test('one in each line: an address alone, one with its name, blank lines', () => {
  expect(toInput({ files: 'slides.example.org\n\n  The map   https://maps.example.org ' }).files).toEqual([
    { label: null, url: 'slides.example.org' },
    { label: 'The map', url: 'https://maps.example.org' },
  ]);
  expect(toInput({ hosts: 'Ana\n \nBo' })).toEqual({ hosts: ['Ana', 'Bo'] });
});
