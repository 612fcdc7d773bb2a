/** Records one film of a stream. */
export interface FilmRecorder {
  start(): void;
  /** Ends the recording; rejects where nothing was recorded. */
  stop(): Promise<File>;
}

/** WebM where the browser can, else MP4: IDnGO takes both. */
const formats = [
  { mimeType: 'video/webm;codecs=vp8', name: 'liveness.webm' },
  { mimeType: 'video/webm', name: 'liveness.webm' },
  { mimeType: 'video/mp4', name: 'liveness.mp4' },
] as const;
const videoBitsPerSecond = 1_500_000;

/** Undefined where the browser cannot record. */
export function createFilmRecorder(stream: MediaStream): FilmRecorder | undefined {
  if (typeof MediaRecorder === 'undefined') return undefined;
  const format = formats.find(({ mimeType }) => MediaRecorder.isTypeSupported(mimeType));
  if (!format) return undefined;
  const recorder = new MediaRecorder(stream, { mimeType: format.mimeType, videoBitsPerSecond });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) parts.push(data);
  });
  const type = format.mimeType.split(';')[0] ?? '';
  return {
    start: () => recorder.start(),
    stop: () =>
      new Promise((resolve, reject) => {
        const finish = () => {
          if (parts.length > 0) resolve(new File(parts, format.name, { type }));
          else reject(new Error('The camera gave no picture to record'));
        };
        if (recorder.state === 'inactive') return finish();
        recorder.addEventListener('stop', finish);
        recorder.stop();
      }),
  };
}
