import { expect, test } from 'vitest';
import { blankCard, startOver } from './card-text.ts';

const flyer = { ...blankCard, title: 'Flyer', deliverable: 'One page', hours: '3' };
const song = { ...blankCard, title: 'Song', deliverable: 'One verse', caution: 'Ask the choir' };

test('a template fills what is empty and replaces nothing that was typed', () => {
  const typed = { ...blankCard, title: 'My title', links: 'https://a.example' };
  const begun = startOver(typed, blankCard, flyer);
  expect(begun).toEqual({ ...flyer, title: 'My title', links: 'https://a.example' });
  // Another template takes the words of the first one with it, and leaves one's own.
  const changed = { ...begun, deliverable: 'Two pages' };
  expect(startOver(changed, flyer, song)).toEqual({
    ...song,
    title: 'My title',
    links: 'https://a.example',
    deliverable: 'Two pages',
  });
  expect(startOver(begun, flyer, blankCard)).toEqual(typed);
});
