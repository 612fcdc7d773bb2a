import { emptyPicture } from './read-picture';

/** Gives each video that plays a camera its present frame as its poster: a drawing waits for ever for such a video. */
export function holdVideos(page: Document): void {
  for (const video of page.querySelectorAll('video')) {
    if (!video.currentSrc && !video.src) video.poster = readFrame(video) ?? emptyPicture;
  }
}

function readFrame(video: HTMLVideoElement): string | undefined {
  if (video.videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return canvas.toDataURL();
}
