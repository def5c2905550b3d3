import { expect, test } from 'vitest';
import { embedOf } from './stream-embed.ts';

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
  ['https://youtu.be/dQw4w9WgXcQ?si=x', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
  ['https://m.youtube.com/live/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
  ['https://vimeo.com/123456789', 'https://player.vimeo.com/video/123456789?dnt=1'],
  [
    'https://www.twitch.tv/night_bus',
    'https://player.twitch.tv/?channel=night_bus&parent=board.example&autoplay=false',
  ],
])('%s is framed as %s', (address, src) => {
  const embed = embedOf(address, 'board.example')!;
  expect(embed.src).toBe(src);
  expect(new URL(embed.src).origin).toBe(embed.origin);
});

// mutant: a host that only ends or begins like one we know is framed.
test.each([
  'https://youtube.com.example.org/watch?v=dQw4w9WgXcQ',
  'https://notyoutube.com/watch?v=dQw4w9WgXcQ',
  'https://youtube.com@example.org/watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com/watch?v=a"><script>',
  'https://www.youtube.com/redirect?q=https://example.org',
  'https://www.youtube.com/@channel/live',
  'https://vimeo.com/event/123456',
  'https://www.twitch.tv/a/b',
  'javascript:alert(1)//youtu.be/dQw4w9WgXcQ',
  'https://stream.example.org/live',
  'no address',
])('%s is not framed', (address) => expect(embedOf(address, 'board.example')).toBeNull());
