import { expect, test } from 'vitest';
import { holdVideos } from './hold-videos';
import { emptyPicture } from './read-picture';

test('a video that waits for its camera has a poster to be drawn by, and one of a file stays as it is', () => {
  document.body.innerHTML = '<video id="camera"></video><video id="file" src="a.mp4"></video>';
  holdVideos(document);
  const posters = [...document.querySelectorAll('video')].map(video => video.getAttribute('poster'));
  expect(posters).toEqual([emptyPicture, null]);
});
